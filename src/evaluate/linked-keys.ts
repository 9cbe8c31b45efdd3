// Unknown keys that are compared with each other, such as s3:prefix with "${aws:PrincipalTag/team}": each can have any value that matters to the other.
import type { CompiledCondition } from './condition.ts'
import type { Context } from './context.ts'
import { sampleValues } from './sample-values.ts'

/** Texts that matter to a key and to those which it's compared with. */
interface Linked {
  readonly texts: readonly string[]
  /** False where they can't all be tried. */
  readonly complete: boolean
}

/** For each unknown key that a condition compares with another unknown key, the texts that matter to any of them. */
export function linkedTexts(conditions: readonly CompiledCondition[], context: Context): ReadonlyMap<string, Linked> {
  const links = conditions.flatMap((condition) => linksOf(condition, context))
  const found = new Map<string, Linked>()
  for (const { key } of links) {
    if (found.has(key)) continue
    const group = groupOf(key, links)
    const texts = textsOf(group, conditions, context)
    for (const each of group) found.set(each, texts)
  }
  return found
}

interface Link {
  readonly key: string
  readonly variable: string
}

/** The unknown variables that a condition compares its unknown key with. */
function linksOf({ key, condition }: CompiledCondition, context: Context): readonly Link[] {
  const variables = condition.values.flatMap(({ value: { pattern } }) =>
    pattern.parts.flatMap((part) => (part.kind === 'variable' ? [part.key] : [])),
  )
  const isOpen = (name: string): boolean => context.lookup(name).is === 'unknown'
  return variables.length > 0 && isOpen(key) ? variables.filter(isOpen).map((variable) => ({ key, variable })) : []
}

/** The keys that a key is compared with, those which these are compared with, and so on. */
function groupOf(key: string, links: readonly Link[]): ReadonlySet<string> {
  const group = new Set([key])
  // A set's new members are walked, too.
  for (const member of group)
    for (const link of links) {
      if (link.key === member) group.add(link.variable)
      if (link.variable === member) group.add(link.key)
    }
  return group
}

function textsOf(group: ReadonlySet<string>, conditions: readonly CompiledCondition[], context: Context): Linked {
  const own = conditions.filter(({ key }) => group.has(key))
  const single = own.map((condition) => ({
    ...condition,
    operator: { ...condition.operator, quantifier: 'single' as const },
  }))
  const found = sampleValues(single, { context, hints: [], single: true, everywhere: [] })
  const texts = found.values.flatMap((value) => (value.is === 'single' ? [value.value] : []))
  const ignoresCase = own.some(
    (condition) => condition.operator.comparison === 'string-ignore-case' && linksOf(condition, context).length > 0,
  )
  if (!ignoresCase) return { texts, complete: found.complete }
  // Two texts that differ in case alone are equal then; a wildcard can match more of them than we can try.
  const isWild = own.some(({ operator }) => operator.comparison === 'string-like' || operator.comparison === 'arn')
  return {
    texts: texts.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]),
    complete: found.complete && !isWild,
  }
}
