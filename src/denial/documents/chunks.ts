import type { Span } from '../../text/index.ts'

const quote = 34
const backslash = 92
const newline = 10

/**
 * The places of the outermost JSON objects in a text, whatever is around them. Only objects whose first key is in double quotes count, so braces
 * in prose are skipped; text after an object that is never closed is ignored. Linear in the text.
 */
export function jsonChunks(text: string): readonly Span[] {
  const chunks: Span[] = []
  let at = text.indexOf('{')
  while (at >= 0) {
    const first = firstInside(text, at + 1)
    if (text.charCodeAt(first) !== quote) {
      at = text.indexOf('{', at + 1)
      continue
    }
    const to = endOf(text, at)
    if (to === undefined) break
    chunks.push({ from: at, to })
    at = text.indexOf('{', to)
  }
  return chunks
}

function firstInside(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= 32) at++
  return at
}

/** Behind the brace that closes the one at `from`; undefined where none does. */
function endOf(text: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === quote) at = endOfString(text, at)
    else if (c === 123) depth++
    else if (c === 125 && --depth === 0) return at + 1
  }
  return undefined
}

/** The closing quote; a line break ends a string too, because its quote was forgotten. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === backslash) at++
    else if (c === quote || c === newline) return at
  }
  return text.length
}
