import { policyTypes } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** JSON parsers keep one of the two and silently drop the other; IAM rejects the policy. */
export const duplicateElement = check({
  code: 'DUPLICATE_ELEMENT',
  own: true,
  type: 'ERROR',
  title: 'An element appears twice in one statement',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Action": "billing:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": ["ce:*", "billing:*"], "Resource": "*" }'),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  find: (subject) => fromProblems(subject, ({ code }) => code === 'duplicate-element'),
})
