import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** Keys about the resource itself, in the policy of that very resource: type of the resource → keys. */
const irrelevant: ReadonlyMap<string | undefined, ReadonlySet<string>> = new Map([
  ['AWS::S3::Bucket', new Set(['s3:resourceaccount'])],
  ['AWS::S3::AccessPoint', new Set(['s3:resourceaccount'])],
])

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html */
export const irrelevantConditionKeyInPolicy = check({
  code: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  type: 'SUGGESTION',
  title: 'A condition checks a value that is fixed in this policy',
  messages: {
    found:
      '`{{key}}` describes the bucket that this policy is attached to, so it has no effect here. Use it in the policies of users and roles, to limit the buckets that they can reach.',
  },
  policyTypes: ['resource'],
  needs: 'condition',
  exampleOf: 'AWS::S3::Bucket',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "s3:ResourceAccount": "111122223333" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (!irrelevant.get(subject.resourceType)?.has(key)) continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
