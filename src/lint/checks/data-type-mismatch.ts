import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems } from '../from-problems.ts'

/** A number, an object or a list where the grammar has something else. A principal written as a bare text is told apart. */
export const dataTypeMismatch: Check = {
  code: 'DATA_TYPE_MISMATCH',
  type: 'ERROR',
  title: 'A value has the wrong JSON type',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": { "s3": "GetObject" }, "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code, path = '', span }) =>
        code === 'data-type' && !(/\/(Not)?Principal$/.test(path) && subject.policy.text[span.from] === '"'),
    ),
}
