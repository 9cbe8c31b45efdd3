import { parseArn } from '../iam/index.ts'
import type { ResourcePolicyRow, ResourcePolicyUse } from './fact-rows.ts'
import { resourcePolicyRows } from './facts/resource-policies.ts'

const byService: ReadonlyMap<string, ResourcePolicyRow> = new Map(
  resourcePolicyRows.flatMap((row) => row.services.split(' ').map((service) => [service, row])),
)

/**
 * What the policy of a resource is for; undefined where AWS's documentation doesn't say.
 * Takes the prefix in lower case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export function resourcePoliciesOf(prefix: string, resource: string): ResourcePolicyUse | undefined {
  const row = byService.get(prefix)
  const isException = row?.accessFor !== undefined && parseArn(resource)?.resource.startsWith(row.accessFor) === true
  return isException ? 'access' : row?.use
}

/** Can a resource of this service have a policy that AWS evaluates when the resource is used? Takes the prefix in lower case. */
export function hasResourcePolicies(prefix: string): boolean {
  const use = byService.get(prefix)?.use
  return use === 'access' || use === 'service-only' || use === 'delegation'
}

/** Do the policies of some resources of this service let accounts in, and those of its other resources not? Takes the prefix in lower case. */
export const hasExceptionalPolicies = (prefix: string): boolean => byService.get(prefix)?.accessFor !== undefined

/** Services, as lower-case prefixes, whose resource-based policies count for AWS services only. */
export const servicesWithPoliciesForServices: readonly string[] = [...byService].flatMap(([service, { use }]) =>
  use === 'service-only' ? service : [],
)

/** The beginnings of resources whose policies grant access, unlike those of their service's other resources, such as "destination:". */
export const exceptionalResources: readonly string[] = resourcePolicyRows.flatMap(({ accessFor }) => accessFor ?? [])
