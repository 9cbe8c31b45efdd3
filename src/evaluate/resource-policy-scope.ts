import { resourcePoliciesOf, servicesWithPoliciesForServices } from '../reference/index.ts'
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

/** Does AWS decide this call without the resource's policy? */
export function ignoresResourcePolicy({ service, actionName }: EvaluationInput): ExemptReason | undefined {
  const isIgnored =
    ignoring.get(service)?.operations.has(actionName) || (service === 'aps' && !prometheusCalls.has(actionName))
  return isIgnored ? { code: 'resource-policy-ignored' } : undefined
}

/** Why no resource-based policy applies to a request, whatever it's attached to; undefined if one can. */
export function resourcePolicyExemption(input: EvaluationInput): ExemptReason | undefined {
  const { asked, service, actionName, resource, caller, crossAccount } = input
  if (asked.isUnsigned) return { code: 'unsigned-call' }
  if (caller.kind === 'root' && !crossAccount && rootAlways.get(service)?.operations.has(actionName)) {
    return { code: 'owner-root-user' }
  }
  if (resourcePoliciesOf(service, resource) === 'service-only' && caller.kind !== 'service') {
    return { code: 'policy-for-services-only' }
  }
  return ignoresResourcePolicy(input)
}

/**
 * How the action decides whether a resource-based policy applies to a request: of two actions with the same answer, such a policy applies to both or to
 * neither, whoever calls. Both arguments in lower case.
 */
export function scopeOf(service: string, actionName: string): string {
  const isForServices = resourcePoliciesOf(service, '') === 'service-only'
  const isIgnored = ignoring.get(service)?.operations.has(actionName) ?? false
  const isRoots = rootAlways.get(service)?.operations.has(actionName) ?? false
  if (service === 'aps') return `aps ${prometheusCalls.has(actionName)}`
  return isForServices || isIgnored || isRoots ? `${service} ${isIgnored} ${isRoots}` : ''
}

/** An action of every scope that `scopeOf` tells apart, as "service:operation" in lower case. */
export const actionsByScope: readonly string[] = [
  ...[...rootAlways, ...ignoring].flatMap(([service, { operations }]) =>
    [...operations].slice(0, 1).map((operation) => `${service}:${operation}`),
  ),
  ...[...prometheusCalls].slice(0, 1).map((operation) => `aps:${operation}`),
  'aps:anyother',
  ...servicesWithPoliciesForServices.map((service) => `${service}:anyaction`),
]
