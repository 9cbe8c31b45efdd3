import { absent, type Context, type ContextInput, type ContextValue } from '../evaluate/index.ts'

/** A request that carries no condition key. */
export const nothingKnown: Context = { lookup: () => absent, limitsOf: () => ({ always: false, conditions: [] }) }

/** Context values as a request's JSON holds them. Keys that are absent are left out. */
export function contextInput(values: ReadonlyMap<string, ContextValue>): Readonly<Record<string, ContextInput>> {
  const entries = [...values].flatMap(([key, value]): readonly (readonly [string, ContextInput])[] => {
    if (value.is === 'single') return [[key, value.value]]
    return value.is === 'multi' ? [[key, value.values]] : []
  })
  return Object.fromEntries(entries)
}
