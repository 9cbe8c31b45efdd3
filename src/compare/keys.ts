import { type Context, type ContextValue, holds, sampleValues, withKeys } from '../evaluate/index.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import type { Entry } from './policy-set.ts'
import type { Traits } from './traits.ts'

/** The condition keys of these statements, in lower case. */
export const keysOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ statement }) => statement.conditions.map(({ key }) => key)))

/** Which statements' conditions on these keys hold in a context. Statements without such a condition are in. */
export function statementsHolding(
  entries: readonly Entry[],
  keys: ReadonlySet<string>,
  context: Context,
): StatementSet {
  let set = 0n
  for (const { bit, statement } of entries) {
    const own = statement.conditions.filter(({ key }) => keys.has(key))
    if (own.every((condition) => holds(condition, context) === 'yes')) set |= bit
  }
  return set
}

/** Steps of single patterns for one key. */
export const mostSteps = 100_000

/** One context key: values for every way in which its conditions can come out together, absent included. */
export function keyDimension(
  key: string,
  entries: readonly Entry[],
  { context, traits }: { readonly context: Context; readonly traits: Traits },
): Dimension<ReadonlyMap<string, ContextValue>> {
  const conditions = entries.flatMap(({ statement }) =>
    statement.conditions.filter((condition) => condition.key === key),
  )
  const { values, complete } = sampleValues(conditions, {
    context,
    hints: [],
    single: false,
    everywhere: [],
    most: mostSteps,
  })
  const only = new Set([key])
  return dimensionOf(
    values.map((value) => {
      const example = new Map([[key, value]])
      return {
        example,
        statements:
          statementsHolding(entries, only, withKeys(context, example)) | traits.bitsOfKey(key, value.is !== 'absent'),
      }
    }),
    complete,
  )
}
