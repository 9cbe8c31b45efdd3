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
    const line = countUpTo(starts, end)
    return { line, column: end - (starts[line - 1] ?? 0) + 1 }
  }
}

/** The position of a single offset. For several offsets of one text, use `positionsIn`. */
export const positionAt = (text: string, offset: number): Position => positionsIn(text.slice(0, offset + 1))(offset)

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
