import { symbolsIn } from '../../iam/index.ts'
import { readJson, type Span } from '../../text/index.ts'
import { type CodeStyle, codeValue } from '../code-source.ts'
import type { Source } from '../source.ts'
import type { Marks } from './entries.ts'
import { entriesOf, flow, hcl, isBareYaml, json, jsonInHcl, type Value, yaml } from './write-value.ts'

/** How values are written where a change goes. Terraform's `iam_policy_document` writes AWS's variables with "&". */
export type Style =
  | { readonly is: 'hcl'; readonly sign: '$$' | '&' }
  | { readonly is: 'json' | 'json-in-hcl' | 'yaml' }
  | { readonly is: 'code'; readonly code: CodeStyle }

/** A document's text in its own language, and the place of each value that was read. */
export interface Written {
  readonly text: string
  readonly style: Style
  readonly places: ReadonlyMap<string, Span>
  /** How strings that name symbols, such as `var.bucket`, are written in the document. */
  readonly symbols: ReadonlyMap<string, string>
}

const keyOf = ({ from, to }: Span): string => `${from}:${to}`

/** Where the values of a document are in its source. What isn't written there, such as what a default adds, has no place. */
export function placesIn({ text, places }: Source): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>()
  for (let i = 0; i + 3 < places.length; i += 4) {
    const [start = 0, end = 0, from = 0, to = 0] = places.slice(i, i + 4)
    if (0 <= from && from < to && to <= text.length) found.set(keyOf({ from: start, to: end }), { from, to })
  }
  return found
}

/** How the document writes strings that name symbols: `var.bucket`, `!Sub "${Bucket}/*"`. `json`: the document as it was read. */
export function symbolsOf(text: string, json: string, places: ReadonlyMap<string, Span>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!json.includes('${')) return found
  const { value: root } = readJson(json)
  const walk = (node: typeof root): void => {
    if (node?.kind === 'array') for (const item of node.items) walk(item)
    if (node?.kind === 'object') for (const { value } of node.members) walk(value)
    if (node?.kind !== 'string' || symbolsIn(node.value).length === 0) return
    const place = places.get(keyOf(node.span))
    const written = place && wholeOf(text, place)
    if (written !== undefined && !written.includes('\n')) found.set(node.value, written)
  }
  walk(root)
  return found
}

/** With CloudFormation's tag or Python's letter before it. */
const wholeOf = (text: string, { from, to }: Span): string => `${leadOf(text, from)}${text.slice(from, to)}`

const leadOf = (text: string, from: number): string =>
  /(?:!\w+(?:\.\w+)? +|\b[rbf]{1,2})$/i.exec(text.slice(Math.max(0, from - 30), from))?.[0] ?? ''

/** The place of a value with the tag of CloudFormation before it: a value of another form has another tag. */
export const withTag = ({ text, style }: Written, { from, to }: Span): Span =>
  style.is === 'yaml' ? { from: from - leadOf(text, from).length, to } : { from, to }

/**
 * A value that goes on where one of the document's own ends: `!GetAtt Bucket.Arn` with "/*" behind it is `!Sub "${Bucket.Arn}/*"`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
function continued(value: string, symbols: ReadonlyMap<string, string>): string | undefined {
  for (const [known, written] of symbols) {
    const ending = value.startsWith(known) ? value.slice(known.length) : ''
    if (!/^[\w:/*?-]+$/.test(ending)) continue
    const [, tag, name = '', text = ''] = /^!(?:(GetAtt|Ref) +([\w.:]+)|Sub +["']?([^"'\n]+)["']?)$/.exec(written) ?? []
    const begins = tag === undefined ? text.trim() : `\${${name}}`
    if (begins !== '') return `!Sub "${begins}${ending}"`
  }
  return undefined
}

/** Where a value that was read is in the source. */
export function placeOf({ places, text, style }: Written, span: Span): Span | undefined {
  const place = places.get(keyOf(span))
  if (!place || style.is !== 'yaml') return place
  // A block of YAML ends with its last value.
  return { from: place.from, to: place.from + text.slice(place.from, place.to).trimEnd().length }
}

export const marksOf = ({ is }: Style, lineEnds = false): Marks => ({
  comments: is === 'json' || is === 'json-in-hcl' ? [] : is === 'yaml' ? ['#'] : ['#', '//'],
  lineEnds,
})

const mark = 'whydeniedSymbol'

/**
 * A value with marks where symbols are, and what puts the document's own spelling in their place. Terraform puts names into any text; elsewhere a symbol that the
 * document doesn't write has no spelling: undefined.
 */
function withMarks({ text, style, symbols }: Written, value: Value) {
  const used: string[] = []
  let isOpen = text.includes(mark)
  const walk = (each: Value): Value => {
    if (Array.isArray(each)) return each.map(walk)
    if (typeof each === 'object' && each !== null)
      return Object.fromEntries(
        entriesOf(each).map(([key, inner]) => [symbolsIn(key).length > 0 ? walk(key) : key, walk(inner)]),
      )
    if (typeof each !== 'string' || symbolsIn(each).length === 0) return each
    const known = symbols.get(each) ?? (style.is === 'yaml' ? continued(each, symbols) : undefined)
    if (known === undefined && (style.is === 'hcl' || style.is === 'json-in-hcl')) return each
    if (known === undefined) isOpen = true
    used.push(known ?? '')
    return `${mark}${used.length - 1}x`
  }
  const marked = walk(value)
  const filled = (printed: string): string =>
    printed.replaceAll(/(["']?)whydeniedSymbol(\d{1,6})x\1/g, (_, _quote, index: string) => used[Number(index)] ?? '')
  return isOpen ? undefined : { marked, filled }
}

/** Anything about a policy, printed by `print` with the document's own spelling of its symbols; undefined where there's none. */
export function withSymbols(
  source: Written,
  value: Value,
  print: (value: Value) => string | undefined,
): string | undefined {
  const made = withMarks(source, value)
  const printed = made && print(made.marked)
  return printed === undefined ? undefined : made?.filled(printed)
}

/** A value on one line where the language allows that. `indent`: of the line that it begins on. */
export const writeValue = (source: Written, value: Value, indent: string): string | undefined =>
  withSymbols(source, value, (marked) => {
    const { style } = source
    switch (style.is) {
      case 'hcl':
        return hcl(marked, indent, style.sign)
      case 'json':
        return json(marked, indent)
      case 'json-in-hcl':
        return jsonInHcl(marked, indent)
      case 'yaml':
        return flow(marked)
      case 'code':
        return codeValue(marked, style.code, indent)
    }
  })

/** A text in the quotes of the one that it replaces, or without any; undefined where it needs others. */
export function writeLike({ style }: Written, value: Value, old: string): string | undefined {
  if (typeof value !== 'string' || symbolsIn(value).length > 0) return undefined
  const isPlain = /^[\w./:@*=+,<> -]*$/.test(value)
  if (old.startsWith("'")) return isPlain ? `'${value}'` : undefined
  return style.is === 'yaml' && !old.startsWith('"') && isBareYaml(value) ? value : undefined
}

/** A member's key as its neighbor is written. */
export function writeKey({ style }: Written, key: string, neighbor: string): string | undefined {
  if (style.is === 'json' || style.is === 'json-in-hcl') return JSON.stringify(key)
  if (symbolsIn(key).length > 0 && style.is !== 'hcl') return undefined
  const isQuoted = /^["']/.test(neighbor)
  if (!isQuoted && /^[A-Za-z_]\w*$/.test(key)) return key
  if (style.is === 'yaml' && !isQuoted && isBareYaml(key)) return key
  return style.is === 'code' ? codeValue(key, style.code, '') : JSON.stringify(key)
}

/** A member next to which another one goes. */
export interface Neighbor {
  readonly neighbor: string
  /** In a block of YAML. */
  readonly isBlock: boolean
  /** Of its line. */
  readonly indent: string
}

/** A member as its neighbor is written. `indent`: of the neighbor's line. */
export function writeMember(
  source: Written,
  [key, value]: readonly [string, Value],
  { neighbor, isBlock, indent }: Neighbor,
): string | undefined {
  const { style } = source
  const name = writeKey(source, key, neighbor)
  const isNested = isBlock && typeof value === 'object'
  const written = isNested
    ? withSymbols(source, value, (marked) => `\n${yaml(marked, `${indent}  `)}`)
    : writeValue(source, value, indent)
  if (name === undefined || written === undefined) return undefined
  const colon = /^(?:"[^"\n]*"|'[^'\n]*'|[\w.:/-]+)(\s*)([=:])/.exec(neighbor)
  const assign = style.is === 'hcl' && colon?.[2] !== ':' ? ' =' : ':'
  return `${name}${assign}${isNested ? '' : ' '}${written}`
}
