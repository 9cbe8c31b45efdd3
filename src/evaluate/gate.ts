import type { EvaluationInput } from './evaluation-input.ts'
import type { Logic } from './logic.ts'
import type { Coverage } from './principal-match.ts'
import type { ExemptReason } from './reasons.ts'
import type { CompiledStatement } from './statement.ts'
import type { GateRef } from './verdict.ts'

/**
 * What a gate's answer means to the decision:
 * - exempts: its yes ends the evaluation, because AWS asks for no permission at all
 * - guards: must allow, whoever grants
 * - grants: its yes is enough, without any policy of the caller or the resource
 * - caller: the caller's own side
 * - limits: must allow what the caller's side grants
 * - owner: the side of the resource's owner; several must agree
 * - owner-grants: grants for the resource's owner in the place of a policy
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
