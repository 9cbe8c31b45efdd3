import { resourcePoliciesOf } from '../reference/index.ts'
import type { EvaluationInput } from './gate.ts'
import type { ExemptReason } from './reasons.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Calls of the owner's root user that no resource-based policy can stop; SCPs, RCPs, and endpoint policies can. */
const rootAlways: ReadonlyMap<string, { readonly operations: ReadonlySet<string>; readonly source: string }> = new Map([
  [
    's3',
    {
      operations: words('getbucketpolicy putbucketpolicy deletebucketpolicy'),
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
    },
  ],
  [
    's3-outposts',
    {
      operations: words('getbucketpolicy putbucketpolicy deletebucketpolicy'),
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutBucketPolicy.html',
    },
  ],
  [
    's3express',
    {
      operations: words('getbucketpolicy putbucketpolicy deletebucketpolicy'),
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
    },
  ],
  [
    'dynamodb',
    {
      operations: words('deleteresourcepolicy'),
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteResourcePolicy.html',
    },
  ],
  [
    'sqs',
    {
      operations: words('setqueueattributes removepermission'),
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html',
    },
  ],
])

/** Calls that AWS decides without looking at the resource's own policy. */
const ignoring: ReadonlyMap<string, { readonly operations: ReadonlySet<string>; readonly source: string }> = new Map([
  [
    'codeartifact',
    {
      operations: words('putdomainpermissionspolicy putrepositorypermissionspolicy'),
      source: 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_PutDomainPermissionsPolicy.html',
    },
  ],
  [
    'ecr',
    {
      operations: words('getauthorizationtoken'),
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
    },
  ],
  [
    'ecr-public',
    {
      operations: words('getauthorizationtoken'),
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html',
    },
  ],
])

/** The policy of an Amazon Managed Prometheus workspace counts for these calls only. https://docs.aws.amazon.com/prometheus/latest/APIReference/API_PutResourcePolicy.html */
const prometheusCalls: ReadonlySet<string> = new Set([
  'remotewrite',
  'querymetrics',
  'getseries',
  'getlabels',
  'getmetricmetadata',
])

/** Does AWS decide calls of this operation without the resource's policy? Both arguments in lower case. */
export const isDecidedWithoutIt = (service: string, actionName: string): boolean =>
  ignoring.get(service)?.operations.has(actionName) === true || (service === 'aps' && !prometheusCalls.has(actionName))

/** Can no resource-based policy stop the owner's root user from calling this operation? Both arguments in lower case. */
export const isAlwaysRoots = (service: string, actionName: string): boolean =>
  rootAlways.get(service)?.operations.has(actionName) === true

/** Does AWS decide this call without the resource's policy? */
export const ignoresResourcePolicy = ({ service, actionName }: EvaluationInput): ExemptReason | undefined =>
  isDecidedWithoutIt(service, actionName) ? { code: 'resource-policy-ignored' } : undefined

/** Why no resource-based policy applies to a request, whatever it's attached to; undefined if one can. */
export function resourcePolicyExemption(input: EvaluationInput): ExemptReason | undefined {
  const { asked, service, actionName, resource, caller, crossAccount } = input
  if (asked.isUnsigned) return { code: 'unsigned-call' }
  if (caller.kind === 'root' && !crossAccount && isAlwaysRoots(service, actionName)) return { code: 'owner-root-user' }
  if (resourcePoliciesOf(service, resource) === 'service-only' && caller.kind !== 'service') {
    return { code: 'policy-for-services-only' }
  }
  return ignoresResourcePolicy(input)
}

/** Operations of a service, in lower case, that a resource-based policy treats in another way than the service's others. */
export const exceptionalOperations = (service: string): readonly string[] => [
  ...(rootAlways.get(service)?.operations ?? []),
  ...(ignoring.get(service)?.operations ?? []),
  ...(service === 'aps' ? prometheusCalls : []),
]
