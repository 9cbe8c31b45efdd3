import { policyTypes } from '../../iam/index.ts'
import { removeMember, withFix } from '../changes.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'

export const emptySidValue: Check = {
  code: 'EMPTY_SID_VALUE',
  type: 'SUGGESTION',
  title: 'A Sid is empty',
  policyTypes,
  wrong: policyOf('{ "Sid": "", "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ sid, node, path }) => {
      if (sid?.value !== '') return []
      const message = 'The `Sid` is empty. Give the statement a name, or remove `Sid`.'
      return [{ path: `${path}/Sid`, span: sid.span, message, ...withFix(removeMember('Remove Sid', node, 'Sid')) }]
    }),
}
