import {
  type CallerKind,
  evaluationOrder,
  isAccountId,
  type PolicyType,
  supportsRcp,
  type Traits,
  traits,
} from '../iam/index.ts'
import { hasResourcePolicies } from '../reference/index.ts'
import type { EvaluationInput, GatePart } from './gate.ts'
import type { ExemptReason } from './reasons.ts'
import { resourcePolicyExemption } from './resource-policy-scope.ts'

/** How a policy type applies to requests. Its other traits are in iam's table. */
interface PolicyGate {
  /** Why a policy attached to this target doesn't apply to the request; undefined if it does. */
  exemption(input: EvaluationInput, target: string | undefined): ExemptReason | undefined
  /** Would such a policy apply to this request, if there is one? */
  meets(input: EvaluationInput): boolean
}

const never = (): boolean => false

const isUnsigned = ({ asked }: EvaluationInput): boolean => asked.isUnsigned

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html */
const endpoint: PolicyGate = {
  exemption: (input) => (comesFromElsewhere(input) ? { code: 'not-through-endpoint' } : undefined),
  meets: never,
}

/**
 * Every call through an endpoint carries one of these keys. Where none is known, a given endpoint policy is taken for that of the endpoint
 * used. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const comesFromElsewhere = ({ context }: EvaluationInput): boolean =>
  endpointKeys.every((key) => context.lookup(key).is === 'absent')

/** A request that carries none of these keys, in lower case, comes through no VPC endpoint. */
export const endpointKeys: readonly string[] = ['aws:sourcevpce', 'aws:sourcevpc', 'aws:vpcsourceip', 'aws:vpceaccount']

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
const rcp: PolicyGate = {
  exemption: (input, target) => {
    const { caller, facts, service, crossAccount, resourceAccount } = input
    if (facts.managementAccount && !crossAccount) return { code: 'rcp-management-account' }
    if (caller.serviceLinked) return { code: 'rcp-service-linked-role' }
    if (!supportsRcp(service)) return { code: 'rcp-service-not-covered', service }
    if (becomesServiceLinked(input)) return { code: 'rcp-service-takes-its-role' }
    return (service === 'kms' ? keyExemption(input) : undefined) ?? attachedElsewhere(target, resourceAccount)
  },
  meets: never,
}

function keyExemption({ actionName, resource }: EvaluationInput): ExemptReason | undefined {
  if (actionName === 'retiregrant') return { code: 'rcp-retire-grant' }
  return /:alias\/aws\//.test(resource) ? { code: 'rcp-aws-managed-key' } : undefined
}

const becomesServiceLinked = ({ actionName, caller, resource }: EvaluationInput): boolean =>
  actionName === 'assumerole' && caller.kind === 'service' && /:role\/aws-service-role\//.test(resource)

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
const scp: PolicyGate = {
  exemption: (input, target) => {
    const { caller, facts, service } = input
    if (isUnsigned(input)) return { code: 'unsigned-call' }
    if (service === 'mechanicalturk') return { code: 'scp-not-restrictable' }
    if (facts.managementAccount) return { code: 'scp-management-account' }
    if (caller.serviceLinked) return { code: 'scp-service-linked-role' }
    if (!caller.account || caller.kind === 'identity-provider') return { code: 'scp-outside-organization' }
    return attachedElsewhere(target, caller.account)
  },
  meets: ({ caller }) => caller.account !== undefined && caller.kind !== 'identity-provider' && !caller.serviceLinked,
}

/** An SCP or RCP that is attached to another account doesn't apply; an OU or a root might contain the account. */
const attachedElsewhere = (target: string | undefined, account: string | undefined): ExemptReason | undefined =>
  target !== undefined && account !== undefined && isAccountId(target) && target !== account
    ? { code: 'attached-to-another-account', target }
    : undefined

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html */
const resource: PolicyGate = {
  exemption: (input, target) => {
    if (target !== undefined && !isBelow(input.resource, target))
      return { code: 'attached-to-another-resource', target }
    return resourcePolicyExemption(input)
  },
  meets: ({ authority, crossAccount, caller, service }) =>
    authority !== 'role' && (crossAccount || !hasIdentity.has(caller.kind) || hasResourcePolicies(service)),
}

/** A bucket policy also applies to the bucket's objects. */
const isBelow = (resource: string, target: string): boolean =>
  resource === target || resource.startsWith(`${target}/`) || resource.startsWith(`${target}:`)

/**
 * A trust policy says who gets a role. What is done with the role, or by others, isn't its business.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
const trust: PolicyGate = {
  exemption: ({ authority }) => (authority === 'role' ? undefined : { code: 'trust-policy-only-for-role' }),
  meets: ({ authority }) => authority === 'role',
}

/** Nothing can be attached to a root user. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html */
const identity: PolicyGate = {
  exemption: (input) =>
    isUnsigned(input)
      ? { code: 'unsigned-call' }
      : withoutIdentityPolicies.has(input.caller.kind)
        ? { code: 'caller-without-identity-policies', caller: input.caller.kind }
        : undefined,
  meets: ({ caller }) => hasIdentity.has(caller.kind),
}

const withoutIdentityPolicies: ReadonlySet<CallerKind> = new Set([
  'root',
  'service',
  'anonymous',
  'identity-provider',
  'origin-access-identity',
])
const hasIdentity: ReadonlySet<CallerKind> = new Set(['user', 'role', 'role-session', 'federated-user', 'account'])
const sessions: ReadonlySet<CallerKind> = new Set(['role', 'role-session', 'federated-user'])

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
const boundary: PolicyGate = {
  exemption: (input) => {
    if (isUnsigned(input)) return { code: 'unsigned-call' }
    const { kind } = input.caller
    return kind === 'user' || sessions.has(kind) ? undefined : { code: 'caller-without-boundary' }
  },
  meets: ({ caller }) => caller.kind !== 'account' && hasIdentity.has(caller.kind),
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
const session: PolicyGate = {
  exemption: (input) => {
    if (isUnsigned(input)) return { code: 'unsigned-call' }
    return sessions.has(input.caller.kind) ? undefined : { code: 'caller-without-session-policy' }
  },
  meets: ({ caller }) => caller.kind === 'role-session' || caller.kind === 'federated-user',
}

/** A type without a gate doesn't compile. */
const gates: Readonly<Record<PolicyType, PolicyGate>> = {
  identity,
  resource,
  trust,
  'permissions-boundary': boundary,
  session,
  scp,
  rcp,
  'vpc-endpoint': endpoint,
}

/** One policy type as a row of the gate table. */
export interface PolicyRow extends PolicyGate {
  readonly is: 'policies'
  readonly type: PolicyType
  readonly part: GatePart
}

/** A row for every policy type, in AWS's order of evaluation. */
export const policyRows: readonly PolicyRow[] = evaluationOrder.map((type) => ({
  is: 'policies',
  type,
  part: partOf(traits[type]),
  ...gates[type],
}))

function partOf({ part, limits, attachedTo }: Traits): GatePart {
  if (part === 'denies') return 'denies'
  if (part === 'limits') return limits === 'all' ? 'guards' : 'limits'
  return attachedTo === 'caller' ? 'caller' : 'owner'
}
