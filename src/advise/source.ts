import type { PastedPolicy } from '../denial/index.ts'
import { readPolicy } from '../iam/index.ts'
import { type CodeForm, codeFormOf } from './code-source.ts'

/** How a document's statements are written: Terraform's `statement { … }`, an object in a list, JSON in a text of Terraform, or an item of a YAML list. */
export type StatementForm = 'block' | 'object' | 'json' | 'item'

/** A document that was pasted in another language than JSON, and where a statement can be added to it. */
export type Source = DataSource | ProgramSource

interface SourceText {
  readonly text: string
  /** The JSON that was read from it: once that changes by hand, the source is no longer its source. */
  readonly of: string
  /** Behind the last statement. */
  readonly at: number
  /** The white space before the last statement's first line. */
  readonly indent: string
}

interface DataSource extends SourceText {
  readonly language: 'Terraform' | 'YAML'
  readonly form: StatementForm
}

interface ProgramSource extends SourceText {
  readonly language: 'code'
  readonly form: CodeForm
}

/** Longer documents are whole files: the reader finds the place in the JSON. */
const longest = 100_000

/** The source of a document, where it's Terraform or YAML and has a statement that another one can follow. `pasted` is what its places point into. */
export function sourceOf(policy: PastedPolicy, pasted: string): Source | undefined {
  const { language, span, places, text: of } = policy
  if (language === 'JSON' || span.to - span.from > longest) return undefined
  const last = readPolicy(of).policy.statements.at(-1)?.span
  const place = places.find(({ at }) => at.from === last?.from && at.to === last.to)?.from
  if (!place || place.from < span.from || place.to > span.to) return undefined
  const start = pasted.lastIndexOf('\n', span.from - 1) + 1
  const line = pasted.slice(pasted.lastIndexOf('\n', place.from - 1) + 1, place.from)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  if (language === 'code') {
    const form = codeFormOf(pasted, place)
    // Brackets that close the call end on the same line.
    const to = form && endOfLine(pasted, Math.max(span.to, form.at))
    const from = form?.from ?? start
    return form && { language, text: pasted.slice(from, to), of, at: form.at - from, form, indent }
  }
  const form = formOf(language, line, pasted.slice(place.from, place.from + 100))
  const at = pasted.slice(start, place.to).trimEnd().length
  const to = span.to + closingLength(pasted.slice(start, span.from), pasted.slice(span.to, span.to + 20))
  return form && { language, text: pasted.slice(start, to), of, at, form, indent }
}

/** An object inside `jsonencode(…)` ends before the bracket that closes the call. */
const closingLength = (before: string, behind: string): number =>
  /\bjsonencode\(\s*$/.test(before) ? (/^\s*\)/.exec(behind)?.[0].length ?? 0) : 0

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function formOf(language: DataSource['language'], before: string, statement: string): StatementForm | undefined {
  // Terraform's objects take JSON's colons, too.
  if (/^\{\s*"[^"]*"\s*:/.test(statement)) return 'json'
  if (statement.startsWith('{')) return 'object'
  if (language === 'Terraform') return /^statement\b/.test(statement) ? 'block' : undefined
  return /^\s*-\s+$/.test(before) ? 'item' : undefined
}
