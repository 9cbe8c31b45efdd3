import type { ServiceGatesRow } from './fact-rows.ts'
import { serviceGatesRows } from './facts/service-gates.ts'
import { hasExceptionalPolicies, resourcePoliciesOf } from './resource-policies.ts'

/** VPC endpoints with policies that AWS's list of PrivateLink leaves out and the service's own guide has: which page. Read on 2026-11-29. */
const endpointsInGuides: ReadonlyMap<string, string> = new Map([
  ['cognito-identity', 'cognito-endpoints'],
  ['cognito-idp', 'cognito-endpoints'],
  // A gateway endpoint, which takes a policy: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
  ['s3express', 's3-express-endpoints'],
])

/** Services whose messages with the deciding policy's ARN were seen later, in public repositories. Read on 2026-11-29. */
const policyArnsSeen: ReadonlySet<string> = new Set(['dynamodb', 'kms'])

/** The row with what was read after the table was made. */
function withLater(row: ServiceGatesRow): ServiceGatesRow {
  const guide = endpointsInGuides.get(row.service)
  return {
    ...row,
    ...(guide === undefined ? {} : { endpointPolicy: 'yes', sources: `${row.sources} ${guide}` }),
    ...(policyArnsSeen.has(row.service) ? { policyArn: true } : {}),
  }
}

const byService: ReadonlyMap<string, ServiceGatesRow> = new Map(
  serviceGatesRows.map((row) => [row.service, withLater(row)]),
)

/** Which kinds of policies a request of a service can meet; undefined for a service that is newer than the table. Takes the prefix in lower case. */
export const gatesOf = (prefix: string): ServiceGatesRow | undefined => byService.get(prefix)

/** The day on which AWS's pages were read for the table of gates; those of `endpointsInGuides` a day later. */
export const gatesRead = '2026-11-28'

/**
 * Whether resources of a service have policies:
 * - yes, some: all or some resource types can have a policy that AWS evaluates
 * - services: the policy counts for AWS services only
 * - sharing: the policies only share resources with other accounts
 * - delegation: the organization's one policy, which delegates to member accounts
 * - own: the service has permissions of its own kind
 */
export type ResourcePolicyKind = 'yes' | 'some' | 'services' | 'sharing' | 'delegation' | 'own' | 'no' | 'unknown'

/** Whether resources of a service have policies, and which. Takes the prefix in lower case. */
export function resourcePolicyKindOf(prefix: string): ResourcePolicyKind {
  const seen = byService.get(prefix)?.resourcePolicy
  const use = resourcePoliciesOf(prefix, '')
  switch (use) {
    case 'access':
      return seen === 'partial' ? 'some' : 'yes'
    case 'service-only':
      return hasExceptionalPolicies(prefix) ? 'some' : 'services'
    case 'not-iam':
      return 'own'
    case 'sharing':
    case 'delegation':
      return use
    case 'none':
      return seen === 'ram-only' ? 'no' : fromGates(seen)
    case undefined:
      return fromGates(seen)
  }
}

function fromGates(seen: ServiceGatesRow['resourcePolicy'] | undefined): ResourcePolicyKind {
  switch (seen) {
    case 'yes':
      return 'yes'
    case 'partial':
      return 'some'
    case 'ram-only':
      return 'sharing'
    case 'own':
      return 'own'
    case 'no':
      return 'no'
    case undefined:
      return 'unknown'
  }
}
