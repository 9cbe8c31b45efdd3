import type { DocumentType } from '../iam/index.ts'
import type { Logic } from './logic.ts'
import type { Coverage } from './principal-match.ts'
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

/** How strongly the owner's side allows: see `Coverage`. */
export type ByCoverage<T> = Readonly<Record<Coverage, T>>

/** What a gate says to one request. */
export interface GateAnswer<T> {
  readonly gate: Gate
  /** Why the gate has no say here; undefined where it has one. */
  readonly exempt: ExemptReason | undefined
  readonly denies: T
  readonly allows: T
  /** For the owner's side: for whom its Allow is meant. */
  readonly by: ByCoverage<T> | undefined
}

/** Anything that answers a request: a layer of policies, a rule of AWS, a switch of the account, a grant. */
export interface Gate extends GateRef {
  /** Its name alone. */
  readonly ref: GateRef
  readonly part: GatePart
  /** Policies: false where none of this type was given. */
  readonly given: boolean
  readonly statements: readonly CompiledStatement[]
  /** Would this request meet the gate? Says whether people hear of policies that were not given. */
  meets(input: EvaluationInput): boolean
  /** Those of its statements whose Action matches this action. Both texts in lower case. */
  about(service: string, actionName: string): readonly CompiledStatement[]
  /** What it and its statements `about` the action answer, at the price of `logic`; undefined where the gate has nothing to say. */
  ask<T>(input: EvaluationInput, about: readonly CompiledStatement[], logic: Logic<T>): GateAnswer<T> | undefined
}

/** An action as requests ask for it, with everything that a set of policies has to say about it whatever the rest of a request is. */
export interface AskedAction extends ActionGates {
  /** The two sides of the colon, in lower case. */
  readonly service: string
  readonly actionName: string
  /** AssumeRoleWithWebIdentity or AssumeRoleWithSAML: called with nothing but a token, so only an identity provider can be the caller. */
  readonly isByToken: boolean
  /** A call by which someone becomes a role. */
  readonly isAssumption: boolean
  /** Made without AWS credentials: nothing that is attached to a caller counts. */
  readonly isUnsigned: boolean
  /** The call to a function URL. */
  readonly isFunctionUrl: boolean
}

/** The gates that requests for an action meet, in the table's order. */
export interface ActionGates {
  readonly all: readonly Gate[]
  /** Those that can answer: not the policy types of which nothing was given. */
  readonly given: readonly AskedGate[]
}

/** A gate, and those of its statements whose Action (or NotAction) matches. */
export interface AskedGate {
  readonly gate: Gate
  readonly statements: readonly CompiledStatement[]
}

/** A request made ready for evaluation: its caller, its resource's owner, and what AWS fills in. */
export interface EvaluationInput extends Subject {
  readonly request: Request
  readonly facts: Facts
  readonly resourceAccount: string | undefined
  readonly crossAccount: boolean
  /**
   * Whose policy must always agree. "key": nothing works unless the key policy says so; "role": a role is assumed, its trust policy must
   * allow; "owner": within one account identity or resource policy is enough.
   */
  readonly authority: 'owner' | 'key' | 'role'
  /** What was given besides policies. */
  readonly documents: ReadonlySet<DocumentType>
  /** The action, with the gates that answer requests for it. */
  readonly asked: AskedAction
}
