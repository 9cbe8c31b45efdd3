import { policyTypes } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check, told } from '../messages.ts'

/** AWS rejects a policy without a statement; an empty list doesn’t count as one. */
export const missingStatement = check({
  code: 'MISSING_STATEMENT',
  type: 'ERROR',
  title: 'The policy has no Statement',
  messages: {
    ...problemMessages,
    empty: 'The list of statements is empty, so the policy has no effect. Add a statement.',
  },
  policyTypes,
  wrong: '{ "Version": "2012-10-17" }',
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find(subject) {
    const statements = member(subject.policy.root, 'Statement')
    const isEmpty = statements?.kind === 'array' && statements.items.length === 0
    const message = told('empty')
    return [
      ...fromProblems(subject, ({ code }) => code === 'missing-statement'),
      ...(isEmpty ? [{ path: '/Statement', span: statements.span, message }] : []),
    ]
  },
})
