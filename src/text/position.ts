/** A place for people: both counted from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The line and column of an offset; offsets past the end give the end. CRLF and lone CR end a line too. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(offset, text.length)
  let line = 1
  let start = 0
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    const ends = code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)
    if (ends) {
      line++
      start = i + 1
    }
  }
  return { line, column: end - start + 1 }
}
