import { parseArn } from '../iam/index.ts'
import type { ResourcePolicyRow, ResourcePolicyUse } from './fact-rows.ts'
import { resourcePolicyRows } from './facts/resource-policies.ts'

/** Services whose actions a policy on another service's resource allows, which AWS's list of services leaves out. */
const laterRows: readonly ResourcePolicyRow[] = [
  {
    // The policy of an MSK cluster also covers its topics, groups, and transactions.
    use: 'access',
    services: 'kafka-cluster',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html',
    read: '2026-11-29',
  },
  {
    // The policy of a CloudTrail Lake channel has this one action.
    use: 'access',
    services: 'cloudtrail-data',
    source:
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/security_iam_resource-based-policy-examples.html',
    read: '2026-11-29',
  },
]

const byService: ReadonlyMap<string, ResourcePolicyRow> = new Map(
  [...resourcePolicyRows, ...laterRows].flatMap((row) => row.services.split(' ').map((service) => [service, row])),
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
