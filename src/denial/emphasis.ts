import type { Piece } from './piece.ts'

/** Markdown's bold and italic at the end of a value. One star behind a separator is a wildcard: "instance/*". */
const ending = /(?:(?<!\*)\*\*|(?<!_)__|(?<=[\p{L}\d])(?:\*|_))$/u
/** No paragraph is looked at further back than this. */
const furthest = 2_000

/** A value without the mark that closes what was opened before it in the same paragraph: "**User: … on resource: arn:…:role/app**". */
export function withoutEmphasis(text: string, piece: Piece): Piece {
  const mark = ending.exec(piece.text)?.[0]
  if (mark === undefined || !isOpen(text, piece.from, mark)) return piece
  return { text: piece.text.slice(0, -mark.length), from: piece.from, to: piece.to - mark.length }
}

/** Was the mark opened before a place and not closed? */
function isOpen(text: string, at: number, mark: string): boolean {
  const before = text.slice(Math.max(0, at - furthest), at)
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1)
  const letter = mark[0] ?? ''
  let [opened, run] = [0, 0]
  for (let i = 0; i <= paragraph.length; i++) {
    if (paragraph[i] === letter) run++
    else {
      // Inside of a name, "_" is a letter.
      if (run === mark.length && isAtWordEdge(paragraph, i - run, i)) opened++
      run = 0
    }
  }
  return opened % 2 === 1
}

const isAtWordEdge = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\d]/u.test(text[from - 1] ?? ' ') || !/[\p{L}\d]/u.test(text[to] ?? ' ')
