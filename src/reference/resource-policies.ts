import type { Sourced } from './fact.ts'
import { resourcePolicyRows } from './facts/resource-policies.ts'

/**
 * What the resource-based policies of a service are for:
 * - access: someone writes them, and AWS evaluates them whenever the resource is used
 * - sharing: they share the resource with other accounts; AWS RAM usually writes them
 * - service-only: they count for AWS services and for no one else
 * - delegation: the one policy of an organization, which delegates to member accounts
 * - not-iam: the service has permissions of its own next to IAM
 * - none: no resource of the service has a policy
 */
export type ResourcePolicyUse = 'access' | 'sharing' | 'service-only' | 'delegation' | 'not-iam' | 'none'

/** Services with the same use; `services` are prefixes, separated by spaces. */
export interface ResourcePolicyRow extends Sourced {
  readonly use: ResourcePolicyUse
  readonly services: string
}

const byService: ReadonlyMap<string, ResourcePolicyRow> = new Map(
  resourcePolicyRows.flatMap((row) => row.services.split(' ').map((service) => [service, row])),
)

/**
 * What the resource-based policies of a service are for; undefined where AWS's documentation doesn't say.
 * Takes the prefix in lower case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const resourcePoliciesOf = (prefix: string): ResourcePolicyRow | undefined => byService.get(prefix)

/** Can a resource of this service have a policy that AWS evaluates when the resource is used? Takes the prefix in lower case. */
export function hasResourcePolicies(prefix: string): boolean {
  const use = byService.get(prefix)?.use
  return use === 'access' || use === 'service-only' || use === 'delegation'
}
