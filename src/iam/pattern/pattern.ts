import { isSymbolName } from '../symbol.ts'

/*
 * Texts with wildcards and variables, split into parts once, when the policy is read.
 */

/** A part of a pattern. A variable's `key` is in lower case, `name` as written; `fallback` is the default written in the policy. */
export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'star' }
  | { readonly kind: 'question' }
  | { readonly kind: 'variable'; readonly key: string; readonly name: string; readonly fallback: string | undefined }

/** A part without a variable. */
type PlainPart = Exclude<PatternPart, { kind: 'variable' }>

const isPlain = (part: PatternPart): part is PlainPart => part.kind !== 'variable'

/** A text with wildcards and variables, split into parts. */
export interface Pattern {
  readonly raw: string
  readonly parts: readonly PatternPart[]
  /** Ready to match; undefined where variables must be filled in first. */
  readonly glob: Glob | undefined
}

/** The pieces between stars: one piece means no star. */
export type Glob = readonly [Piece, ...Piece[]]
export interface Piece {
  readonly text: string
  /** Positions in `text` that match any one character; undefined: none. */
  readonly any: readonly number[] | undefined
}

/** A piece's text with this letter wherever any letter matches. */
export function textWith(letter: string, { text, any }: Piece): string {
  if (!any) return text
  const open = new Set(any)
  return text
    .split('')
    .map((written, i) => (open.has(i) ? letter : written))
    .join('')
}

/** The value of a variable in one request. */
export type Resolve = (key: string) => Resolved
export type Resolved =
  | { readonly is: 'value'; readonly value: string }
  /** Absent from the request, or multivalued: the pattern then matches nothing. */
  | { readonly is: 'unset' }
  | { readonly is: 'unknown' }

/** A pattern with its variables filled in, or the key that could not be. */
export type Filled =
  | { readonly is: 'glob'; readonly glob: Glob }
  | { readonly is: 'unset'; readonly key: string }
  /** `widest` has a star for whatever is unknown: what it doesn't match, no value makes match. */
  | { readonly is: 'unknown'; readonly key: string; readonly widest: Glob }

/** The literal characters of ${*}, ${?}, and ${$}. */
const escapes: ReadonlySet<string> = new Set(['*', '?', '$'])

/**
 * Splits a text into parts. Only policies of Version 2012-10-17 have variables; in older ones "${aws:username}" is plain text. A symbol such as
 * "${var.bucket}" is a part in either version: the document that AWS gets has a value there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readPattern(raw: string, variables: boolean): Pattern {
  // Most texts are plain.
  if (raw !== '' && !/[*?$]/.test(raw))
    return { raw, parts: [{ kind: 'literal', text: raw }], glob: [{ text: raw, any: undefined }] }
  const parts: PatternPart[] = []
  // The plain text so far: what escapes left, and what follows them in `raw`. Added letter by letter, it would take 32 bytes for each.
  let literal = ''
  let from = 0
  const flush = (to: number): void => {
    const text = literal + raw.slice(from, to)
    if (text) parts.push({ kind: 'literal', text })
    literal = ''
  }
  // The next closing brace: looked for once, not from every "${" before it.
  let close = -1
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i]
    const opens = c === '$' && raw[i + 1] === '{'
    if (opens && close < i) close = endOr(raw.indexOf('}', i), raw.length)
    const name = opens && close < raw.length && close - i < longestName ? raw.slice(i + 2, close) : undefined
    if (name !== undefined && (variables || isSymbolName(name))) {
      if (escapes.has(name)) literal += raw.slice(from, i) + name
      else {
        flush(i)
        parts.push(readVariable(name))
      }
      i = close
      from = i + 1
    } else if (c === '*' || c === '?') {
      flush(i)
      parts.push({ kind: c === '*' ? 'star' : 'question' })
      from = i + 1
    }
  }
  flush(raw.length)
  return { raw, parts, glob: parts.every(isPlain) ? globOf(parts) : undefined }
}

/** More characters than the name of a key and a default value have. */
const longestName = 5000

const endOr = (found: number, end: number): number => (found < 0 ? end : found)

/** "aws:username", or "aws:PrincipalTag/team, 'company-wide'" with a default. */
function readVariable(text: string): PatternPart {
  const comma = text.indexOf(',')
  const name = (comma < 0 ? text : text.slice(0, comma)).trim()
  const key = name.toLowerCase()
  if (comma < 0) return { kind: 'variable', key, name, fallback: undefined }
  const quoted = text.slice(comma + 1).trim()
  const isQuoted = quoted.length >= 2 && quoted.startsWith("'") && quoted.endsWith("'")
  return { kind: 'variable', key, name, fallback: isQuoted ? quoted.slice(1, -1) : quoted }
}

function globOf(parts: readonly PlainPart[]): Glob {
  const before: Piece[] = []
  let text = ''
  let any: number[] = []
  const piece = (): Piece => ({ text, any: any.length > 0 ? any : undefined })
  for (const part of parts) {
    if (part.kind === 'star') {
      before.push(piece())
      text = ''
      any = []
    } else if (part.kind === 'literal') text += part.text
    else {
      any.push(text.length)
      text += '?'
    }
  }
  const [first, ...rest] = before
  return first ? [first, ...rest, piece()] : [piece()]
}

/** Fills the variables in. A value's own * and ? stay literal. */
export function fillIn(pattern: Pattern, resolve: Resolve): Filled {
  if (pattern.glob) return { is: 'glob', glob: pattern.glob }
  const parts: PlainPart[] = []
  let unknown: string | undefined
  for (const part of pattern.parts) {
    if (isPlain(part)) {
      parts.push(part)
      continue
    }
    const value = resolve(part.key)
    if (value.is === 'value') parts.push({ kind: 'literal', text: value.value })
    else if (value.is === 'unknown' || isSymbolName(part.key)) {
      unknown ??= part.key
      parts.push({ kind: 'star' })
    } else if (part.fallback !== undefined) parts.push({ kind: 'literal', text: part.fallback })
    else return { is: 'unset', key: part.key }
  }
  const glob = globOf(parts)
  return unknown === undefined ? { is: 'glob', glob } : { is: 'unknown', key: unknown, widest: glob }
}

/** The text of a glob whose * and ? are plain characters, as under StringEquals. */
export const globText = (glob: Glob): string => glob.map((piece) => piece.text).join('*')

/** Every variable's key in a pattern, in lower case. */
export const variablesOf = (pattern: Pattern): readonly string[] =>
  pattern.parts.flatMap((part) => (part.kind === 'variable' ? [part.key] : []))
