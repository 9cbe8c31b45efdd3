import { parseArn, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html */
export const invalidKmsKeyValue = check({
  code: 'INVALID_KMS_KEY_VALUE',
  newer: true,
  type: 'ERROR',
  title: 'A KMS key is not named by its ARN',
  messages: {
    found:
      '`{{value}}` isn’t the ARN of a KMS key, which is what S3 compares: `arn:aws:kms:<REGION>:<ACCOUNT_ID>:key/<KEY_ID>`. An alias or a key ID alone never matches.',
  },
  policyTypes,
  needs: /^s3:x-amz-server-side-encryption-aws-kms-key-id$/,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "alias/reports" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (key !== 's3:x-amz-server-side-encryption-aws-kms-key-id') continue
      if (condition.operator.value?.comparison === 'null') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (/[*?]|\$\{/.test(raw) || isKeyArn(raw)) continue
        const message = told('found', { value: raw })
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
})

function isKeyArn(raw: string): boolean {
  const arn = parseArn(raw)
  return arn?.service === 'kms' && arn.region !== '' && /^\d{12}$/.test(arn.account) && /^key\/./.test(arn.resource)
}
