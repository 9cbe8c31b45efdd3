import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** A number, an object or a list where the grammar has something else. A principal written as a bare text is told apart. */
export const dataTypeMismatch = check({
  code: 'DATA_TYPE_MISMATCH',
  type: 'ERROR',
  title: 'A value has the wrong JSON type',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf('{ "Effect": "Allow", "Action": { "s3": "GetObject" }, "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code, path = '', span }) =>
        code === 'data-type' && !(/\/(Not)?Principal$/.test(path) && subject.policy.text[span.from] === '"'),
    ),
})
