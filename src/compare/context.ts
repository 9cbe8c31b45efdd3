import { absent, type Context, type ContextInput, type ContextValue } from '../evaluate/index.ts'

/** A request that carries no condition key. */
export const nothingKnown: Context = {
  lookup: () => absent,
  textOf: () => undefined,
  neverCarries: () => false,
  limitsOf: () => ({ always: false, conditions: [] }),
}

/** Context values as a request's JSON holds them; null says that a key is absent, even where AWS would fill it in. */
export function contextInput(values: ReadonlyMap<string, ContextValue>): Readonly<Record<string, ContextInput>> {
  const entries = [...values].flatMap(([key, value]): readonly (readonly [string, ContextInput])[] => {
    if (value.is === 'single') return [[key, value.value]]
    return [[key, value.is === 'multi' ? value.values : null]]
  })
  return Object.fromEntries(entries)
}
