import { positionsIn, type Span } from '../text/index.ts'

/** Puts findings in the order of the text and adds line and column. Finds the line starts once, however many findings there are. */
export function place<T extends { readonly span: Span }>(
  text: string,
  found: readonly T[],
): readonly (T & { readonly line: number; readonly column: number })[] {
  if (found.length === 0) return []
  const positionOf = positionsIn(text)
  return [...found]
    .sort((a, b) => a.span.from - b.span.from)
    .map((each) => ({ ...each, ...positionOf(each.span.from) }))
}
