import type { PastedPolicy } from '../denial/index.ts'
import { readPolicy } from '../iam/index.ts'
import { lineStart, type Span } from '../text/index.ts'
import { type CodeForm, codeFormOf } from './code-source.ts'

/** How a document's statements are written: Terraform's `statement { … }`, an object in a list, JSON in a text of Terraform, or an item of a YAML list. */
export type StatementForm = 'block' | 'object' | 'json' | 'item'

/** A document that was pasted in another language than JSON, and the places of its values. */
export interface Source {
  readonly language: 'Terraform' | 'YAML' | 'code'
  readonly text: string
  /** The JSON that was read from it: once that changes by hand, the source is no longer its source. */
  readonly of: string
  /** Where the values of the JSON are in `text`: four numbers each, the beginning and the end there and here. */
  readonly places: readonly number[]
  readonly statements: readonly SourceStatement[]
}

/** How a statement is written, and where another one can follow it. */
export interface SourceStatement {
  readonly form: StatementForm | CodeForm
  /** Behind it. */
  readonly at: number
  /** The white space before its first line. */
  readonly indent: string
}

/** Longer documents are whole files: the reader finds the place in the JSON. */
const longest = 100_000

/**
 * The source of a document in Terraform, YAML, or a program, without statements where these aren't written out: a module or a loop makes them, or the document is
 * long. Undefined for JSON. `pasted` is what its places point into.
 */
export function sourceOf(policy: PastedPolicy, pasted: string): Source | undefined {
  const { language } = policy
  return language === 'JSON'
    ? undefined
    : (placedSource(policy, pasted, language) ?? { language, text: '', of: '', places: [], statements: [] })
}

function placedSource(
  { span, places, text: of }: PastedPolicy,
  pasted: string,
  language: Source['language'],
): Source | undefined {
  if (span.to - span.from > longest) return undefined
  const found = readPolicy(of).policy.statements.map(({ span: { from, to } }) => {
    const place = places.find(({ at }) => at.from === from && at.to === to)?.from
    return place && span.from <= place.from && place.to <= span.to ? statementAt(pasted, place, language) : undefined
  })
  const statements = found.flatMap((each) => each ?? [])
  const last = statements.at(-1)
  if (!last || statements.length < found.length) return undefined
  const start = lineStart(pasted, span.from)
  const isCode = typeof last.form !== 'string'
  const from = (typeof last.form === 'string' ? undefined : last.form.from) ?? start
  const to = isCode
    ? endOfLine(pasted, Math.max(span.to, last.at))
    : span.to + closingLength(pasted.slice(start, span.from), pasted.slice(span.to, span.to + 20))
  return {
    language,
    text: pasted.slice(from, to),
    of,
    places: places.flatMap(({ at, from: place }) => [at.from, at.to, place.from - from, place.to - from]),
    statements: statements.map((each) => ({ ...each, at: each.at - from })),
  }
}

function statementAt(pasted: string, place: Span, language: Source['language']): SourceStatement | undefined {
  const line = pasted.slice(lineStart(pasted, place.from), place.from)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  if (language === 'code') {
    const form = codeFormOf(pasted, place)
    return form && { form, at: form.at, indent }
  }
  const form = formOf(language, line, pasted.slice(place.from, place.from + 100))
  const at = place.from + pasted.slice(place.from, place.to).trimEnd().length
  return form && { form, at, indent }
}

/** An object inside `jsonencode(…)` ends before the bracket that closes the call. */
const closingLength = (before: string, behind: string): number =>
  /\bjsonencode\(\s*$/.test(before) ? (/^\s*\)/.exec(behind)?.[0].length ?? 0) : 0

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function formOf(language: Source['language'], before: string, statement: string): StatementForm | undefined {
  // Terraform's objects take JSON's colons, too.
  if (/^\{\s*"[^"]*"\s*:/.test(statement)) return 'json'
  if (statement.startsWith('{')) return 'object'
  if (language === 'Terraform') return /^statement\b/.test(statement) ? 'block' : undefined
  return /^\s*-\s+$/.test(before) ? 'item' : undefined
}
