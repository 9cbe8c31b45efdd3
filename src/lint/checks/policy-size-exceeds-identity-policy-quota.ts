import { type Check, identityTypes } from '../check.ts'
import { longPolicy, sizeCheck } from '../size.ts'

/** The quota for all inline policies of a role: Access Analyzer warns only where no kind of policy can be this long. */
const longest = 10_240

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policySizeExceedsIdentityPolicyQuota: Check = sizeCheck(
  {
    code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    type: 'WARNING',
    title: 'The policy exceeds the size quota of identity-based policies',
    policyTypes: identityTypes,
    wrong: longPolicy(longest, '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": [MANY] }'),
    right: longPolicy(100, '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": [MANY] }'),
  },
  () => longest,
)
