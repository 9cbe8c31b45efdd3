import type { PolicyType } from '../iam/index.ts'
import type { EvaluationInput, GateAnswer } from './gate.ts'
import { byAnyone, refs } from './gates.ts'
import type { Logic } from './logic.ts'
import type { ByCoverage } from './principal-match.ts'

/** The answers, grouped by their meaning for the decision; a group without answers is missing. */
export interface Sides<T> {
  guards: T | undefined
  grants: T | undefined
  caller: T | undefined
  boundary: T | undefined
  session: T | undefined
  /** The policies of the resource's owner: all of them must allow the request. */
  owner: ByCoverage<T> | undefined
  /** Grants that replace the owner's policies: one is enough. */
  ownerGrants: ByCoverage<T> | undefined
}

/** The state before any gate answered. */
export const noSides = <T>(): Sides<T> => ({
  guards: undefined,
  grants: undefined,
  caller: undefined,
  boundary: undefined,
  session: undefined,
  owner: undefined,
  ownerGrants: undefined,
})

/** Adds a gate's answer to its side. */
export function addAnswer<T>(sides: Sides<T>, answer: GateAnswer<T>, input: EvaluationInput, logic: Logic<T>): void {
  const { gate, allows, by } = answer
  switch (gate.part) {
    case 'guards':
      sides.guards = joined(sides.guards, allows, logic.and)
      return
    case 'grants':
      sides.grants = joined(sides.grants, allows, logic.either)
      return
    case 'caller':
      sides.caller = joined(sides.caller, allows, logic.either)
      return
    case 'limits':
      // Cognito's session policy limits its guests next to one that was given.
      if (gate.kind === 'session') sides.session = joined(sides.session, allows, logic.and)
      else sides.boundary = joined(sides.boundary, allows, logic.and)
      return
    case 'owner':
      // The trust policy speaks for a role, the resource-based policy for everything else.
      if (by && gate.kind === ownerType(input)) sides.owner = sides.owner ? merged(sides.owner, by, logic.and) : by
      return
    case 'owner-grants':
      if (by) sides.ownerGrants = sides.ownerGrants ? merged(sides.ownerGrants, by, logic.either) : by
      return
    case 'exempts':
    case 'denies':
      return
  }
}

const joined = <T>(before: T | undefined, answer: T, join: (a: T, b: T) => T): T =>
  before === undefined ? answer : join(before, answer)

const ownerType = ({ authority }: EvaluationInput): PolicyType => (authority === 'role' ? 'trust' : 'resource')

const merged = <T>(a: ByCoverage<T>, b: ByCoverage<T>, merge: (a: T, b: T) => T): ByCoverage<T> => ({
  direct: merge(a.direct, b.direct),
  role: merge(a.role, b.role),
  'federating-user': merge(a['federating-user'], b['federating-user']),
  account: merge(a.account, b.account),
})

/** A missing limit allows everything. */
export const within = <T>(value: T, limit: T | undefined, logic: Logic<T>): T =>
  limit === undefined ? value : logic.within(value, limit)

/** The side that grants: the caller's policies, the owner's, or both. */
export function grantOf<T>(sides: Sides<T>, input: EvaluationInput, logic: Logic<T>): T {
  const owner = ownerOf(sides, input, logic)
  if (!hasOwnPolicies(input)) return byAnyone(owner, logic)
  const caller = sides.caller ?? logic.no(refs.identity)
  if (input.crossAccount || needsBothSides(input)) {
    return limited(logic.and(byAnyone(owner, logic), caller), sides, input, logic)
  }
  return sameAccount(owner, caller, sides, input, logic)
}

/** The answer of the owner's side; if its policies don't match, no one is covered. */
function ownerOf<T>({ owner, ownerGrants }: Sides<T>, input: EvaluationInput, logic: Logic<T>): ByCoverage<T> {
  if (owner) return ownerGrants ? merged(ownerGrants, owner, logic.either) : owner
  if (ownerGrants) return ownerGrants
  return logic.noOne(refs[ownerType(input)])
}

/** Services, anonymous callers, and tokens have no identity-based policies: only the resource's side grants. */
const hasOwnPolicies = ({ caller: { kind } }: EvaluationInput): boolean =>
  kind !== 'service' && kind !== 'anonymous' && kind !== 'identity-provider' && kind !== 'origin-access-identity'

/**
 * Session tags and a source identity must be allowed on both sides, and so must calls to a VPC Lattice service.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 * https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
 */
const needsBothSides = ({ authority, service, actionName }: EvaluationInput): boolean =>
  (authority === 'role' && (actionName === 'tagsession' || actionName === 'setsourceidentity')) ||
  service === 'vpc-lattice-svcs'

/**
 * What the boundary and the session policy leave of a grant. A federated user without a session policy has no permissions.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
 */
function limited<T>(value: T, sides: Sides<T>, { caller }: EvaluationInput, logic: Logic<T>): T {
  const session = sides.session ?? (caller.kind === 'federated-user' ? logic.no(refs.session) : undefined)
  return within(within(value, sides.boundary, logic), session, logic)
}

/**
 * In one account: an owner's policy that names the caller itself needs no one else; one that names the role (or the user behind a federated
 * session) replaces the identity-based policy only; one that names the account adds nothing, except where the owner's policy must always
 * agree (keys and roles): there it hands the decision over to the identity-based policy.
 */
function sameAccount<T>(owner: ByCoverage<T>, caller: T, sides: Sides<T>, input: EvaluationInput, logic: Logic<T>): T {
  const mustAgree = input.authority !== 'owner'
  const own = mustAgree ? logic.and(owner.account, caller) : caller
  const unlimited = logic.either(logic.either(owner.role, owner['federating-user']), own)
  const granted = limited(unlimited, sides, input, logic)
  // Where the owner's policy must agree and doesn't, naming the caller in it is the one thing to do: that lifts the limits, too.
  const onlyOwner = mustAgree && logic.answer(owner.account) === 'no' && logic.answer(unlimited) === 'no'
  return onlyOwner ? logic.either(granted, owner.direct) : logic.either(owner.direct, granted)
}
