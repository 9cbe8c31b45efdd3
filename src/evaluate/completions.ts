import { type CompiledCondition, compileCondition, holds } from './condition.ts'
import { type Context, withKeys } from './context.ts'
import type { ContextValue } from './context-value.ts'
import { sampleValues } from './sample-values.ts'

/** A key that was not given, and values that between them bring about every way its tests can come out. */
export interface OpenKey {
  readonly key: string
  /** As the policies write it. */
  readonly written: string
  readonly values: readonly ContextValue[]
  /** False where there were too many ways to try them all. */
  readonly complete: boolean
}

/** What undecided statements ask for: their conditions, the variables in them, and texts that a variable may have to equal. */
export interface Asked {
  readonly conditions: readonly CompiledCondition[]
  /** Their names as written, by their keys. */
  readonly variables: ReadonlyMap<string, string>
  readonly hints: readonly string[]
  /** The conditions of every statement about the action, decided or not, by their keys. */
  readonly everywhere: ReadonlyMap<string, readonly CompiledCondition[]>
}

/** The keys that are asked for and that the context does not know, each with its representative values. */
export function openKeys({ conditions, variables, hints, everywhere }: Asked, context: Context): readonly OpenKey[] {
  const written = new Map<string, string>()
  const byKey = Map.groupBy(conditions, ({ key }) => key)
  for (const { key, condition } of conditions) written.set(key, written.get(key) ?? condition.key.value)
  for (const [key, name] of variables) written.set(key, written.get(key) ?? name)
  return [...written]
    .filter(([key]) => context.lookup(key).is === 'unknown')
    .map(([key, name]) => {
      const own = byKey.get(key) ?? []
      const filledIn = variables.has(key)
      const { always, conditions: certain } = context.limitsOf(key)
      const limits = { always, conditions: certain.flatMap((condition) => compileCondition(condition, false) ?? []) }
      const { values: samples, complete } = sampleValues([...own, ...limits.conditions], {
        context,
        hints: filledIn ? hints : [],
        single: filledIn,
        everywhere: everywhere.get(key) ?? [],
      })
      const candidates = samples.filter((value) => isPossible(key, value, { limits, context }))
      // What a variable is compared with is only known when all other keys are: then no candidate can be spared.
      const values = filledIn ? candidates : distinct(key, { own, candidates, context })
      return { key, written: name, values, complete }
    })
}

interface Limits {
  readonly always: boolean
  readonly conditions: readonly CompiledCondition[]
}

/** Can a request carry this value? Some keys come with every request, and some have values of a certain form. */
function isPossible(
  key: string,
  value: ContextValue,
  { limits: { always, conditions }, context }: { readonly limits: Limits; readonly context: Context },
): boolean {
  if (value.is === 'absent') return !always
  const here = withKeys(context, new Map([[key, value]]))
  return conditions.every((condition) => holds(condition, here) === 'yes')
}

/** Of the candidate values keeps one for each pattern of answers. */
function distinct(
  key: string,
  {
    own,
    candidates,
    context,
  }: { own: readonly CompiledCondition[]; candidates: readonly ContextValue[]; context: Context },
): readonly ContextValue[] {
  const seen = new Set<string>()
  return candidates.filter((value) => {
    const here = withKeys(context, new Map([[key, value]]))
    const answers = own.map((condition) => holds(condition, here))
    const signature = answers.includes('unknown') ? JSON.stringify(value) : answers.join()
    if (seen.has(signature)) return false
    seen.add(signature)
    return true
  })
}

/** In a combination: this key is left open, since any of its values will do. */
export const anyValue = -1

/** The context with one combination filled in: for each key the index of its value. */
export function complete(context: Context, keys: readonly OpenKey[], combination: readonly number[]): Context {
  const filled = new Map<string, ContextValue>()
  combination.forEach((choice, i) => {
    const open = keys[i]
    const value = open?.values[choice]
    if (open && value) filled.set(open.key, value)
  })
  return withKeys(context, filled)
}
