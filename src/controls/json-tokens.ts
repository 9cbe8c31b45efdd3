import type { SyntaxKind } from './syntax-colors.ts'

/** A piece of a line of JSON; punctuation and white space have no kind. */
export interface JsonToken {
  readonly kind: SyntaxKind | undefined
  readonly text: string
}

/** Splits a line of JSON for coloring. The pieces together are the line; what isn't JSON stays uncolored. Takes linear time. */
export function jsonTokens(line: string): readonly JsonToken[] {
  const tokens: JsonToken[] = []
  let plain = 0
  let at = 0
  const push = (kind: SyntaxKind, end: number): void => {
    if (plain < at) tokens.push({ kind: undefined, text: line.slice(plain, at) })
    tokens.push({ kind, text: line.slice(at, end) })
    plain = at = end
  }
  while (at < line.length) {
    const c = line[at] ?? ''
    if (c === '"') {
      const end = stringEnd(line, at)
      push(isColon(line, end) ? 'key' : 'string', end)
    } else if (isWordy(c)) {
      let end = at
      while (end < line.length && isWordy(line[end] ?? '')) end++
      push('literal', end)
    } else at++
  }
  if (plain < line.length) tokens.push({ kind: undefined, text: line.slice(plain) })
  return tokens
}

/** Behind the closing quote, or the end of the line. */
function stringEnd(line: string, start: number): number {
  for (let i = start + 1; i < line.length; i++) {
    if (line[i] === '\\') i++
    else if (line[i] === '"') return i + 1
  }
  return line.length
}

const isColon = (line: string, at: number): boolean => {
  let i = at
  while (line[i] === ' ') i++
  return line[i] === ':'
}

/** A part of true, false, null, or a number. */
const isWordy = (c: string): boolean => /[\w.+-]/.test(c)
