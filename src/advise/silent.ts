import type { GateResult } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import { blockingGates } from './blame.ts'
import { type Evaluated, isEvaluated, type Situation } from './situation.ts'

/** A layer that would have to allow the request and does not. */
export interface Silent {
  readonly situation: Evaluated
  /** Undefined where only the message says so. */
  readonly gate: GateResult | undefined
}

/** Is a layer of this type blamed for not allowing the request? */
export function silentLayer(situation: Situation, type: PolicyType): Silent | undefined {
  const { effect, policyType } = situation.blame
  if (!isEvaluated(situation) || policyType !== type || effect === 'explicit-deny') return undefined
  return { situation, gate: blockingGates(situation.verdict).find(({ kind }) => kind === type) }
}
