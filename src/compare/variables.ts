import { absent, type Context, type ContextValue, sampleValues, single, withKeys } from '../evaluate/index.ts'
import type { Pattern } from '../iam/index.ts'
import { nothingKnown } from './context.ts'
import { type Entry, variablesIn } from './policy-set.ts'

/** Values for the policy variables of these statements, as contexts to compare under. */
export interface Assignments {
  readonly contexts: readonly Context[]
  readonly values: readonly ReadonlyMap<string, ContextValue>[]
  /** False where the values don't stand for all values: a difference can then exist that none of them shows. */
  readonly complete: boolean
}

const stranger = 'someone-else'
const mostPerKey = 24
const mostAssignments = 96

/**
 * Fills in the policy variables: a value that no policy names, no value at all, values that the variable's own conditions tell apart, and values that
 * make a pattern with the variable meet another pattern. For one variable on its own these stand for all values: whether its pattern matches
 * depends only on whether the value equals the text between the pattern's other parts.
 */
export function assignmentsOf(entries: readonly Entry[]): Assignments {
  const { keys, isTangled } = variablesIn(entries)
  if (keys.size === 0) return { contexts: [nothingKnown], values: [new Map()], complete: true }
  let complete = !isTangled && keys.size < 3
  let combinations: readonly ReadonlyMap<string, ContextValue>[] = [new Map()]
  for (const key of keys) {
    const values = valuesOf(key, entries)
    if (values.length > mostPerKey) complete = false
    combinations = combinations.flatMap((known) =>
      values.slice(0, mostPerKey).map((value) => new Map([...known, [key, value] as const])),
    )
    if (combinations.length > mostAssignments) complete = false
    combinations = combinations.slice(0, mostAssignments)
  }
  return { contexts: combinations.map((values) => withKeys(nothingKnown, values)), values: combinations, complete }
}

function valuesOf(key: string, entries: readonly Entry[]): readonly ContextValue[] {
  const conditions = entries.flatMap(({ statement }) =>
    statement.conditions.filter((condition) => condition.key === key),
  )
  const own = sampleValues(conditions, { context: nothingKnown, hints: [], single: true }).values
  const meeting = meetingTexts(key, entries).map(single)
  const distinct = new Map(
    [single(stranger), ...meeting, ...own, absent].map((value) => [JSON.stringify(value), value]),
  )
  return [...distinct.values()]
}

/** The texts that a variable would have to be for its pattern to meet another pattern of the same element. */
function meetingTexts(key: string, entries: readonly Entry[]): readonly string[] {
  const found = new Set<string>()
  for (const group of groupsOf(entries)) {
    const own = group.filter(({ parts }) => parts.some((part) => part.kind === 'variable' && part.key === key))
    if (own.length === 0) continue
    const others = group.flatMap(textsOf)
    for (const { parts } of own) {
      const at = parts.findIndex((part) => part.kind === 'variable' && part.key === key)
      const [before, after] = [literalAround(parts.slice(0, at), -1), literalAround(parts.slice(at + 1), 0)]
      for (const text of others) for (const middle of between(text, before, after)) found.add(middle)
    }
  }
  return [...found]
}

/** Patterns that are matched against the same text: all resources, and all values compared with one condition key. */
function groupsOf(entries: readonly Entry[]): readonly (readonly Pattern[])[] {
  const groups = new Map<string, Pattern[]>()
  const add = (name: string, pattern: Pattern): void => {
    groups.set(name, [...(groups.get(name) ?? []), pattern])
  }
  for (const { statement } of entries) {
    for (const { value } of statement.statement.resource?.items ?? [])
      if (value.kind === 'arn') add('resource', value.whole)
    for (const { key, condition } of statement.conditions)
      for (const { value } of condition.values) add(key, value.pattern)
  }
  return [...groups.values()]
}

/** A text that the pattern matches, with nothing and with a letter for its wildcards. */
const textsOf = ({ parts }: Pattern): readonly string[] =>
  ['', 'x'].map((star) =>
    parts
      .map((part) =>
        part.kind === 'literal' ? part.text : part.kind === 'star' ? star : part.kind === 'question' ? 'x' : stranger,
      )
      .join(''),
  )

/** The literal text right beside a place. */
function literalAround(parts: Pattern['parts'], at: 0 | -1): string {
  const part = parts.at(at)
  return part?.kind === 'literal' ? part.text : ''
}

/** The shortest and the longest text between two others. */
function between(text: string, before: string, after: string): readonly string[] {
  const from = before === '' ? 0 : text.indexOf(before) + before.length
  if (before !== '' && !text.includes(before)) return []
  const ends = after === '' ? [text.length] : [text.indexOf(after, from), text.lastIndexOf(after)]
  return ends.flatMap((end) => (end > from ? [text.slice(from, end)] : []))
}
