import type { Fix } from '../advise/index.ts'
import { type ComparisonCase, comparisonOf, type SurroundingText } from '../session/comparison.ts'
import { applyFixes } from './apply-fixes.ts'
import { type Bench, standingPolicies } from './state.ts'
import type { Answered } from './store.ts'

/** The policies before and after fixes, for the page that compares; without fixes both sides are the same. Undefined if the case has no policies. */
export function comparisonOfFixes({ bench, answer }: Answered, fixes: readonly Fix[]): ComparisonCase | undefined {
  const { policies } = answer.diagnosis
  const before = standingPolicies(bench)
  const known = new Map(before.map(({ id }, i) => [id, policies[i]?.type]))
  const type = fixes[0]?.policyType ?? policies[0]?.type
  if (!type) return undefined
  const typed = (state: Bench): readonly SurroundingText[] =>
    standingPolicies(state).map(({ id, name, text, target, type: chosen }) => ({
      type: known.get(id) ?? chosen ?? type,
      name,
      target,
      text,
    }))
  return comparisonOf(type, { before: typed(bench), after: typed(applyFixes(bench, bench, fixes)) })
}
