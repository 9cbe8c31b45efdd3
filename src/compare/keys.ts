import { type Context, type ContextValue, holds, sampleValues, withKeys } from '../evaluate/index.ts'
import { findGlobalKey, type Reference } from '../reference/index.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import type { Entry } from './policy-set.ts'
import type { Related } from './related.ts'
import { costOf, type Steps } from './steps.ts'
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
export const mostSteps = 600_000

/**
 * What is known of the values of a key, in lower case, by AWS's service authorization reference or its page of global keys. A key that neither lists, such
 * as a tag's, can hold any text.
 */
function typeOf(
  key: string,
  reference: Reference | undefined,
): { readonly isText: boolean; readonly isMulti: boolean } {
  const known = findGlobalKey(key)
  // AWS names two kinds of values for it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-assumedroot
  if (known) return { isText: known.type === 'string' || key === 'aws:assumedroot', isMulti: known.multivalued }
  const listed = reference?.services.get(key.slice(0, Math.max(key.indexOf(':'), 0)))?.conditionKeys.get(key)
  const isMulti = /^ArrayOf/.test(listed ?? '') || providersSets.test(key)
  return { isText: !/Bool|Numeric|Date|IPAddress|Binary/i.test(listed ?? ''), isMulti }
}

/** What identity providers say of a person: how it signed in, and the attributes of SAML. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const providersSets = /^saml:|:amr$/

/** Satisfies no operator without ForAllValues or ForAnyValue, negated or not. */
const severalValues: ContextValue = { is: 'multi', values: ['x', 'y'] }

interface KeyScope {
  readonly context: Context
  readonly traits: Traits
  readonly related: Related
  readonly reference: Reference | undefined
  readonly steps: Steps
}

/** One context key: values for every way in which its conditions can come out together, absent included. */
export function keyDimension(
  key: string,
  entries: readonly Entry[],
  { context, traits, related, reference, steps }: KeyScope,
): Dimension<ReadonlyMap<string, ContextValue>> {
  const conditions = entries.flatMap(({ statement }) =>
    statement.conditions.filter((condition) => condition.key === key),
  )
  const { isText, isMulti } = typeOf(key, reference)
  const samples = sampleValues(conditions, {
    context,
    hints: [],
    single: false,
    everywhere: [],
    isText,
    most: Math.min(mostSteps, steps.left()),
  })
  const values = [...samples.values, ...(isMulti ? [severalValues] : [])]
  steps.spend(samples.steps + values.length * costOf(conditions))
  const only = new Set([key])
  return dimensionOf(
    values.map((value) => {
      const example = new Map([[key, value]])
      return {
        example,
        statements:
          statementsHolding(entries, only, withKeys(context, example)) |
          traits.bitsOfKey(key, value.is !== 'absent') |
          related.bitsOfKey(key, value),
      }
    }),
    samples.complete,
  )
}
