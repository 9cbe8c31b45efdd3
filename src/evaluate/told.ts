import type { Inputs } from './exact.ts'
import { type Folded, fold, together } from './fold.ts'
import type { EvaluationInput, Gate, GateAnswer } from './gate.ts'
import { type Hits, withCauses } from './logic.ts'

/** What every gate that had something to say said about one request. */
export type GateAnswers = ReadonlyMap<Gate, GateAnswer<Hits>>

/** One request of a call, folded with causes: the decision's causes, and the answers they were folded from. */
export interface Told {
  readonly folded: Folded<Hits>
  readonly answers: readonly GateAnswer<Hits>[]
}

/** Folds every request of a call, once, keeping what the gates say. */
export const tell = (inputs: Inputs): readonly Told[] => inputs.map(tellOne)

function tellOne(input: EvaluationInput): Told {
  const answers: GateAnswer<Hits>[] = []
  const folded = fold(input, withCauses, (answer) => answers.push(answer))
  return { folded, answers }
}

/** The call's causes, from those of its requests. */
export const foldedOf = (told: readonly Told[]): Folded<Hits> =>
  told.map(({ folded }) => folded).reduce((all, one) => together(all, one, withCauses))
