import type { NonEmpty, Span } from './span.ts'

/** One replacement; an empty span inserts. */
export interface Change {
  readonly span: Span
  readonly insert: string
}

/** A titled set of changes to one text. `Title` is its title, in words or not yet. The spans do not overlap; their order does not matter. */
export interface Edit<Title = string> {
  readonly title: Title
  readonly changes: NonEmpty<Change>
}

/** The text after the edit. */
export function applyEdit(text: string, edit: Edit<unknown>): string {
  const inOrder = [...edit.changes].sort((a, b) => a.span.from - b.span.from)
  let result = ''
  let at = 0
  for (const { span, insert } of inOrder) {
    result += text.slice(at, span.from) + insert
    at = span.to
  }
  return result + text.slice(at)
}
