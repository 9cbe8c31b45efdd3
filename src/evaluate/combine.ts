import { limitsAll, type PolicyType } from '../iam/index.ts'
import { and, or } from './answer.ts'
import { isBillingLocked, isGrantedOnKey, needsNoPermission, refusalOf } from './aws-rules.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import { byAnyone, byNobody, type LayerAnswer } from './layers.ts'
import { isPublicAccessBlocked } from './public-access.ts'
import type { Answer, Decision } from './verdict.ts'

/** What all layers together say. `denied`: does an explicit deny hit? `allowed`: would it be allowed, explicit denies left aside? */
export interface Combined {
  readonly denied: Answer
  readonly allowed: Answer
}

const always: Combined = { denied: 'no', allowed: 'yes' }

/**
 * The decision as AWS draws it: an explicit deny anywhere ends it; then every guardrail must allow; then the grant itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function combine(answers: readonly LayerAnswer[], input: EvaluationInput): Combined {
  if (needsNoPermission(input)) return always
  let denied: Answer = 'no'
  let allowed: Answer = isRefused(answers, input) ? 'no' : grant(answers, input).allowed
  for (const { layer, denies, allows } of answers) {
    denied = or(denied, denies)
    if (limitsAll.has(layer.type)) allowed = and(allowed, allows)
  }
  return { denied, allowed }
}

/** The gates that do not allow (with certainty), each needed. */
export function missingGates(answers: readonly LayerAnswer[], input: EvaluationInput): readonly PolicyType[] {
  if (needsNoPermission(input)) return []
  const shut = answers.filter(({ layer, allows }) => limitsAll.has(layer.type) && allows === 'no')
  return [...shut.map(({ layer }) => layer.type), ...grant(answers, input).missing]
}

/** Refused whatever the policies say. */
const isRefused = (answers: readonly LayerAnswer[], input: EvaluationInput): boolean =>
  refusalOf(input) !== undefined || isBillingLocked(input) || isPublicAccessBlocked(input, answers)

/** The word for it. RCPs only ever deny, so they are in `denied` alone. */
export function decisionOf({ denied, allowed }: Combined): Decision {
  if (denied === 'yes') return 'explicitDeny'
  if (denied === 'unknown' || allowed === 'unknown') return 'undetermined'
  return allowed === 'yes' ? 'allowed' : 'implicitDeny'
}

interface Grant {
  readonly allowed: Answer
  readonly missing: readonly PolicyType[]
}

/** Who grants: the caller's own policies, the resource's, or both; for a key also a grant. */
function grant(answers: readonly LayerAnswer[], input: EvaluationInput): Grant {
  if (isGrantedOnKey(input)) return { allowed: 'yes', missing: [] }
  const own = ownSide(answers, input)
  const type: PolicyType = input.authority === 'role' ? 'trust' : 'resource'
  const by = ownersWord(answers, type)
  const owner: OwnerSide = { type, by, any: byAnyone(by), mustAgree: input.authority !== 'owner' }
  if (!hasOwnPolicies(input)) return { allowed: owner.any, missing: owner.any === 'no' ? [type] : [] }
  if (input.crossAccount || needsBothSides(input)) return bothSides(own, owner)
  return sameAccount(own, owner)
}

/** What the resource's policies say; where several take part (a bucket's and its access point's) all must agree. */
function ownersWord(answers: readonly LayerAnswer[], type: PolicyType): LayerAnswer['by'] {
  let word: LayerAnswer['by'] | undefined
  for (const { layer, exempt, by } of answers) {
    if (layer.type !== type || exempt !== undefined) continue
    word = word ? bothOf(word, by) : by
  }
  return word ?? byNobody
}

const bothOf = (a: LayerAnswer['by'], b: LayerAnswer['by']): LayerAnswer['by'] => ({
  direct: and(a.direct, b.direct),
  role: and(a.role, b.role),
  'federating-user': and(a['federating-user'], b['federating-user']),
  account: and(a.account, b.account),
})

/** Services, anonymous callers and tokens have no policies of their own: the resource alone grants. */
const hasOwnPolicies = ({ caller: { kind } }: EvaluationInput): boolean =>
  kind !== 'service' && kind !== 'anonymous' && kind !== 'identity-provider'

/** Session tags and a source identity must be allowed on both sides. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
const needsBothSides = ({ authority, actionName }: EvaluationInput): boolean =>
  authority === 'role' && (actionName === 'tagsession' || actionName === 'setsourceidentity')

/** The caller's own side: what identity policies allow, and what limits them. */
interface OwnSide {
  readonly identity: Answer
  readonly boundary: Answer
  readonly session: Answer
  /** Boundary and session policy together. */
  readonly limits: Answer
}

/** The resource owner's side: its policy, and whether nothing goes without it. */
interface OwnerSide {
  readonly type: PolicyType
  readonly by: LayerAnswer['by']
  readonly any: Answer
  readonly mustAgree: boolean
}

function ownSide(answers: readonly LayerAnswer[], { caller }: EvaluationInput): OwnSide {
  const allows = (type: PolicyType, otherwise: Answer): Answer =>
    answers.find(({ layer }) => layer.type === type)?.allows ?? otherwise
  // The root user has everything without a policy; a federated user has nothing without a session policy.
  const identity = caller.kind === 'root' ? 'yes' : allows('identity', 'no')
  const boundary = allows('permissions-boundary', 'yes')
  const session = allows('session', caller.kind === 'federated-user' ? 'no' : 'yes')
  return { identity, boundary, session, limits: and(boundary, session) }
}

function bothSides(own: OwnSide, owner: OwnerSide): Grant {
  const missing = [
    ...(owner.any === 'no' ? [owner.type] : []),
    ...(own.identity === 'no' ? (['identity'] as const) : []),
    ...shutLimits(own),
  ]
  return { allowed: and(owner.any, and(own.identity, own.limits)), missing }
}

/**
 * In one account: a resource policy that names the caller itself needs nobody else; one that names the role (or the user behind a federated
 * session) stands in for the identity policy only; one that names the account adds nothing, except where the owner's policy must always agree
 * (keys and roles): there it hands the decision over to the identity policy.
 */
function sameAccount(own: OwnSide, { type, by, mustAgree }: OwnerSide): Grant {
  const identity = mustAgree ? and(by.account, own.identity) : own.identity
  const granted = or(or(by.role, by['federating-user']), identity)
  const allowed = or(by.direct, and(granted, own.limits))
  if (allowed !== 'no') return { allowed, missing: [] }
  if (granted !== 'no') return { allowed, missing: shutLimits(own) }
  // Naming the caller itself in the owner's policy lifts boundary and session policy with it.
  return { allowed, missing: mustAgree && by.account === 'no' ? [type] : ['identity', ...shutLimits(own)] }
}

function shutLimits({ boundary, session }: OwnSide): readonly PolicyType[] {
  const shut: PolicyType[] = []
  if (boundary === 'no') shut.push('permissions-boundary')
  if (session === 'no') shut.push('session')
  return shut
}
