import type { Check } from '../check.ts'
import { longPolicy, sizeCheck } from '../size.ts'

const statement =
  '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:ListBucket", "Resource": [MANY] }'

/** Each service has its own quota; if the resource isn’t known, the smallest common one applies. */
const quotas: ReadonlyMap<string, number> = new Map([
  ['AWS::S3::Bucket', 20_480],
  ['AWS::KMS::Key', 32_768],
  ['AWS::SNS::Topic', 30_720],
  ['AWS::SecretsManager::Secret', 20_480],
  ['AWS::Lambda::Function', 20_480],
])

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html and the pages of the other services */
export const policySizeExceedsResourcePolicyQuota: Check = sizeCheck(
  {
    code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
    type: 'WARNING',
    title: 'A resource-based policy is too long',
    policyTypes: ['resource'],
    wrong: longPolicy(32_768, statement),
    right: longPolicy(100, statement),
  },
  ({ resourceType = '' }) => quotas.get(resourceType) ?? 32_768,
)
