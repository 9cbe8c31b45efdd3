import { decidesPerTarget, isAccountId, namesPrincipals, type PolicyType } from '../iam/index.ts'
import { supportsRcp } from '../reference/index.ts'
import { or } from './answer.ts'
import { type EvaluationInput, isByToken } from './evaluation-input.ts'
import type { Coverage } from './principal-match.ts'
import { type CompiledStatement, covered, matches } from './statement.ts'
import type { Answer } from './verdict.ts'

/** One policy made ready; `target` is what an SCP, an RCP or a resource's policy is attached to. */
export interface CompiledPolicy {
  readonly type: PolicyType
  readonly target: string | undefined
  readonly statements: readonly CompiledStatement[]
}

/** Policies that are asked together: all of one type, one level of SCPs or RCPs, or one resource's. */
export interface Layer {
  readonly type: PolicyType
  readonly level: string | undefined
  readonly statements: readonly CompiledStatement[]
}

/** What a layer says of a request: does any statement deny, does any allow, and for whom its Allow is meant. */
export interface LayerAnswer {
  readonly layer: Layer
  /** Why the layer does not count here; undefined where it does. */
  readonly exempt: string | undefined
  readonly denies: Answer
  readonly allows: Answer
  /** Resource and trust policies: how strongly the caller is covered. */
  readonly by: Readonly<Record<Coverage, Answer>>
}

/** Nobody is covered. */
export const byNobody: Readonly<Record<Coverage, Answer>> = {
  direct: 'no',
  role: 'no',
  'federating-user': 'no',
  account: 'no',
}

/** Groups policies into layers: SCPs and RCPs level by level, resource policies by resource, everything else by type, in the order first met. */
export function layersOf(policies: readonly CompiledPolicy[]): readonly Layer[] {
  const layers = new Map<string, { type: PolicyType; level: string | undefined; statements: CompiledStatement[] }>()
  for (const { type, target, statements } of policies) {
    const level = decidesPerTarget.has(type) ? target : undefined
    const name = `${type} ${level ?? ''}`
    const layer = layers.get(name) ?? { type, level, statements: [] }
    layer.statements.push(...statements)
    layers.set(name, layer)
  }
  return [...layers.values()]
}

/** Asks a layer. Denies and allows are gathered in one walk over its statements. */
export function askLayer(layer: Layer, input: EvaluationInput): LayerAnswer {
  const exempt = exemption(layer, input)
  if (exempt) return { layer, exempt, denies: 'no', allows: 'yes', by: byNobody }
  let denies: Answer = 'no'
  const by = { ...byNobody }
  for (const statement of layer.statements) {
    const coverage = coverageOf(layer.type, statement, input)
    if (!coverage) continue
    const answer = matches(statement, input)
    if (statement.effect === 'Deny') denies = or(denies, answer)
    else by[coverage] = or(by[coverage], answer)
  }
  return { layer, exempt, denies, allows: byAnyone(by), by }
}

/** Does a statement hit the request, caller and all? */
export const hits = (statement: CompiledStatement, type: PolicyType, input: EvaluationInput): Answer =>
  coverageOf(type, statement, input) ? matches(statement, input) : 'no'

/** Is anybody covered at all? */
export const byAnyone = (by: LayerAnswer['by']): Answer =>
  or(or(by.direct, by.role), or(by['federating-user'], by.account))

/** Identity policies, boundaries, session policies and SCPs hold for whoever they are attached to; a Principal in them is refused by AWS. */
export function coverageOf(
  type: PolicyType,
  statement: CompiledStatement,
  input: EvaluationInput,
): Coverage | undefined {
  if (type === 'trust' && statement.effect === 'Allow' && isWrongCaller(input)) return undefined
  if (namesPrincipals.has(type)) return covered(statement, input)
  return statement.statement.principal ? undefined : 'direct'
}

/**
 * AssumeRoleWithWebIdentity and AssumeRoleWithSAML are called with a token: nobody but an identity provider counts there.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
const isWrongCaller = ({ service, actionName, caller }: EvaluationInput): boolean =>
  isByToken(service, actionName) && caller.kind !== 'identity-provider'

/** Why a layer has no say over this request. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
function exemption({ type, level }: Layer, input: EvaluationInput): string | undefined {
  const { caller, facts, resourceAccount, service, actionName, crossAccount } = input
  switch (type) {
    case 'scp':
      if (facts.managementAccount) return 'SCPs do not limit the management account'
      if (caller.serviceLinked) return 'SCPs do not limit service-linked roles'
      if (!caller.account || caller.kind === 'identity-provider')
        return 'SCPs limit only users and roles of the organization'
      return isOther(level, caller.account) ? `it is attached to another account (${level})` : undefined
    case 'rcp':
      if (facts.managementAccount && !crossAccount) return 'RCPs do not limit resources of the management account'
      if (caller.serviceLinked) return 'RCPs do not limit service-linked roles'
      if (!supportsRcp(service)) return `RCPs do not cover the service ${service}`
      if (service === 'kms' && actionName === 'retiregrant') return 'RCPs do not limit kms:RetireGrant'
      if (isOfAws(input)) return 'RCPs do not limit the keys that AWS manages'
      if (becomesServiceLinked(input)) return 'RCPs do not limit a service that takes on its service-linked role'
      return isOther(level, resourceAccount) ? `it is attached to another account (${level})` : undefined
    case 'session':
      return sessions.has(caller.kind) ? undefined : 'only sessions have session policies'
    case 'permissions-boundary':
      return caller.kind === 'user' || sessions.has(caller.kind)
        ? undefined
        : 'only users and roles have a permissions boundary'
    case 'resource':
      return isBelow(input.resource, level) ? undefined : `it is attached to another resource (${level})`
    case 'vpc-endpoint':
      return comesFromElsewhere(input) ? 'the call did not go through a VPC endpoint' : undefined
    case 'identity':
      return withoutIdentityPolicies.has(caller.kind) ? 'such a caller has no identity-based policies' : undefined
    case 'trust':
      return undefined
  }
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
const isOfAws = ({ service, resource }: EvaluationInput): boolean => service === 'kms' && /:alias\/aws\//.test(resource)
const becomesServiceLinked = ({ service, actionName, caller, resource }: EvaluationInput): boolean =>
  service === 'sts' &&
  actionName === 'assumerole' &&
  caller.kind === 'service' &&
  /:role\/aws-service-role\//.test(resource)

/**
 * Every call through an endpoint carries one of these keys. Where nobody knows, a given endpoint's policy is taken for that of the way
 * taken. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const comesFromElsewhere = ({ context }: EvaluationInput): boolean =>
  endpointKeys.every((key) => context.lookup(key).is === 'absent')

const endpointKeys = ['aws:sourcevpce', 'aws:sourcevpc', 'aws:vpcsourceip', 'aws:vpceaccount'] as const

/** Nothing can be attached to these. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html */
const withoutIdentityPolicies: ReadonlySet<EvaluationInput['caller']['kind']> = new Set([
  'root',
  'service',
  'anonymous',
  'identity-provider',
])

/** A bucket's policy is about its objects too. Without a name the policy is taken for this resource's. */
const isBelow = (resource: string, level: string | undefined): boolean =>
  level === undefined || resource === level || resource.startsWith(`${level}/`) || resource.startsWith(`${level}:`)

const sessions: ReadonlySet<EvaluationInput['caller']['kind']> = new Set(['role', 'role-session', 'federated-user'])

const isOther = (level: string | undefined, account: string | undefined): boolean =>
  level !== undefined && account !== undefined && isAccountId(level) && level !== account
