import type { Check } from '../check.ts'
import { quotas } from '../quotas.ts'
import { longPolicy, sizeCheck } from '../size.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policySizeExceedsRoleTrustPolicyQuota: Check = sizeCheck(
  {
    code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
    type: 'WARNING',
    title: 'A trust policy is too long',
    policyTypes: ['trust'],
    wrong: longPolicy(
      2048,
      '{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "ArnLike": { "aws:SourceArn": [MANY] } } }',
    ),
    right: longPolicy(
      100,
      '{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "ArnLike": { "aws:SourceArn": [MANY] } } }',
    ),
  },
  () => quotas.trust.most,
)
