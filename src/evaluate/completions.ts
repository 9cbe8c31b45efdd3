import { type CompiledCondition, compileCondition, holds } from './condition.ts'
import { type Context, withKeys } from './context.ts'
import type { ContextValue } from './context-value.ts'
import { linkedTexts } from './linked-keys.ts'
import { contextsWith, hasMixed } from './open-variables.ts'
import { anyOtherValue, type Samples, sampleValues } from './sample-values.ts'

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
  /** Variables of patterns whose texts can't all be tried. */
  readonly uncovered: ReadonlySet<string>
}

/** More unknown keys than this aren't tried, and then nothing is looked up for them. */
export const mostKeys = 64

/** The keys that are asked for and that the context does not know, each with its representative values; none are given where there are too many keys. */
export function openKeys(asked: Asked, context: Context): readonly OpenKey[] {
  const { conditions, variables } = asked
  const written = new Map<string, string>()
  const byKey = Map.groupBy(conditions, ({ key }) => key)
  for (const { key, condition } of conditions) written.set(key, written.get(key) ?? condition.key.value)
  for (const [key, name] of variables) written.set(key, written.get(key) ?? name)
  const open = [...written].filter(([key]) => context.lookup(key).is === 'unknown')
  if (open.length > mostKeys) return open.map(([key, name]) => ({ key, written: name, values: [], complete: false }))
  const linked = linkedTexts(conditions, context)
  const samplesOf = (key: string, contexts: readonly Context[]): Samples =>
    samples(key, { asked, linked: linked.get(key)?.texts ?? [], own: byKey.get(key) ?? [], context, contexts })
  const filled = open
    .filter(([key]) => variables.has(key))
    .map(([key]) => [key, standIns(samplesOf(key, [context]).values)] as const)
  const contexts = contextsWith(new Map(filled), context)
  return open.map(([key, name]) => {
    const own = byKey.get(key) ?? []
    const { values: candidates, complete } = samplesOf(key, contexts)
    // What a variable is compared with is only known when all other keys are: then no candidate can be spared.
    const values = variables.has(key) ? candidates : distinct(key, { own, candidates, context })
    const isWhole = complete && linked.get(key)?.complete !== false
    return { key, written: name, values, complete: isWhole && !asked.uncovered.has(key) && !hasMixed(own, context) }
  })
}

interface SampledKey {
  readonly asked: Asked
  /** Texts that matter to keys which it's compared with. */
  readonly linked: readonly string[]
  /** The conditions on the key. */
  readonly own: readonly CompiledCondition[]
  readonly context: Context
  /** Those in which the variables of what it's compared with have values. */
  readonly contexts: readonly Context[]
}

/** The values of a key that a request can carry. */
function samples(key: string, { asked, linked, own, context, contexts }: SampledKey): Samples {
  const filledIn = asked.variables.has(key)
  const { always, conditions: certain } = context.limitsOf(key)
  const limits = { always, conditions: certain.flatMap((condition) => compileCondition(condition, false) ?? []) }
  const found = sampleValues([...own, ...limits.conditions], {
    context,
    contexts,
    hints: filledIn || linked.length > 0 ? [...new Set([...asked.hints, ...linked])] : [],
    single: filledIn,
    everywhere: asked.everywhere.get(key) ?? [],
  })
  return { ...found, values: found.values.filter((value) => isPossible(key, value, { limits, context })) }
}

/** The values to put into other patterns: first one that no policy names. */
const standIns = (values: readonly ContextValue[]): readonly ContextValue[] => {
  const texts = values.filter(({ is }) => is === 'single')
  return [...texts.filter(isOther), ...texts.filter((value) => !isOther(value))]
}

const isOther = (value: ContextValue): boolean => value.is === 'single' && value.value === anyOtherValue

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
  // Of two that do the same, the one that excludes no other key.
  const isForwarding = (value: ContextValue): boolean => isForwarded(key, value)
  const freestFirst = [...candidates.filter((value) => !isForwarding(value)), ...candidates.filter(isForwarding)]
  return freestFirst.filter((value) => {
    const here = withKeys(context, new Map([[key, value]]))
    const answers = own.map((condition) => holds(condition, here))
    const signature = answers.includes('unknown') ? JSON.stringify(value) : answers.join()
    if (seen.has(signature)) return false
    seen.add(signature)
    return true
  })
}

/** Does this value say that a service forwards the call? Such a call carries no key of a VPC endpoint. */
export const isForwarded = (key: string, value: ContextValue | undefined): boolean =>
  key === 'aws:viaawsservice' && value?.is === 'single' && value.value.toLowerCase() === 'true'

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
