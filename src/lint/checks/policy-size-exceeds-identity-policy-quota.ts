import { type Check, identityTypes } from '../check.ts'
import { quotas } from '../quotas.ts'
import { longPolicy, sizeCheck } from '../size.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policySizeExceedsIdentityPolicyQuota: Check = sizeCheck(
  {
    code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    type: 'WARNING',
    title: 'An identity-based policy is too long',
    policyTypes: identityTypes,
    wrong: longPolicy(6144, '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": [MANY] }'),
    right: longPolicy(100, '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": [MANY] }'),
  },
  () => quotas.identity.most,
)
