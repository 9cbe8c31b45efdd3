import type { Span } from '../text/index.ts'

/** Puts what was found in the order of the text and adds line and column, as `positionAt` counts them. Walks the text once, whatever the number. */
export function place<T extends { readonly span: Span }>(
  text: string,
  found: readonly T[],
): readonly (T & { readonly line: number; readonly column: number })[] {
  let at = 0
  let line = 1
  let start = 0
  return [...found]
    .sort((a, b) => a.span.from - b.span.from)
    .map((each) => {
      for (; at < each.span.from; at++) {
        const code = text.charCodeAt(at)
        if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue
        line++
        start = at + 1
      }
      return { ...each, line, column: each.span.from - start + 1 }
    })
}
