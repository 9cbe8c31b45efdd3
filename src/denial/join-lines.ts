import { lineStart } from '../text/index.ts'
import type { Flat } from './flat.ts'
import { flatten } from './flatten.ts'
import { behindLineMarks } from './line-marks.ts'
import { Origins } from './origins.ts'

/** How the lines of a text are put together: with the blanks that they begin with, or without blanks and marks. */
export type Joint = 'apart' | 'close'

/**
 * The text with some of its line breaks taken out, flattened; its places are those of the original. Breaks are offsets in ascending order; `inWords` are
 * those that stand inside a word for sure, so that its pieces never stay apart.
 */
export function flatJoined(
  text: string,
  breaks: ReadonlySet<number>,
  joint: Joint,
  inWords?: ReadonlySet<number>,
): { readonly text: string; readonly flat: Flat } {
  const origins = new Origins()
  const parts: string[] = []
  let [from, length] = [0, 0]
  const put = (to: number): void => {
    origins.note(length, { from, to }, true)
    parts.push(text.slice(from, to))
    length += to - from
  }
  for (const at of breaks) {
    const own = inWords?.has(at) ? 'close' : joint
    put(Math.max(from, lineEnd(text, at, own)))
    from = own === 'apart' ? at + 1 : skipBlanks(text, nextLine(text, at))
  }
  put(text.length)
  const joined = parts.join('')
  const flat = flatten(joined)
  const place = (offset: number): number => origins.of(offset)
  return {
    text: joined,
    flat: {
      text: flat.text,
      origin: (start, end) => {
        const span = flat.origin(start, end)
        return { from: place(span.from), to: span.to > span.from ? place(span.to - 1) + 1 : place(span.from) }
      },
    },
  }
}

function lineEnd(text: string, at: number, joint: Joint): number {
  let end = text[at - 1] === '\r' ? at - 1 : at
  while (joint === 'close' && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return end
}

/** Where the text of the line behind a break begins. A mark stands before every line or before none: "/*" may be the end of an ARN. */
export function nextLine(text: string, at: number): number {
  const start = lineStart(text, at)
  const isMarked = behindLineMarks(text, start) > skipBlanks(text, start)
  return isMarked ? behindLineMarks(text, at + 1) : at + 1
}

/** The first place from here on that is neither a space nor a tab. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}
