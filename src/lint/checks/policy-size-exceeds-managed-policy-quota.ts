import { type Check, identityTypes } from '../check.ts'
import { quotas } from '../quotas.ts'
import { longPolicy, sizeCheck } from '../size.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policySizeExceedsManagedPolicyQuota: Check = {
  ...sizeCheck(
    {
      code: 'POLICY_SIZE_EXCEEDS_MANAGED_POLICY_QUOTA',
      type: 'SUGGESTION',
      title: 'The policy is too long for a managed policy, but fits as an inline policy of a role',
      policyTypes: identityTypes,
      wrong: longPolicy(6144, '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": [MANY] }'),
      right: longPolicy(100, '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": [MANY] }'),
    },
    () => quotas.identity.most,
  ),
  own: true,
}
