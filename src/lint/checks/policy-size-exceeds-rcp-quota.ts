import type { Check } from '../check.ts'
import { quotas } from '../quotas.ts'
import { longPolicy, sizeCheck } from '../size.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const policySizeExceedsRcpQuota: Check = sizeCheck(
  {
    code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
    type: 'ERROR',
    title: 'A resource control policy is too long',
    policyTypes: ['rcp'],
    wrong: longPolicy(5120, '{ "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": [MANY] }'),
    right: longPolicy(100, '{ "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": [MANY] }'),
  },
  () => quotas.rcp.most,
)
