import type { Check } from '../check.ts'
import { quotas } from '../quotas.ts'
import { longPolicy, sizeCheck } from '../size.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const policySizeExceedsScpQuota: Check = sizeCheck(
  {
    code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
    type: 'ERROR',
    title: 'A policy of the organization is too long',
    policyTypes: ['scp'],
    wrong: longPolicy(10_240, '{ "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": [MANY] }'),
    right: longPolicy(100, '{ "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": [MANY] }'),
  },
  () => quotas.scp.most,
)
