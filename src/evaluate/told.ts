import type { NonEmpty } from '../text/index.ts'
import type { Inputs } from './exact.ts'
import { type Folded, fold, together } from './fold.ts'
import type { EvaluationInput, Gate, GateAnswer } from './gate.ts'
import { type Hits, withCauses } from './logic.ts'

/** The answers of all gates that apply to one request. */
export type GateAnswers = ReadonlyMap<Gate, GateAnswer<Hits>>

/** One request of a call, folded with causes: the causes of the decision, and the answers that they come from. */
export interface FoldedRequest {
  readonly folded: Folded<Hits>
  readonly answers: readonly GateAnswer<Hits>[]
}

/** Folds every request of a call, once, and keeps the gates' answers. */
export function foldRequests([first, ...more]: Inputs): NonEmpty<FoldedRequest> {
  return [foldRequest(first), ...more.map(foldRequest)]
}

function foldRequest(input: EvaluationInput): FoldedRequest {
  const answers: GateAnswer<Hits>[] = []
  const folded = fold(input, withCauses, (answer) => answers.push(answer))
  return { folded, answers }
}

/** The call's causes, from those of its requests. */
export const foldedOf = (told: NonEmpty<FoldedRequest>): Folded<Hits> =>
  told.map(({ folded }) => folded).reduce((all, one) => together(all, one, withCauses))
