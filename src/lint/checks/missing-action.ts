import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems } from '../from-problems.ts'

export const missingAction: Check = {
  code: 'MISSING_ACTION',
  type: 'ERROR',
  title: 'A statement has no Action',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) => fromProblems(subject, ({ code }) => code === 'missing-action'),
}
