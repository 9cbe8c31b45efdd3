import type { DocumentType } from '../iam/index.ts'
import type { Logic } from './logic.ts'
import type { ByCoverage } from './principal-match.ts'
import type { ExemptReason } from './reasons.ts'
import type { Facts, Request } from './request.ts'
import type { CompiledStatement, Subject } from './statement.ts'
import type { GateRef } from './verdict.ts'

/**
 * What a gate's answer means to the decision:
 * - exempts: a yes ends the evaluation, because AWS requires no permission at all
 * - guards: must allow the request, no matter which policy grants it
 * - grants: a yes is enough, without an identity-based or resource-based policy
 * - caller: the caller's own side
 * - limits: must allow what the caller's side grants
 * - owner: the side of the resource's owner; several must agree
 * - owner-grants: grants for the resource's owner instead of a policy
 * - denies: can only deny
 */
export type GatePart = 'exempts' | 'guards' | 'grants' | 'caller' | 'limits' | 'owner' | 'owner-grants' | 'denies'

/** The answer of a gate to one request. */
export interface GateAnswer<T> {
  readonly gate: Gate
  /** Why the gate doesn't apply to the request; undefined if it does. */
  readonly exempt: ExemptReason | undefined
  readonly denies: T
  readonly allows: T
  /** For the owner's side: the principals that its Allow covers. */
  readonly by: ByCoverage<T> | undefined
}

/** Anything that answers a request: a layer of policies, an AWS rule, an account setting, a grant. */
export interface Gate extends GateRef {
  /** Its name alone. */
  readonly ref: GateRef
  readonly part: GatePart
  /** Does it answer only requests from another account than the resource's? */
  readonly crossAccountOnly: boolean
  /** For policy gates: false if no policy of this type was given. */
  readonly given: boolean
  readonly statements: readonly CompiledStatement[]
  /** Would the gate apply to this request? Decides whether the answer lists policies that were not given. */
  meets(input: EvaluationInput): boolean
  /** Those of its statements whose Action matches this action. Both texts in lower case. */
  about(service: string, actionName: string): readonly CompiledStatement[]
  /**
   * Writes the answer of the gate and its statements `about` the action, at the cost of `logic`, into a draft that says no; false if the gate doesn't
   * apply.
   */
  ask<T>(input: EvaluationInput, about: readonly CompiledStatement[], logic: Logic<T>, draft: Draft<T>): boolean
}

/** A gate's answer while it's being written. */
export type Draft<T> = { -readonly [Part in keyof GateAnswer<T>]: GateAnswer<T>[Part] }

/** An answer that says no. */
export function draftOf<T>(gate: Gate, logic: Logic<T>): Draft<T> {
  const no = logic.no(gate.ref)
  return { gate, exempt: undefined, denies: no, allows: no, by: undefined }
}

/** The same in an object that was used before and that no one holds: answering thousands of requests makes no objects then. */
export function redraft<T>(draft: Draft<T>, gate: Gate, logic: Logic<T>): Draft<T> {
  const no = logic.no(gate.ref)
  draft.gate = gate
  draft.exempt = undefined
  draft.denies = no
  draft.allows = no
  draft.by = undefined
  return draft
}

/** A requested action, with everything about it in a set of policies that doesn't depend on the rest of the request. */
export interface AskedAction extends ActionGates {
  /** The two sides of the colon, in lower case. */
  readonly service: string
  readonly actionName: string
  /** AssumeRoleWithWebIdentity or AssumeRoleWithSAML: the call has only a token, so the caller can only be an identity provider. */
  readonly isByToken: boolean
  /** A call that assumes a role. */
  readonly isAssumption: boolean
  /** Made without AWS credentials: policies that are attached to a caller don't apply. */
  readonly isUnsigned: boolean
  /** The call to a function URL. */
  readonly isFunctionUrl: boolean
}

/** The gates that apply to requests for an action, in the table's order. */
export interface ActionGates {
  readonly all: readonly Gate[]
  /** The gates that can answer: without policy types that were not given. */
  readonly given: readonly AskedGate[]
  /** Those of them that can answer a request within one account: most requests are. */
  readonly withinAccount: readonly AskedGate[]
}

/** A gate, and those of its statements whose Action (or NotAction) matches. */
export interface AskedGate {
  readonly gate: Gate
  readonly statements: readonly CompiledStatement[]
}

/** A request prepared for evaluation: its caller, its resource's owner, and the keys that AWS fills in. */
export interface EvaluationInput extends Subject {
  readonly request: Request
  readonly facts: Facts
  readonly resourceAccount: string | undefined
  readonly crossAccount: boolean
  /**
   * The policy that must always allow the request. "key": the key policy; "role": the trust policy of the assumed role; "owner": within one
   * account, an identity-based or a resource-based policy is enough.
   */
  readonly authority: 'owner' | 'key' | 'role'
  /** What was given besides policies. */
  readonly documents: ReadonlySet<DocumentType>
  /** The action, with the gates that answer requests for it. */
  readonly asked: AskedAction
}
