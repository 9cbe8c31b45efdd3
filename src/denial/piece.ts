/** A piece of a flat text: what was read and where. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The piece of a text between two offsets, without blanks and quotes at its ends; undefined if nothing is left. */
export function pieceBetween(text: string, start: number, end: number): Piece | undefined {
  let [from, to] = [start, end]
  while (from < to && isRim(text.charCodeAt(from))) from++
  while (to > from && isRim(text.charCodeAt(to - 1))) to--
  if (isBold(text, from, to)) [from, to] = [from + 2, to - 2]
  if (from >= to) return undefined
  // Blanks in the middle are line breaks and indentation: one blank is what was meant.
  return { text: inOneLine(text.slice(from, to)), from, to }
}

const rim = new Set([...'"\'`“”‘’ \t\n\r\v\f\u00a0'].map((c) => c.charCodeAt(0)))
const isRim = (code: number): boolean => rim.has(code)

/** "**name**" is Markdown's bold; stars alone, or at one end only, are a redaction or a wildcard. */
const isBold = (text: string, from: number, to: number): boolean =>
  to - from > 4 &&
  text.startsWith('**', from) &&
  text.startsWith('**', to - 2) &&
  /[A-Za-z0-9]/.test(text[from + 2] ?? '') &&
  text[to - 3] !== '*'

/** Cuts off what belongs to the sentence or the wrapping and not to the value: a full stop, commas, closing brackets that open nowhere. */
export function trimEnd(piece: Piece): Piece | undefined {
  let { text, to } = piece
  for (;;) {
    const last = text.at(-1) ?? ''
    const opening = closings.get(last)
    const loose = opening !== undefined && count(text, last) > count(text, opening)
    if (!loose && !/[,;"'`]/.test(last) && !(last === '.' && !text.endsWith('..'))) break
    text = text.slice(0, -1)
    to--
  }
  return text === '' ? undefined : { text, from: piece.from, to }
}

const closings: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
])

const count = (text: string, letter: string): number => text.split(letter).length - 1

/** The text in one line: for sentences of which only the words count, not the place. */
export const inOneLine = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text)
