import { policyTypes } from '../../iam/index.ts'
import { removeMember, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

export const emptySidValue = check({
  code: 'EMPTY_SID_VALUE',
  type: 'SUGGESTION',
  title: 'A Sid is empty',
  messages: { found: 'The `Sid` is empty. Give the statement a name, or remove `Sid`.' },
  policyTypes,
  wrong: policyOf('{ "Sid": "", "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ sid, node, path }) => {
      if (sid?.value !== '') return []
      const message = told('found')
      return [
        {
          path: `${path}/Sid`,
          span: sid.span,
          message,
          ...withFix(removeMember(fixTitle('remove', { name: 'Sid' }), node, 'Sid')),
        },
      ]
    }),
})
