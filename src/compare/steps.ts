/** The work that one comparison can still do: a policy that is built to be hard ends in "unknown", soon and after the same steps everywhere. */
export interface Steps {
  readonly left: () => number
  readonly spend: (steps: number) => void
}

/**
 * Steps of one comparison at most: a step of an automaton, or two sets of statements that are intersected. All of them take about half a second; the
 * pairs that come to an answer need a tenth of them and rarely half.
 */
const mostInAll = 2_500_000

export function countSteps(most = mostInAll): Steps {
  let left = most
  return {
    left: () => left,
    spend: (steps) => {
      left -= steps
    },
  }
}

/** What a decision of `evaluate` costs: each statement can look for its key among those of the context. */
export const decisionSteps = (statements: number, keys: number): number => 32 + statements * (2 + keys)
