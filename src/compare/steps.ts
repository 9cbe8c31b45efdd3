import type { CompiledStatement, Request } from '../evaluate/index.ts'

/** The work that one comparison can still do: a policy that is built to be hard ends in "unknown", soon and after the same steps everywhere. */
export interface Steps {
  readonly left: () => number
  readonly spend: (steps: number) => void
}

/**
 * Steps of one comparison at most: a step of an automaton, or two sets of statements that are intersected. All of them take less than a second on a
 * slow machine; the pairs that come to an answer need a tenth of them and rarely half.
 */
const mostInAll = 2_000_000

export function countSteps(most = mostInAll): Steps {
  let left = most
  return {
    left: () => left,
    spend: (steps) => {
      left -= steps
    },
  }
}

/** What deciding conditions for one value costs: it's compared with each of theirs, and a pattern with variables is filled in for each value first. */
export const costOf = (conditions: CompiledStatement['conditions']): number =>
  conditions
    .flatMap(({ condition }) => condition.values)
    .reduce((sum, { value }) => sum + (value.pattern.glob ? 1 : withVariables), conditions.length)

const withVariables = 8

/** What statements cost to decide. */
export interface Cost {
  readonly statements: number
  /** Values that conditions compare with. */
  readonly comparisons: number
}

/** What a decision of `evaluate` costs: each statement looks for its keys among those of the context, and compares each value of a set. */
export function decisionSteps({ statements, comparisons }: Cost, { context = {} }: Request): number {
  const values = Object.values(context)
  const largest = Math.max(1, ...values.map((value) => (Array.isArray(value) ? value.length : 1)))
  return 32 + statements * (2 + values.length) + comparisons * largest
}
