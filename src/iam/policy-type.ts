/** The traits of a policy type, for all code that treats policy types differently. */
export interface Traits {
  /** What AWS calls it, in running text. */
  readonly name: string
  /** Its place in AWS's order of evaluation, from 1. */
  readonly step: number
  /** What it's attached to: the caller, the resource, the organization above one of them, or the network path between them. */
  readonly attachedTo: 'caller' | 'resource' | 'organization' | 'network'
  /** "grants": it can be the reason that a request is allowed. "limits": what it doesn't allow is denied. "denies": its Deny statements alone count. */
  readonly part: 'grants' | 'limits' | 'denies'
  /** "all": everyone who passes is limited by it. "caller": it limits identity-based policies only, so a resource-based policy can bypass it. */
  readonly limits?: 'all' | 'caller'
  /** Do policies on different targets (levels of the organization, resources) decide separately? */
  readonly perTarget: boolean
  /** Does a caller, a resource, or an endpoint have at most one of them? */
  readonly atMostOne: boolean
  /** Do its statements have a Principal? */
  readonly namesPrincipals: boolean
  /** Does AWS deny saving a statement of it without a Resource? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
  readonly alwaysNamesResource: boolean
  /** Can commands fetch those of a caller or a resource? */
  readonly canBeFetched: boolean
}

/**
 * The policy types of AWS, under the names that the command line's contract fixes. Every list of policy types is derived from this table.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
const table = {
  identity: {
    name: 'identity-based policy',
    step: 6,
    attachedTo: 'caller',
    part: 'grants',
    perTarget: false,
    atMostOne: false,
    namesPrincipals: false,
    alwaysNamesResource: true,
    canBeFetched: true,
  },
  resource: {
    name: 'resource-based policy',
    step: 4,
    attachedTo: 'resource',
    part: 'grants',
    perTarget: true,
    atMostOne: true,
    namesPrincipals: true,
    alwaysNamesResource: false,
    canBeFetched: true,
  },
  trust: {
    name: 'role trust policy',
    step: 5,
    attachedTo: 'resource',
    part: 'grants',
    perTarget: false,
    atMostOne: true,
    namesPrincipals: true,
    alwaysNamesResource: false,
    canBeFetched: true,
  },
  'permissions-boundary': {
    name: 'permissions boundary',
    step: 7,
    attachedTo: 'caller',
    part: 'limits',
    limits: 'caller',
    perTarget: false,
    atMostOne: true,
    namesPrincipals: false,
    alwaysNamesResource: true,
    canBeFetched: true,
  },
  session: {
    name: 'session policy',
    step: 8,
    attachedTo: 'caller',
    part: 'limits',
    limits: 'caller',
    perTarget: false,
    atMostOne: false,
    namesPrincipals: false,
    alwaysNamesResource: true,
    canBeFetched: false,
  },
  scp: {
    name: 'service control policy (SCP)',
    step: 3,
    attachedTo: 'organization',
    part: 'limits',
    limits: 'all',
    perTarget: true,
    atMostOne: false,
    namesPrincipals: false,
    alwaysNamesResource: true,
    canBeFetched: true,
  },
  rcp: {
    name: 'resource control policy (RCP)',
    step: 2,
    attachedTo: 'organization',
    part: 'denies',
    perTarget: true,
    atMostOne: false,
    namesPrincipals: true,
    alwaysNamesResource: true,
    canBeFetched: true,
  },
  'vpc-endpoint': {
    name: 'VPC endpoint policy',
    step: 1,
    attachedTo: 'network',
    part: 'limits',
    limits: 'all',
    perTarget: false,
    atMostOne: true,
    namesPrincipals: true,
    alwaysNamesResource: true,
    canBeFetched: false,
  },
} as const satisfies Record<string, Traits>

/** What a policy is attached to, and so how it takes part in a decision. */
export type PolicyType = keyof typeof table

/** The types whose policies commands can fetch. */
export type FetchableType = {
  [Type in PolicyType]: (typeof table)[Type]['canBeFetched'] extends true ? Type : never
}[PolicyType]

/** The traits of every policy type. */
export const traits: Readonly<Record<PolicyType, Traits>> = table

/** Is the text the name of a policy type? */
const isPolicyType = (text: string): text is PolicyType => Object.hasOwn(table, text)

/** All policy types, in the order in which people choose one. */
export const policyTypes: readonly PolicyType[] = Object.keys(table).filter(isPolicyType)

/** All policy types in AWS's order of evaluation. */
export const evaluationOrder: readonly PolicyType[] = policyTypes.toSorted((a, b) => traits[a].step - traits[b].step)

const typesWith = (has: (each: Traits) => boolean): ReadonlySet<PolicyType> =>
  new Set(policyTypes.filter((type) => has(traits[type])))

/** What AWS calls each type in running text. */
export const policyTypeNames: Readonly<Record<PolicyType, string>> = {
  identity: table.identity.name,
  resource: table.resource.name,
  trust: table.trust.name,
  'permissions-boundary': table['permissions-boundary'].name,
  session: table.session.name,
  scp: table.scp.name,
  rcp: table.rcp.name,
  'vpc-endpoint': table['vpc-endpoint'].name,
}

/** Types whose statements always name a resource: AWS doesn't accept them without one. */
export const alwaysNamesResource = typesWith((each) => each.alwaysNamesResource)

/** Types whose statements have a Principal. */
export const namesPrincipals = typesWith((each) => each.namesPrincipals)

/** Types attached to an identity, or passed with its session. */
export const attachedToCaller = typesWith(({ attachedTo }) => attachedTo === 'caller')

/** Types attached to a resource, as its owner's policies. */
export const attachedToResource = typesWith(({ attachedTo }) => attachedTo === 'resource')

/** Types that allow nothing by themselves. */
export const grantsNothing = typesWith(({ part }) => part !== 'grants')

/** Types of which a caller, a resource, or an endpoint has one at most. */
export const hasAtMostOne = typesWith(({ atMostOne }) => atMostOne)

/** Types whose policies decide target by target. */
export const decidesPerTarget = typesWith(({ perTarget }) => perTarget)

/** Can commands fetch the policies of this type? */
export const isFetchable = (type: PolicyType): type is FetchableType => traits[type].canBeFetched

/**
 * Services whose resource policies must name a resource, too; in those of ECR, for instance, there is none. A key policy's statement without one
 * has no effect. https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export const servicesNamingResource: ReadonlySet<string> = new Set(['s3', 'kms'])
