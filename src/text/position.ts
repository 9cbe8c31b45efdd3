/** A 1-based line and column, for display. The column counts UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Finds the line starts of a text once; the result gives the position of any offset in logarithmic time. LF, CRLF, and a lone CR end a
 * line. Offsets past the end give the end.
 */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = lineStarts(text)
  return (offset) => {
    const end = Math.min(offset, text.length)
    const { line, start } = lineAt(starts, end)
    return { line, column: end - start + 1 }
  }
}

/** The position of a single offset. For several offsets of one text, use `positionsIn`. */
export const positionAt = (text: string, offset: number): Position => positionsIn(text.slice(0, offset + 1))(offset)

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** The last line that starts at or before `offset`. The starts ascend; the first is 0. */
function lineAt(starts: readonly number[], offset: number): { readonly line: number; readonly start: number } {
  let found = { line: 1, start: 0 }
  let low = 1
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = starts[middle]
    if (start !== undefined && start <= offset) {
      low = middle + 1
      found = { line: low, start }
    } else high = middle
  }
  return found
}

/** Where the line of a place in a text begins. The first line begins at 0, also where the text begins with a line break. */
export const lineStart = (text: string, at: number): number => (at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0)
