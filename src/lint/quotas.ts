import type { PolicyType } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'

const told = messagesOf('quotas', {
  managed: 'a managed policy',
  session: 'a session policy',
  trust: 'a trust policy; AWS raises it to 4,096 on request',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  bucket: 'a bucket policy; other resources have their own',
  endpoint: 'an endpoint policy',
})

/** The most characters that a policy of this type may have, and which policy that quota is for. */
export interface Quota<T = Text> {
  readonly most: number
  /** "a managed policy", for a sentence. */
  readonly of: T
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const quotas: Readonly<Record<PolicyType, Quota>> = {
  identity: { most: 6144, of: told('managed') },
  'permissions-boundary': { most: 6144, of: told('managed') },
  session: { most: 2048, of: told('session') },
  trust: { most: 2048, of: told('trust') },
  scp: { most: 10_240, of: told('scp') },
  rcp: { most: 5120, of: told('rcp') },
  resource: { most: 20_480, of: told('bucket') },
  'vpc-endpoint': { most: 20_480, of: told('endpoint') },
}
