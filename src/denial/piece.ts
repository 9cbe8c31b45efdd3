/** A piece of a flat text: what was read and where. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The piece of a text between two offsets, without blanks and quotes at its ends; undefined if nothing is left. */
export function pieceBetween(text: string, start: number, end: number): Piece | undefined {
  let [from, to] = [start, end]
  while (from < to && /[\s"'`“”‘’]/.test(text[from] ?? '')) from++
  while (to > from && /[\s"'`“”‘’]/.test(text[to - 1] ?? '')) to--
  if (from >= to) return undefined
  // Blanks in the middle are line breaks and indentation: one blank is what was meant.
  return { text: text.slice(from, to).replace(/\s+/g, ' '), from, to }
}

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
