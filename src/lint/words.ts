import type { ReadProblem } from '../iam/index.ts'
import { problemWords } from '../words/index.ts'

export { listed, quote } from '../words/index.ts'

/** What the reader says about a text, as sentences. */
export function sentence(problem: ReadProblem): string {
  const { message, expected } = problemWords(problem)
  return expected === undefined ? `${message}.` : `${message}. Expected here: ${expected}.`
}
