import type { PolicyType } from '../iam/index.ts'

/** The most characters that a policy of this type may have, and which policy that quota is for. */
export interface Quota {
  readonly most: number
  /** "a managed policy", for a sentence. */
  readonly of: string
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const quotas: Readonly<Record<PolicyType, Quota>> = {
  identity: { most: 6144, of: 'a managed policy' },
  'permissions-boundary': { most: 6144, of: 'a managed policy' },
  session: { most: 2048, of: 'a session policy' },
  trust: { most: 2048, of: 'a trust policy; AWS raises it to 4,096 on request' },
  scp: { most: 5120, of: 'a service control policy' },
  rcp: { most: 5120, of: 'a resource control policy' },
  resource: { most: 20_480, of: 'a bucket policy; other resources have their own' },
  'vpc-endpoint': { most: 20_480, of: 'an endpoint policy' },
}
