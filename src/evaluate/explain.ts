import type { NonEmpty } from '../text/index.ts'
import { derivedKeys } from './derived-keys.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import { decideExactly, type Exact, type Inputs } from './exact.ts'
import { gapsOf } from './gaps.ts'
import { gateResults } from './gate-results.ts'
import type { GatesFor } from './gates.ts'
import { outcomeOf } from './outcome.ts'
import { matchesAction } from './statement.ts'
import type { GateResult, NearMiss, StatementTrace, Verdict } from './verdict.ts'

/** The whole answer to a call: its decision, what decided, what blocks, what nearly matched, what is still open. */
export function verdictOf(gatesFor: GatesFor, inputs: Inputs): Verdict {
  const exact = decideExactly(gatesFor, inputs)
  const outcome = outcomeOf(exact, gatesFor)
  const parts = inputs.length > 1 ? inputs.map((input) => verdictOf(gatesFor, [input])) : []
  // The gates shown are those of the part that fails.
  const shown = Math.max(
    0,
    parts.findIndex(({ decision }) => decision === outcome.decision),
  )
  const input = inputs[shown] ?? inputs[0]
  const gates = gateResults(gatesFor, input, { completions: completionsOf(exact, inputs, shown), outcome })
  return {
    ...outcome,
    gates,
    closest: parts.length > 0 ? parts.flatMap(({ closest }) => closest) : nearMisses(gates),
    derived: derivedKeys(input),
    unsupportedKeys: unsupportedKeys(gatesFor, input, gates),
    notEvaluated: [...new Set(inputs.flatMap((each) => gapsOf(exact, each)))],
    parts: parts.flatMap((verdict, i) => {
      const request = inputs[i]?.request
      return request ? [{ action: request.action, resource: request.resource, verdict }] : []
    }),
  }
}

/** The completions of one part of the call. */
function completionsOf(exact: Exact, inputs: Inputs, part: number): NonEmpty<EvaluationInput> {
  const [first, ...more] = exact.is === 'decided' ? exact.completions : ([inputs] as const)
  const of = (completion: Inputs): EvaluationInput => completion[part] ?? completion[0]
  return [of(first), ...more.map(of)]
}

/** Keys in conditions of statements about this action that no request for it carries. */
function unsupportedKeys(
  gatesFor: GatesFor,
  input: EvaluationInput,
  results: readonly GateResult[],
): readonly string[] {
  const { neverCarries, context } = input
  const exempt = new Set(results.flatMap(({ kind, level, state }) => (state === 'exempt' ? `${kind} ${level}` : [])))
  const keys = gatesFor(input.service)
    .flatMap(({ kind, level, statements }) => (exempt.has(`${kind} ${level}`) ? [] : statements))
    .filter(({ conditions, statement: { action } }) => conditions.length > 0 && action && matchesAction(action, input))
    .flatMap(({ conditions }) => conditions.map(({ condition }) => condition.key.value))
  const isInVain = (key: string): boolean => context.lookup(key).is === 'absent' && neverCarries(key)
  return [...new Set(keys)].filter((key) => isInVain(key.toLowerCase()))
}

const isAction = (element: string): boolean => element === 'Action' || element === 'NotAction'

/** Allow statements of the blocking gates that failed in one element only. Failing in the action counts only where it is a slip. */
const nearMisses = (gates: readonly GateResult[]): readonly NearMiss[] =>
  gates.filter(({ blocks }) => blocks).flatMap(({ statements }) => statements.flatMap(nearMiss))

function nearMiss({ ref, effect, elements }: StatementTrace): readonly NearMiss[] {
  const [failed, ...more] = elements.filter(({ answer }) => answer !== 'yes')
  if (effect !== 'Allow' || failed?.answer !== 'no' || more.length > 0) return []
  return isAction(failed.element) && failed.reason.code !== 'action-slip' ? [] : [{ ref, failed }]
}
