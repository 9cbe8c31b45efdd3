import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems } from '../from-problems.ts'

/** Which of the two is meant only the author knows: no fix. */
export const missingEffect: Check = {
  code: 'MISSING_EFFECT',
  type: 'ERROR',
  title: 'A statement has no Effect',
  policyTypes,
  wrong: policyOf('{ "Action": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) => fromProblems(subject, ({ code }) => code === 'missing-effect'),
}
