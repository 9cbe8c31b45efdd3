import type { NonEmpty } from '../text/index.ts'
import { type Draft, draftOf, type EvaluationInput, type GateAnswer, redraft } from './gate.ts'
import { refs } from './gates.ts'
import { addAnswer, grantOf, noSides, type Sides, within } from './grant.ts'
import type { Logic } from './logic.ts'
import type { Decision } from './verdict.ts'

/** The combined answer of all gates. `denied`: does an explicit deny match? `allowed`: would the request be allowed without explicit denies? */
export interface Folded<T> {
  readonly denied: T
  readonly allowed: T
}

/** Collects the gates' answers while they are folded. */
export type Keep<T> = (answer: GateAnswer<T>) => void

/**
 * The decision, as AWS evaluates it: any explicit deny ends it; then every guardrail must allow the request; then a policy must grant it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function fold<T>(input: EvaluationInput, logic: Logic<T>, keep?: Keep<T>): Folded<T> {
  let denied = logic.no(refs.identity)
  const sides: Sides<T> = noSides()
  let draft: Draft<T> | undefined
  const { given, withinAccount } = input.asked
  for (const { gate, statements } of input.crossAccount ? given : withinAccount) {
    // Answers that no one keeps share one object.
    draft = draft && !keep ? redraft(draft, gate, logic) : draftOf(gate, logic)
    if (!gate.ask(input, statements, logic, draft)) continue
    const answer = draft
    keep?.(answer)
    if (gate.part === 'exempts') return { denied: answer.denies, allowed: answer.allows }
    if (answer.exempt) continue
    denied = logic.either(denied, answer.denies)
    addAnswer(sides, answer, input, logic)
  }
  const usual = grantOf(sides, input, logic)
  const granted = sides.grants === undefined ? usual : logic.either(sides.grants, usual)
  return { denied, allowed: within(granted, sides.guards, logic) }
}

/** All parts of a call: an explicit deny of any part denies it, and every part must be allowed. */
export function foldAll<T>(inputs: NonEmpty<EvaluationInput>, logic: Logic<T>): Folded<T> {
  const first = fold(inputs[0], logic)
  // Most calls are one request, which needs no copy of the list.
  if (inputs.length === 1) return first
  return inputs.slice(1).reduce((all, input) => together(all, fold(input, logic), logic), first)
}

/** Two parts of a call. */
export const together = <T>(a: Folded<T>, b: Folded<T>, logic: Logic<T>): Folded<T> => ({
  denied: logic.either(a.denied, b.denied),
  allowed: logic.and(a.allowed, b.allowed),
})

/** The resulting decision. */
export function decisionOf<T>({ denied, allowed }: Folded<T>, logic: Logic<T>): Decision {
  const isDenied = logic.answer(denied)
  const isAllowed = logic.answer(allowed)
  if (isDenied === 'yes') return 'explicitDeny'
  if (isDenied === 'unknown' || isAllowed === 'unknown') return 'undetermined'
  return isAllowed === 'yes' ? 'allowed' : 'implicitDeny'
}
