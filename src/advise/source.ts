import type { PastedPolicy } from '../denial/index.ts'
import { readPolicy } from '../iam/index.ts'
import { lineStart, type Span } from '../text/index.ts'
import { type CodeForm, codeFormOf } from './code-source.ts'

/**
 * How a document's statements are written: Terraform's `statement { … }`, an object in a list, one with the argument names of Terraform's modules, JSON in a text of
 * Terraform, an item of a YAML list, or one of AWS SAM's policy templates.
 */
export type StatementForm = 'block' | 'object' | 'arguments' | 'json' | 'item' | 'template'

/** A document that was pasted in another language than JSON, or in a template in JSON with functions in it, and the places of its values. */
export interface Source {
  readonly language: 'Terraform' | 'YAML' | 'JSON' | 'code'
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
  /** In Terraform: it has a name of its own in a map of statements, or it's the only one and no other can follow. Undefined: it's in a list, or a block. */
  readonly entry?: 'named' | 'only' | undefined
}

/** Longer documents are whole files: the reader finds the place in the JSON. */
const longest = 100_000

/**
 * The source of a document in Terraform, YAML, or a program, without statements where these aren't written out: a module or a loop makes them, or the document is
 * long. Undefined for plain JSON. `pasted` is what its places point into.
 */
export function sourceOf(policy: PastedPolicy, pasted: string): Source | undefined {
  const { language } = policy
  return language === 'JSON' && !callsFunctions(policy, pasted)
    ? undefined
    : (placedSource(policy, pasted, language) ?? { language, text: '', of: '', places: [], statements: [] })
}

/** A template's functions stand where the policy has names in braces. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const callsFunctions = ({ text, span }: PastedPolicy, pasted: string): boolean =>
  text.includes('${') &&
  /\{\s*"(?:Fn::\w{1,40}|Ref)"\s*:/.test(pasted.slice(span.from, Math.min(span.to, span.from + longest)))

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
  const form = formOf(language, line, pasted.slice(place.from, Math.min(place.to, place.from + mostStatement)))
  const at = place.from + pasted.slice(place.from, place.to).trimEnd().length
  const [, name] = language === 'Terraform' ? (/^\s*["']?([\w-]{1,80})["']?\s*[=:]\s*$/.exec(line) ?? []) : []
  const entry = name === undefined ? undefined : /^statements?$/i.test(name) ? 'only' : 'named'
  return form && { form, at, indent, entry }
}

/** Its form shows in so much of a statement. */
const mostStatement = 1000

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
  if (language === 'Terraform' && /^\{(?:[^\n]*\n)*?\s*"?(?:not_)?actions"?\s*=/.test(statement)) return 'arguments'
  if (statement.startsWith('{')) return 'object'
  if (language === 'YAML' && /^[A-Z]\w{2,60}Policy:/.test(statement)) return 'template'
  if (language === 'Terraform') return /^statement\b/.test(statement) ? 'block' : undefined
  return /^\s*-\s+$/.test(before) ? 'item' : undefined
}
