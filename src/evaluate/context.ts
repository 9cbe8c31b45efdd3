import { isSymbolName, type Resolve } from '../iam/index.ts'
import { endpointKeys, excludedBy } from '../reference/index.ts'
import { absent, type ContextValue, single, unknown } from './context-value.ts'
import type { Derive } from './derived-keys.ts'
import type { LimitsOf } from './key-limits.ts'
import type { ContextInput, Request } from './request.ts'

/** The context of one request. Keys are looked up in lower case, tag keys included. */
export interface Context {
  lookup(key: string): ContextValue
  /** What is certain about a key whose value isn't known. */
  readonly limitsOf: LimitsOf
}

/** What stands behind the keys that a request gives. */
export interface Background {
  /** What AWS fills in by itself. */
  readonly derive: Derive
  readonly limitsOf: LimitsOf
  /** A fact that AWS's own rules ask about under this name. */
  readonly factOf: Derive
  /** Is it certain that such a request never carries this key? */
  readonly neverCarries: (key: string) => boolean
}

/** The context that a request gives, on top of what AWS fills in by itself. */
export function contextOf(request: Request, { derive, limitsOf, factOf, neverCarries }: Background): Context {
  const given = request.context
  const names = given ? Object.keys(given) : []
  const folded = names.map((name) => name.toLowerCase())
  const isPartial = request.contextIs === 'partial'
  return {
    limitsOf,
    lookup(key) {
      // Of two spellings of one key the last counts. Requests hold few keys: walking them costs less than a map.
      const name = names[folded.lastIndexOf(key)]
      if (name !== undefined) return contextValue(given?.[name])
      const known = factOf(key) ?? derive(key)
      if (known) return known
      return (isPartial && !isExcluded(key) && !neverCarries(key)) || isSymbolName(key) ? unknown : absent
    },
  }

  /** Does the request carry a key that AWS never sends together with this one? */
  function isExcluded(key: string): boolean {
    if (names.length === 0) return false
    const isForwarded = endpointKeys.includes(key) && carries('aws:viaawsservice', 'true')
    return isForwarded || excludedBy(key).some((other) => carries(other))
  }

  function carries(key: string, value?: string): boolean {
    const name = names[folded.lastIndexOf(key)]
    const input = name === undefined ? undefined : given?.[name]
    return input !== undefined && input !== null && (value === undefined || String(input).toLowerCase() === value)
  }
}

/** The same context with some keys filled in, for trying completions. */
export const withKeys = (context: Context, filled: ReadonlyMap<string, ContextValue>): Context => ({
  limitsOf: context.limitsOf,
  lookup: (key) => filled.get(key) ?? context.lookup(key),
})

const contextValue = (input: ContextInput | undefined): ContextValue => {
  if (typeof input === 'string') return single(input)
  if (input === undefined || input === null) return absent
  return typeof input === 'object' ? { is: 'multi', values: input.map(String) } : single(String(input))
}

/** What a policy variable stands for in this context. A multivalued key cannot be put in. */
export const resolveIn =
  (context: Context): Resolve =>
  (key) => {
    const value = context.lookup(key)
    if (value.is === 'unknown') return { is: 'unknown' }
    return value.is === 'single' ? { is: 'value', value: value.value } : { is: 'unset' }
  }
