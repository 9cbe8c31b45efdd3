import { policyTypes } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { fixTitle } from '../fix-titles.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const invalidVersion = check({
  code: 'INVALID_VERSION',
  type: 'ERROR',
  title: 'The policy has a Version that does not exist',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: '{ "Version": "2024-01-01", "Statement": [{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }] }',
  right: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }] }',
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code }) => code === 'invalid-version',
      ({ span }) => replace(fixTitle('version'), span, '"2012-10-17"'),
    ),
})
