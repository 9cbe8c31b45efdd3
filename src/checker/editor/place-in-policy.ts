// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
/** What the text under the cursor is in a policy. */
export type PlaceKind =
  | 'action'
  | 'condition-key'
  | 'operator'
  | 'element'
  /** An element of the policy itself, or of a statement without a policy around it. */
  | 'policy-element'
  /** "AWS", "Service": whom a Principal names. */
  | 'principal-kind'
  /** Someone whom a Principal names. */
  | 'principal'
  | 'resource'
  | 'effect'
  | 'version'
  /** The key inside `${…}`. */
  | 'variable'

export interface PlaceInPolicy {
  readonly kind: PlaceKind
  /** What is written before the cursor: between the quotes, or after the `${` of a variable. */
  readonly typed: string
  /** Where it begins, without the quote. */
  readonly from: number
  /** The key that has it as a value: "Resource", or "AWS" in a Principal. */
  readonly of?: string
}

/** As far as a statement can reach back. */
const farthest = 20_000

/** What a value can be completed to, by the key above it. */
const valueKinds: ReadonlyMap<string, PlaceKind> = new Map([
  ['Action', 'action'],
  ['NotAction', 'action'],
  ['Resource', 'resource'],
  ['NotResource', 'resource'],
  ['Effect', 'effect'],
  ['Version', 'version'],
])

/** The element at the cursor, found by walking back to the keys around it; undefined where there is nothing to complete or explain. */
export function placeInPolicy(text: string, cursor: number): PlaceInPolicy | undefined {
  const before = text.slice(Math.max(0, cursor - farthest), cursor)
  const quote = openQuote(before)
  if (quote === undefined) return undefined
  const typed = before.slice(quote + 1)
  const keys = keysAround(before.slice(0, quote))
  const isKey = keys.at(-1) === undefined
  const around = keys.filter((key) => key !== undefined)
  if (isKey) {
    const kind = kindOfKey(around)
    return kind && { kind, typed, from: cursor - typed.length }
  }
  const variable = openVariable(typed)
  if (variable !== undefined) return { kind: 'variable', typed: variable, from: cursor - variable.length }
  const of = around.at(-1) ?? ''
  const kind = [of, around.at(-2)].some(isPrincipal) ? 'principal' : valueKinds.get(of)
  return kind && { kind, typed, from: cursor - typed.length, of }
}

const isPrincipal = (key: string | undefined): boolean => key === 'Principal' || key === 'NotPrincipal'

/** What a key is, by the keys around it, from the outside in. */
function kindOfKey(around: readonly string[]): PlaceKind | undefined {
  const nearest = around.at(-1)
  if (nearest === undefined) return 'policy-element'
  if (nearest === 'Statement') return 'element'
  if (nearest === 'Condition') return 'operator'
  if (around.at(-2) === 'Condition') return 'condition-key'
  return isPrincipal(nearest) ? 'principal-kind' : undefined
}

/** What follows the last `${` that isn't closed. */
function openVariable(typed: string): string | undefined {
  const start = typed.lastIndexOf('${')
  return start < 0 || typed.includes('}', start) ? undefined : typed.slice(start + 2)
}

/** The quote of the text that is not closed before the cursor. */
function openQuote(before: string): number | undefined {
  const line = before.lastIndexOf('\n') + 1
  let open: number | undefined
  for (let i = line; i < before.length; i++) {
    if (before[i] === '\\') i++
    else if (before[i] === '"') open = open === undefined ? i : undefined
  }
  return open
}

/** The keys from the outside in: of every object and list that is open here. Undefined at the end: a key is what comes next. */
function keysAround(text: string): readonly (string | undefined)[] {
  const keys: (string | undefined)[] = []
  let closed = 0
  let i = text.length - 1
  let expectsKey: boolean | undefined
  while (i >= 0) {
    const c = text[i] ?? ''
    if (c === '"') {
      const start = openingQuote(text, i)
      if (expectsKey === undefined) expectsKey = false
      i = start - 1
      continue
    }
    if (c === '}' || c === ']') closed++
    else if ((c === '{' || c === '[') && closed > 0) closed--
    else if (c === '{' || c === '[') {
      if (expectsKey === undefined) expectsKey = c === '{'
      const key = keyBefore(text, i)
      if (key !== undefined) keys.unshift(key)
    } else if (c === ':' && closed === 0 && expectsKey === undefined) {
      expectsKey = false
      const key = keyBefore(text, i + 1)
      if (key !== undefined) keys.unshift(key)
    } else if (c === ',' && closed === 0 && expectsKey === undefined) expectsKey = opensObject(text, i)
    i--
  }
  return expectsKey ? [...keys, undefined] : keys
}

function openingQuote(text: string, closing: number): number {
  let i = closing - 1
  while (i >= 0 && (text[i] !== '"' || text[i - 1] === '\\')) i--
  return Math.max(i, 0)
}

/** The key whose colon stands before this place. */
function keyBefore(text: string, at: number): string | undefined {
  const head = text.slice(Math.max(0, at - 200), at)
  return /"([\w:/.-]{1,100})"\s{0,40}:\s{0,40}$/.exec(head)?.[1]
}

/** Is the bracket that is open at this comma a brace? */
function opensObject(text: string, comma: number): boolean {
  let closed = 0
  for (let i = comma - 1; i >= 0; i--) {
    const c = text[i]
    if (c === '"') i = openingQuote(text, i)
    else if (c === '}' || c === ']') closed++
    else if (c === '{' || c === '[') {
      if (closed === 0) return c === '{'
      closed--
    }
  }
  return false
}
