import type { Decision, Verdict } from '../evaluate/index.ts'
import { blockingGates } from './blame.ts'

const ranks: Readonly<Record<Decision, number>> = { allowed: 0, undetermined: 1, implicitDeny: 2, explicitDeny: 3 }

/** Is the request nearer to being allowed? A better word, or the same word with less in the way. */
export function isBetter(after: Verdict, before: Verdict): boolean {
  const rank = ranks[after.decision] - ranks[before.decision]
  return rank < 0 || (rank === 0 && inTheWay(after) < inTheWay(before))
}

const inTheWay = (verdict: Verdict): number =>
  blockingGates(verdict).length +
  (verdict.decision === 'explicitDeny' ? verdict.decidedBy.length : 0) +
  verdict.missingContext.length
