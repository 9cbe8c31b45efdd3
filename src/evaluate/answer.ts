import type { Answer } from './verdict.ts'

/** Three-valued "not": what is unknown stays unknown. */
export const not = (answer: Answer): Answer => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown')

/** Three-valued "and": one no decides. */
export function every(answers: Iterable<Answer>): Answer {
  let result: Answer = 'yes'
  for (const answer of answers) {
    if (answer === 'no') return 'no'
    if (answer === 'unknown') result = 'unknown'
  }
  return result
}

/** "And" of two, for where lists would cost. */
export const and = (a: Answer, b: Answer): Answer =>
  a === 'no' || b === 'no' ? 'no' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes'

/** "Or" of two. */
export const or = (a: Answer, b: Answer): Answer =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'no'

/** Yes or no. */
export const answerOf = (value: boolean): Answer => (value ? 'yes' : 'no')
