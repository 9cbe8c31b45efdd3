/** The policy types of AWS, under the names that the command line's contract fixes. */
export const policyTypes = [
  'identity',
  'resource',
  'trust',
  'permissions-boundary',
  'session',
  'scp',
  'rcp',
  'vpc-endpoint',
] as const

/** What a policy is attached to, and so how it takes part in a decision. */
export type PolicyType = (typeof policyTypes)[number]

/** What AWS calls each type in running text. */
export const policyTypeNames: Readonly<Record<PolicyType, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
  'permissions-boundary': 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy (SCP)',
  rcp: 'resource control policy (RCP)',
  'vpc-endpoint': 'VPC endpoint policy',
}

/**
 * Types whose statements always name a resource: without one AWS refuses them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const alwaysNamesResource: ReadonlySet<PolicyType> = new Set([
  'identity',
  'permissions-boundary',
  'session',
  'scp',
  'rcp',
  'vpc-endpoint',
])

/**
 * Services whose resource policies must name one, too; in those of ECR, for instance, there is none. A key policy's statement without one
 * has no effect. https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export const servicesNamingResource: ReadonlySet<string> = new Set(['s3', 'kms'])
