import type { NonEmpty } from '../text/index.ts'
import { decideExactly } from './exact.ts'
import { verdictOf } from './explain.ts'
import type { Layer } from './layers.ts'
import type { Request } from './request.ts'
import type { Situation } from './situation.ts'
import type { StatementRef, Verdict } from './verdict.ts'

/** A call's request, and one for each other thing that it asks for. */
export function situationsOf(request: Request, situate: (request: Request) => Situation): NonEmpty<Situation> {
  const first = situate(request)
  if (!request.also?.length) return [first]
  const { also, resourceAccount: _owner, ...rest } = request
  return [first, ...also.map((part) => situate({ ...rest, ...part, action: part.action ?? request.action }))]
}

/** The verdict on a call: of one request, or of all its parts, which must all be allowed. */
export function verdictOfAll(layers: readonly Layer[], situations: NonEmpty<Situation>): Verdict {
  const decided = decideExactly(layers, situations)
  if (situations.length === 1) return verdictOf(decided, layers, situations[0])
  const verdicts = situations.map((situation) => verdictOf(decideExactly(layers, [situation]), layers, situation))
  const all = <Item>(of: (verdict: Verdict) => readonly Item[]): readonly Item[] => [...new Set(verdicts.flatMap(of))]
  // The gates shown first are those of the part that fails.
  const worst = verdicts.find(({ decision }) => decision === decided.decision) ?? verdicts[0]
  const own = worst ?? verdictOf(decided, layers, situations[0])
  return {
    ...own,
    decision: decided.decision,
    decidedBy: distinct(verdicts.filter(({ decision }) => decision === decided.decision).flatMap((v) => v.decidedBy)),
    blockedBy: decided.decision === 'undetermined' ? [] : all(({ blockedBy }) => blockedBy),
    missingContext: decided.missing.map(({ written }) => written),
    questions: decided.questions,
    closest: verdicts.flatMap(({ closest }) => closest),
    unsupportedKeys: own.unsupportedKeys,
    notEvaluated: all(({ notEvaluated }) => notEvaluated),
    parts: situations.flatMap(({ request: { action, resource } }, i) => {
      const verdict = verdicts[i]
      return verdict ? [{ action, resource, verdict }] : []
    }),
  }
}

const distinct = (refs: readonly StatementRef[]): readonly StatementRef[] => [
  ...new Map(refs.map((ref) => [`${ref.policyIndex}/${ref.statement}`, ref])).values(),
]
