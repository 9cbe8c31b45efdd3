import {
  absent,
  type CompiledStatement,
  type Context,
  type ContextValue,
  sampleValues,
  single,
  withKeys,
} from '../evaluate/index.ts'
import {
  type Automaton,
  automatonOf,
  type Glob,
  type Operator,
  type Pattern,
  readPattern,
  variablesOf,
} from '../iam/index.ts'
import { principalKeys } from './callers-by-conditions.ts'
import { nothingKnown } from './context.ts'
import { mostSteps } from './keys.ts'
import { type Entry, variablesIn } from './policy-set.ts'
import type { Steps } from './steps.ts'
import { type Run, textsApart } from './text-classes.ts'

/** Values for the policy variables of these statements, as contexts to compare under. */
export interface Assignments {
  readonly contexts: readonly Context[]
  readonly values: readonly ReadonlyMap<string, ContextValue>[]
  /** False if the values don't represent all values: a difference can then exist that none of them shows. */
  readonly complete: boolean
}

const stranger = 'someone-else'
const mostPerKey = 24
const mostAssignments = 96

/**
 * Fills in the policy variables: a value that no policy names, no value at all, and one value for every way in which the patterns around the variable
 * can meet the other patterns. A variable on its own is exact that way. Patterns in which values of variables can meet each other are not.
 */
export function assignmentsOf(entries: readonly Entry[], steps: Steps): Assignments {
  const { keys, isTangled } = variablesIn(entries)
  if (keys.size === 0) return { contexts: [nothingKnown], values: [new Map()], complete: true }
  let complete = !isTangled && keys.size < 3
  let combinations: readonly ReadonlyMap<string, ContextValue>[] = [new Map()]
  for (const key of keys) {
    const own = valuesOf(key, entries, steps)
    if (!own.complete || own.values.length > mostPerKey) complete = false
    combinations = combinations.flatMap((known) =>
      own.values.slice(0, mostPerKey).map((value) => new Map([...known, [key, value] as const])),
    )
    if (combinations.length > mostAssignments) complete = false
    combinations = combinations.slice(0, mostAssignments)
  }
  return { contexts: combinations.map((values) => withKeys(nothingKnown, values)), values: combinations, complete }
}

interface Values {
  readonly values: readonly ContextValue[]
  readonly complete: boolean
}

function valuesOf(key: string, entries: readonly Entry[], steps: Steps): Values {
  const conditions = entries.flatMap(({ statement }) =>
    statement.conditions.filter((condition) => condition.key === key),
  )
  const own = sampleValues(conditions, {
    context: nothingKnown,
    hints: [],
    single: true,
    everywhere: [],
    most: Math.min(mostSteps, steps.left()),
  })
  steps.spend(own.steps)
  const groups = groupsOf(entries).filter(({ members }) =>
    members.some(({ pattern }) => variablesOf(pattern).includes(key)),
  )
  const runs = groups.map((group) => runsOf(key, group))
  // The variable's own conditions are told apart together with what it meets.
  const tests: readonly Run[] = conditions.flatMap(({ operator, condition }) =>
    condition.values.flatMap(({ value: { pattern } }) =>
      pattern.glob ? acceptance(automatonOf({ glob: pattern.glob, ...readingOf(operator.comparison) })) : [],
    ),
  )
  const { texts, complete } = textsApart([...runs.flatMap((each) => each.runs), ...tests], steps)
  // Numbers, dates, and the like aren't told apart by what the variable meets, and neither is what depends on another variable's value.
  const areTexts = conditions.every(
    ({ operator }) => operator.comparison === 'null' || textual.has(operator.comparison),
  )
  const isApart = areTexts ? !conditions.some(hasVariable) : runs.every((each) => each.runs.length === 0)
  // A tag can be empty; what AWS fills in for the caller can't.
  const isNamed = principalKeys.has(key)
  const distinct = new Map(
    [single(stranger), ...texts.map(single), ...own.values, ...(isNamed ? [] : [single('')]), absent].map((value) => [
      JSON.stringify(value),
      value,
    ]),
  )
  return {
    values: [...distinct.values()],
    // Values in another case, and parts of ARNs, aren't told apart by what variables meet there.
    complete:
      complete &&
      own.complete &&
      isApart &&
      runs.every((each) => each.complete) &&
      groups.every(({ isPlain }) => isPlain),
  }
}

const textual: ReadonlySet<Operator['comparison']> = new Set(['string', 'string-ignore-case', 'string-like', 'arn'])

const hasVariable = ({ condition }: CompiledStatement['conditions'][number]): boolean =>
  condition.values.some(({ value }) => variablesOf(value.pattern).length > 0)

/** How a condition reads a text. */
const readingOf = (comparison: Operator['comparison']): { readonly ignoresCase: boolean; readonly colons: number } => ({
  ignoresCase: comparison === 'string-ignore-case',
  colons: comparison === 'arn' ? 5 : 0,
})

const acceptance = (automaton: Automaton): Run => ({
  automaton,
  start: automaton.start,
  outcome: (state) => Number(automaton.accepts(state)),
})

interface Runs {
  readonly runs: readonly Run[]
  readonly complete: boolean
}

/** What the other patterns of a group make of the variable's value, from each state in which it can find them. */
function runsOf(key: string, { members, colons }: Group): Runs {
  const holding = members.map(({ pattern }) => pattern).filter((pattern) => variablesOf(pattern).length > 0)
  const places = new Map<
    string,
    { readonly before: Pattern['parts']; readonly after: string; readonly isLast: boolean }
  >()
  for (const { parts } of holding) {
    const at = parts.findIndex((part) => part.kind === 'variable' && part.key === key)
    if (at < 0) continue
    const [before, after] = [parts.slice(0, at), literalAt(parts, at + 1)]
    const isLast = parts.length <= at + 2 && (after !== '' || parts.length === at + 1)
    places.set(JSON.stringify([before, after, isLast]), { before, after, isLast })
  }
  let complete = meetNowhere(holding)
  const runs: Run[] = []
  for (const { pattern, ignoresCase, colons: own } of members) {
    if (!pattern.glob) continue
    const automaton = automatonOf({ glob: pattern.glob, ignoresCase, colons: own })
    for (const { before, after, isLast } of places.values()) {
      const reached = statesAfter(automaton, globOf(before), colons)
      if (!reached) complete = false
      for (const start of reached ?? [])
        runs.push({
          automaton,
          start,
          outcome: (state) => {
            const end = [...after].reduce((now, letter) => automaton.step(now, letter), state)
            return isLast ? Number(automaton.accepts(end)) : end
          },
        })
    }
  }
  return { runs, complete }
}

/** Patterns with variables can't meet each other where what comes before is literal and differs, or is the same. */
function meetNowhere(patterns: readonly Pattern[]): boolean {
  const beginnings = patterns.map(({ parts }) => {
    const at = parts.findIndex(({ kind }) => kind === 'variable')
    return { name: JSON.stringify(parts.slice(0, at + 1)), text: literalAt(parts, 0) }
  })
  const apart = (one: string, other: string): boolean => !one.startsWith(other) && !other.startsWith(one)
  return beginnings.every((one) => beginnings.every((other) => one.name === other.name || apart(one.text, other.text)))
}

/** The states in which texts that match a pattern leave an automaton; undefined where there are too many. */
function statesAfter(automaton: Automaton, before: Glob, colons: number): readonly number[] | undefined {
  const first = automatonOf({ glob: before, ignoresCase: false, colons })
  const found = new Set<number>()
  const seen = new Set<string>()
  const queue: (readonly [number, number])[] = [[first.start, automaton.start]]
  for (let i = 0; i < queue.length; i++) {
    const [own, other] = queue[i] ?? [first.start, automaton.start]
    if (first.accepts(own)) found.add(other)
    if (found.size > mostStarts || queue.length > mostVisited) return undefined
    for (const letter of new Set([...first.letters(own), ...automaton.letters(other), '\uE000'])) {
      const next = [first.step(own, letter), automaton.step(other, letter)] as const
      const name = next.join()
      if (!seen.has(name)) {
        seen.add(name)
        queue.push(next)
      }
    }
  }
  return [...found]
}

const mostStarts = 12
const mostVisited = 4_000

const globOf = (parts: Pattern['parts']): Glob => {
  const raw = parts.map((part) =>
    part.kind === 'star' ? '*' : part.kind === 'question' ? '?' : part.kind === 'literal' ? part.text : '*',
  )
  return readPattern(raw.join(''), false).glob ?? [{ text: '', any: undefined }]
}

/** The literal text at a place. */
function literalAt(parts: Pattern['parts'], at: number): string {
  const part = parts[at]
  return part?.kind === 'literal' ? part.text : ''
}

/** A pattern, and how it's compared: `colons` is how many leading colons of a text its stars don't run across. */
interface Member {
  readonly pattern: Pattern
  readonly ignoresCase: boolean
  readonly colons: number
}

/** Patterns that are matched against the same text. */
interface Group {
  readonly members: readonly Member[]
  /** Leading colons of the text that separate its parts: what comes before a variable doesn't run across them. */
  readonly colons: number
  /** Is every text compared letter by letter? */
  readonly isPlain: boolean
}

/** All resources, and all values compared with one condition key. */
function groupsOf(entries: readonly Entry[]): readonly Group[] {
  const groups = new Map<string, Member[]>()
  const add = (name: string, pattern: Pattern, comparison: Operator['comparison'] = 'string-like'): void => {
    groups.set(name, [...(groups.get(name) ?? []), { pattern, ...readingOf(comparison) }])
  }
  for (const { statement } of entries) {
    for (const { value } of statement.statement.resource?.items ?? [])
      if (value.kind === 'arn') add('resource', value.whole)
    for (const { key, operator, condition } of statement.conditions)
      for (const { value } of condition.values) add(key, value.pattern, operator.comparison)
  }
  return [...groups].map(([name, members]) => {
    const raws = new Set(members.map(({ pattern }) => pattern.raw))
    // A variable that is alone there can meet nothing in another case.
    const isPlain = raws.size < 2 || members.every(({ ignoresCase }) => !ignoresCase)
    const colons = name === 'resource' ? 5 : Math.min(...members.map((each) => each.colons))
    return { members, colons, isPlain }
  })
}
