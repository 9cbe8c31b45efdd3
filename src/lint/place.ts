import { positionAt, type Span } from '../text/index.ts'

/** Puts what was found in the order of the text and adds line and column. Walks the text once, whatever the number. */
export function place<T extends { readonly span: Span }>(
  text: string,
  found: readonly T[],
): readonly (T & { readonly line: number; readonly column: number })[] {
  let start = 0
  let line = 1
  return [...found]
    .sort((a, b) => a.span.from - b.span.from)
    .map((each) => {
      // Counted from the last line's start on, so that the column comes out right too.
      const here = positionAt(text.slice(start, each.span.from), Number.POSITIVE_INFINITY)
      line += here.line - 1
      start = each.span.from - (here.column - 1)
      return { ...each, line, column: here.column }
    })
}
