import { lineStart } from '../text/index.ts'

/** Lines of a log that belong together: what stands further away is about something else. */
const nearLines = 8
/** A line of a file can be long. */
const reach = 1500

/** Where a line begins. */

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** The line around a place, at most 1,500 characters each way. */
export const lineAround = (text: string, from: number, to: number): string =>
  text.slice(Math.max(lineStart(text, from), from - reach), Math.min(lineEnd(text, to), to + reach))

/** The line around a place with eight lines before and behind it, at most 1,500 characters each way. */
export function linesAround(text: string, from: number, to: number): string {
  let [start, end] = [lineStart(text, from), lineEnd(text, to)]
  for (let i = 0; i < nearLines && start > 0; i++) start = lineStart(text, start - 1)
  for (let i = 0; i < nearLines && end < text.length; i++) end = lineEnd(text, end + 1)
  return text.slice(Math.max(start, from - reach), Math.min(end, to + reach))
}
