import type { NonEmpty } from '../text/index.ts'
import { derivedKeys } from './derived-keys.ts'
import { type Exact, type Inputs, tryCompletions } from './exact.ts'
import { decisionOf } from './fold.ts'
import { gapsOf } from './gaps.ts'
import type { EvaluationInput } from './gate.ts'
import { gateResults } from './gate-results.ts'
import { withCauses } from './logic.ts'
import { outcomeOf } from './outcome.ts'
import { matchesAction } from './statement.ts'
import { type FoldedRequest, foldedOf, foldRequests } from './told.ts'
import type { Details, GateResult, NearMiss, Outcome, StatementTrace, Verdict } from './verdict.ts'

/**
 * The whole answer to a call. It costs one fold with causes, which gives the decision and its causes; all other details are computed when
 * someone reads them.
 */
export function verdictOf(inputs: Inputs): Verdict {
  const told = foldRequests(inputs)
  const folded = foldedOf(told)
  const decision = decisionOf(folded, withCauses)
  if (decision !== 'undetermined') {
    const exact: Exact = { is: 'decided', decision, completions: [inputs] }
    return verdict({ inputs, exact, told: [told], outcome: outcomeOf(exact, [folded]) })
  }
  const exact = tryCompletions(inputs)
  const [first, ...more] = exact.is === 'decided' ? exact.completions : ([inputs] as const)
  const all: Explained['told'] = [foldRequests(first), ...more.map((completion) => foldRequests(completion))]
  const [one, ...others] = all
  const outcome = outcomeOf(exact, [foldedOf(one), ...others.map(foldedOf)])
  return verdict({ inputs, exact, told: all, outcome })
}

/** A decided call, and what the gates said to each of its completions, part by part. */
interface Explained {
  readonly inputs: Inputs
  readonly exact: Exact
  readonly told: NonEmpty<NonEmpty<FoldedRequest>>
  readonly outcome: Outcome
}

const verdict = (explained: Explained): Verdict => Object.assign(new LazyDetails(explained), explained.outcome)

/** Each detail is worked out once, when someone reads it. As JSON the details are plain data. */
class LazyDetails implements Details {
  readonly #explained: Explained
  #gates: Details['gates'] | undefined
  #parts: Details['parts'] | undefined
  #closest: Details['closest'] | undefined

  constructor(explained: Explained) {
    this.#explained = explained
    this.#gates = undefined
    this.#parts = undefined
    this.#closest = undefined
  }

  get parts(): Details['parts'] {
    const { inputs } = this.#explained
    this.#parts ??=
      inputs.length === 1
        ? []
        : inputs.map((input) => {
            const { action, resource } = input.request
            return { action, resource, verdict: verdictOf([input]) }
          })
    return this.#parts
  }

  get gates(): Details['gates'] {
    const { told, outcome } = this.#explained
    const of = (completion: NonEmpty<FoldedRequest>): FoldedRequest['answers'] => this.#part(completion).answers
    const [first, ...more] = told
    this.#gates ??= gateResults(this.#shown(), { told: [of(first), ...more.map(of)], outcome })
    return this.#gates
  }

  get closest(): Details['closest'] {
    this.#closest ??=
      this.parts.length > 0 ? this.parts.flatMap((part) => part.verdict.closest) : nearMisses(this.gates)
    return this.#closest
  }

  get derived(): Details['derived'] {
    return derivedKeys(this.#shown())
  }

  get unsupportedKeys(): Details['unsupportedKeys'] {
    return unsupportedKeys(this.#shown(), this.gates)
  }

  get notEvaluated(): Details['notEvaluated'] {
    const { inputs, exact } = this.#explained
    return [...new Set(inputs.flatMap((input) => gapsOf(exact, input)))]
  }

  /** Of a list with one item per part, the one of the part that is shown: the first part that leads to the decision. */
  #part<T>(list: NonEmpty<T>): T {
    const { decision } = this.#explained.outcome
    const shown = this.parts.findIndex((part) => part.verdict.decision === decision)
    return list[shown] ?? list[0]
  }

  #shown(): EvaluationInput {
    return this.#part(this.#explained.inputs)
  }

  toJSON(): Verdict {
    return { ...this.#explained.outcome, ...plainDetails(this) }
  }
}

/** The details as plain data: copies and messages between threads hold what an object has itself, and nothing that it works out. */
export const plainDetails = ({ gates, closest, derived, unsupportedKeys, notEvaluated, parts }: Details): Details => ({
  gates,
  closest,
  derived,
  unsupportedKeys,
  notEvaluated,
  parts,
})

/** Keys in conditions of statements about this action that no request for it carries. */
function unsupportedKeys(input: EvaluationInput, results: readonly GateResult[]): readonly string[] {
  const { context } = input
  const exempt = new Set(results.flatMap(({ kind, level, state }) => (state === 'exempt' ? `${kind} ${level}` : [])))
  const keys = input.asked.all
    .flatMap(({ kind, level, statements }) => (exempt.has(`${kind} ${level}`) ? [] : statements))
    .filter(({ conditions, statement: { action } }) => conditions.length > 0 && action && matchesAction(action, input))
    .flatMap(({ conditions }) => conditions.map(({ condition }) => condition.key.value))
  const isInVain = (key: string): boolean => context.lookup(key).is === 'absent' && context.neverCarries(key)
  return [...new Set(keys)].filter((key) => isInVain(key.toLowerCase()))
}

const isAction = (element: string): boolean => element === 'Action' || element === 'NotAction'

/**
 * Allow statements of the blocking gates that failed in one element only, or in conditions only. Failing in the action counts only where it is a slip. A condition
 * that isn't known yet fails nothing.
 */
const nearMisses = (gates: readonly GateResult[]): readonly NearMiss[] =>
  gates.filter(({ blocks }) => blocks).flatMap(({ statements }) => statements.flatMap(nearMiss))

function nearMiss({ ref, effect, elements }: StatementTrace): readonly NearMiss[] {
  const open = elements.filter(({ answer }) => answer !== 'yes')
  const failed = open.find(({ answer }) => answer === 'no')
  if (effect !== 'Allow' || !failed) return []
  const isOpenCondition = ({ element, answer }: (typeof open)[number]): boolean =>
    failed.element !== 'Condition' && element === 'Condition' && answer !== 'no'
  const also = open.filter((element) => element !== failed && !isOpenCondition(element))
  if (also.length > 0) return open.every(({ element }) => element === 'Condition') ? [{ ref, failed, also }] : []
  return isAction(failed.element) && failed.reason.code !== 'action-slip' ? [] : [{ ref, failed }]
}
