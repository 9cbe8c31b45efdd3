import { accessAnalyzer, principalTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidRoleReference = check({
  code: 'INVALID_ROLE_REFERENCE',
  type: 'WARNING',
  title: 'A principal is the ID of a role',
  messages: {
    found:
      '`{{value}}` is the ID of a role. AWS shows this ID instead of an ARN after the role is deleted. It then matches no one, not even a new role of the same name. Write the ARN of the role.',
  },
  policyTypes: principalTypes,
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "AROA1234567890EXAMPLE" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  exampleOf: 'AWS::S3::Bucket',
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement.principal)) {
        if (!/^AROA[A-Z0-9]{12,28}$/.test(value.raw)) continue
        const message = told('found', { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})
