import type { NonEmpty } from '../text/index.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import { decideExactly } from './exact.ts'
import { verdictOf } from './explain.ts'
import type { Layer } from './layers.ts'
import type { Request } from './request.ts'
import type { StatementRef, Verdict } from './verdict.ts'

/** A call's request, and one for each other thing that it asks for. */
export function inputsOf(request: Request, read: (request: Request) => EvaluationInput): NonEmpty<EvaluationInput> {
  const first = read(request)
  if (!request.also?.length) return [first]
  const { also, resourceAccount: _owner, ...rest } = request
  return [first, ...also.map((part) => read({ ...rest, ...part, action: part.action ?? request.action }))]
}

/** The verdict on a call: of one request, or of all its parts, which must all be allowed. */
export function verdictOfAll(layers: readonly Layer[], inputs: NonEmpty<EvaluationInput>): Verdict {
  const decided = decideExactly(layers, inputs)
  if (inputs.length === 1) return verdictOf(decided, layers, inputs[0])
  const verdicts = inputs.map((input) => verdictOf(decideExactly(layers, [input]), layers, input))
  const all = <Item>(of: (verdict: Verdict) => readonly Item[]): readonly Item[] => [...new Set(verdicts.flatMap(of))]
  // The gates shown first are those of the part that fails.
  const worst = verdicts.find(({ decision }) => decision === decided.decision) ?? verdicts[0]
  const own = worst ?? verdictOf(decided, layers, inputs[0])
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
    parts: inputs.flatMap(({ request: { action, resource } }, i) => {
      const verdict = verdicts[i]
      return verdict ? [{ action, resource, verdict }] : []
    }),
  }
}

const distinct = (refs: readonly StatementRef[]): readonly StatementRef[] => [
  ...new Map(refs.map((ref) => [`${ref.policyIndex}/${ref.statement}`, ref])).values(),
]
