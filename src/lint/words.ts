import type { ReadProblem } from '../iam/index.ts'
import { problemWords } from '../words/index.ts'

const longest = 120

/** A text of the user's as it can stand between backticks: without any, and not endless. */
export function plainText(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return short.replaceAll('`', "'")
}

/** A text of the user's in a sentence: in backticks. */
export const quote = (text: string): string => `\`${plainText(text)}\``

/** What the reader says about a text, as sentences. */
export function sentence(problem: ReadProblem): string {
  const { message, expected } = problemWords(problem)
  return expected === undefined ? `${message}.` : `${message}. Expected here: ${expected}.`
}

/** "a and b", "a, b and 3 more" */
export function listed(texts: readonly string[], most = 4): string {
  const some = texts.slice(0, most)
  const rest = texts.length - some.length
  const parts = rest > 0 ? [...some, `${rest} more`] : some
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
