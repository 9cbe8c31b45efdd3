import { isSymbolName, type Resolve } from '../iam/index.ts'
import { endpointKeys, excludedBy, neverCarries, type Reference } from '../reference/index.ts'
import { absent, type ContextValue, single, unknown } from './context-value.ts'
import { derived, type Known } from './derived-keys.ts'
import { factValue } from './fact-keys.ts'
import { type KeyLimits, limitsOf } from './key-limits.ts'
import type { ContextInput, Facts, Request } from './request.ts'

/** The context of one request. Keys are looked up in lower case, tag keys included. */
export interface Context {
  /** `spelled` is how someone wrote the key: a request often writes it in the same way, which is quick to see. */
  lookup(key: string, spelled?: string): ContextValue
  /** The key's value where the request itself gives it as one text, without an object around it; undefined everywhere else: `lookup` answers then. */
  textOf(key: string, spelled: string): string | undefined
  /** What is certain about a key whose value isn't known. */
  limitsOf(key: string): KeyLimits
  /** Is it certain that requests for this action never carry this key? */
  neverCarries(key: string): boolean
}

/** Where the values of keys come from that the request doesn't give; the same for every request. */
interface Background {
  readonly facts: Facts
  readonly reference: Reference | undefined
}

const noNames: readonly string[] = []

/**
 * The context that a request gives, on top of the keys that AWS fills in. Every request creates one, so creating one costs only a list of
 * names; everything else is computed for the keys that a condition asks for. It's a class, because closures would be created for every request.
 */
export class RequestContext implements Context {
  readonly #request: Request
  readonly #known: Known
  readonly #background: Background
  readonly #names: readonly string[]
  /** Completions of one request ask for the same few keys many times. */
  #neverCarried: Map<string, boolean> | undefined

  constructor(request: Request, known: Known, background: Background) {
    this.#request = request
    this.#known = known
    this.#background = background
    this.#names = request.context ? Object.keys(request.context) : noNames
    this.#neverCarried = undefined
  }

  lookup(key: string, spelled = key): ContextValue {
    const name = this.#nameOf(key, spelled)
    if (name !== undefined) return contextValue(this.#request.context?.[name])
    const known = factValue(key, this.#background.facts, this.#request) ?? derived(key, this.#known)
    if (known) return known
    const isOpen = this.#request.contextIs === 'partial' && !this.#isExcluded(key) && !this.neverCarries(key)
    return isOpen || isSymbolName(key) ? unknown : absent
  }

  textOf(key: string, spelled: string): string | undefined {
    const name = this.#nameOf(key, spelled)
    const input = name === undefined ? undefined : this.#request.context?.[name]
    return typeof input === 'string' ? input : undefined
  }

  limitsOf(key: string): KeyLimits {
    return limitsOf(key, this.#known)
  }

  neverCarries(key: string): boolean {
    const { reference } = this.#background
    if (!reference) return false
    this.#neverCarried ??= new Map()
    const { service, actionName } = this.#known
    const answer = this.#neverCarried.get(key) ?? neverCarries(reference, `${service}:${actionName}`, key)
    this.#neverCarried.set(key, answer)
    return answer
  }

  /** How the request writes a key. Of two spellings the last counts. Requests hold few keys: walking them costs less than a map. */
  #nameOf(key: string, spelled = key): string | undefined {
    const names = this.#names
    for (let i = names.length - 1; i >= 0; i--) {
      const name = names[i]
      if (name !== undefined && name.length === key.length && (name === spelled || isKey(name, key))) return name
    }
    // The one letter that grows when it's folded, from İ.
    return key.includes('i\u0307') ? names.findLast((name) => name.toLowerCase() === key) : undefined
  }

  /** Does the request carry a key that AWS never sends together with this one? */
  #isExcluded(key: string): boolean {
    if (this.#names.length === 0) return false
    const isForwarded = endpointKeys.includes(key) && this.#carries('aws:viaawsservice', 'true')
    return isForwarded || excludedBy(key).some((other) => this.#carries(other))
  }

  #carries(key: string, value?: string): boolean {
    const name = this.#nameOf(key)
    const input = name === undefined ? undefined : this.#request.context?.[name]
    return input !== undefined && input !== null && (value === undefined || String(input).toLowerCase() === value)
  }
}

/** Is `name`, in any case, this key in lower case? Both have one length. Most names differ in a letter: then no folded copy is made. */
function isKey(name: string, key: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i)
    if (letter > 127) return name.toLowerCase() === key
    const folded = letter >= 65 && letter <= 90 ? letter + 32 : letter
    if (folded !== key.charCodeAt(i)) return false
  }
  return true
}

/** The same context with some keys filled in, for trying completions. */
export const withKeys = (context: Context, filled: ReadonlyMap<string, ContextValue>): Context => ({
  limitsOf: (key) => context.limitsOf(key),
  neverCarries: (key) => context.neverCarries(key),
  lookup: (key, spelled) => filled.get(key) ?? context.lookup(key, spelled),
  textOf: (key, spelled) => (filled.has(key) ? undefined : context.textOf(key, spelled)),
})

const contextValue = (input: ContextInput | undefined): ContextValue => {
  if (typeof input === 'string') return single(input)
  if (input === undefined || input === null) return absent
  return typeof input === 'object' ? { is: 'multi', values: input.map(String) } : single(String(input))
}

/** The value of a policy variable in this context. A multivalued key has none. */
export const resolveIn =
  (context: Context): Resolve =>
  (key) => {
    const value = context.lookup(key)
    if (value.is === 'unknown') return { is: 'unknown' }
    return value.is === 'single' ? { is: 'value', value: value.value } : { is: 'unset' }
  }
