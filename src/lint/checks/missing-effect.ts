import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** Which of the two is meant only the author knows: no fix. */
export const missingEffect = check({
  code: 'MISSING_EFFECT',
  type: 'ERROR',
  title: 'A statement has no Effect',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf('{ "Action": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) => fromProblems(subject, ({ code }) => code === 'missing-effect'),
})
