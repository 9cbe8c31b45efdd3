import type { PastedPolicy } from '../denial/index.ts'
import { readPolicy } from '../iam/index.ts'

/** How a document's statements are written: Terraform's `statement { … }`, an object in a list, or an item of a YAML list. */
export type StatementForm = 'block' | 'object' | 'item'

/** A document that was pasted in another language than JSON, and where a statement can be added to it. */
export interface Source {
  readonly language: 'Terraform' | 'YAML'
  readonly text: string
  /** The JSON that was read from it: once that changes by hand, the source is no longer its source. */
  readonly of: string
  /** Behind the last statement. */
  readonly at: number
  readonly form: StatementForm
  /** The white space before the last statement's first line. */
  readonly indent: string
}

/** Longer documents are whole files: the reader finds the place in the JSON. */
const longest = 100_000

/** The source of a document, where it's Terraform or YAML and has a statement that another one can follow. `pasted` is what its places point into. */
export function sourceOf(policy: PastedPolicy, pasted: string): Source | undefined {
  const { language, span, places, text: of } = policy
  if ((language !== 'Terraform' && language !== 'YAML') || span.to - span.from > longest) return undefined
  const last = readPolicy(of).policy.statements.at(-1)?.span
  const place = places.find(({ at }) => at.from === last?.from && at.to === last.to)?.from
  if (!place || place.from < span.from || place.to > span.to) return undefined
  const start = pasted.lastIndexOf('\n', span.from - 1) + 1
  const line = pasted.slice(pasted.lastIndexOf('\n', place.from - 1) + 1, place.from)
  const form = formOf(language, line, pasted.slice(place.from, place.from + 10))
  const at = pasted.slice(start, place.to).trimEnd().length
  return form && { language, text: pasted.slice(start, span.to), of, at, form, indent: /^[ \t]*/.exec(line)?.[0] ?? '' }
}

function formOf(language: Source['language'], before: string, statement: string): StatementForm | undefined {
  if (statement.startsWith('{')) return 'object'
  if (language === 'Terraform') return /^statement\b/.test(statement) ? 'block' : undefined
  return /^\s*-\s+$/.test(before) ? 'item' : undefined
}
