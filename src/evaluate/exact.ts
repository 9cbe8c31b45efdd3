import { variablesOf } from '../iam/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { and, or } from './answer.ts'
import { type Combined, combine, decisionOf } from './combine.ts'
import {
  type Asked,
  combinations,
  complete,
  completionCount,
  mostCompletions,
  type OpenKey,
  openKeys,
} from './completions.ts'
import type { CompiledCondition } from './condition.ts'
import type { ContextValue } from './context-value.ts'
import { askLayer, coverageOf, type Layer } from './layers.ts'
import type { Situation } from './situation.ts'
import { type CompiledStatement, matches } from './statement.ts'
import type { Decision, Question } from './verdict.ts'

/** A decision, and what it hangs on where it cannot be made. */
export interface Decided {
  readonly decision: Decision
  readonly missing: readonly OpenKey[]
  readonly questions: readonly Question[]
  /** True where too many combinations were left untried: `missing` may then name a key too many. */
  readonly bounded: boolean
}

/**
 * First three-valued logic. Where that says unknown, the keys that were not given are tried over their representative values, so that the
 * answer is "undetermined" only if two completions really differ. A call may ask for several things: it is allowed if all of them are.
 */
export function decideExactly(layers: readonly Layer[], situations: NonEmpty<Situation>): Decided {
  const decision = decisionOf(combineAll(layers, situations))
  if (decision !== 'undetermined') return settled[decision]
  const keys = openKeys(asked(layers, situations), situations[0].context)
  if (completionCount(keys) > mostCompletions) return { ...settled.undetermined, missing: keys, bounded: true }
  return tryAll(layers, situations, keys)
}

const settledAs = (decision: Decision): Decided => ({ decision, missing: [], questions: [], bounded: false })

const settled: Readonly<Record<Decision, Decided>> = {
  allowed: settledAs('allowed'),
  explicitDeny: settledAs('explicitDeny'),
  implicitDeny: settledAs('implicitDeny'),
  undetermined: settledAs('undetermined'),
}

/** An explicit deny of any part denies, and every part must be allowed. */
function combineAll(layers: readonly Layer[], situations: NonEmpty<Situation>): Combined {
  let all = combineLayers(layers, situations[0])
  for (let i = 1; i < situations.length; i++) {
    const { denied, allowed } = combineLayers(layers, situations[i] ?? situations[0])
    all = { denied: or(all.denied, denied), allowed: and(all.allowed, allowed) }
  }
  return all
}

const combineLayers = (layers: readonly Layer[], situation: Situation): Combined =>
  combine(
    layers.map((layer) => askLayer(layer, situation)),
    situation,
  )

const completed = (situation: Situation, keys: readonly OpenKey[], at: readonly number[]): Situation => ({
  ...situation,
  context: complete(situation.context, keys, at),
})

function tryAll(layers: readonly Layer[], situations: NonEmpty<Situation>, keys: readonly OpenKey[]): Decided {
  const tried: { at: readonly number[]; decision: Decision }[] = []
  for (const at of combinations(keys)) {
    const [first, ...more] = situations
    const here: NonEmpty<Situation> = [completed(first, keys, at), ...more.map((each) => completed(each, keys, at))]
    tried.push({ at, decision: decisionOf(combineAll(layers, here)) })
  }
  const decision = tried[0]?.decision ?? 'undetermined'
  if (tried.every((other) => other.decision === decision)) return settled[decision]
  const axes = keys.map((_, axis) => axis).filter((axis) => matters(tried, axis))
  const missing = axes.flatMap((axis) => keys[axis] ?? [])
  const questions = axes.flatMap((axis) => (keys[axis] ? [question(keys[axis], axis, tried)] : []))
  return { decision: 'undetermined', missing, questions, bounded: false }
}

type Tried = readonly { readonly at: readonly number[]; readonly decision: Decision }[]

/** A key matters if two of its values, the others alike, lead to different words. */
function matters(tried: Tried, axis: number): boolean {
  const words = new Map<string, Decision>()
  return tried.some(({ at, decision }) => {
    const others = at.filter((_, i) => i !== axis).join()
    const before = words.get(others)
    words.set(others, decision)
    return before !== undefined && before !== decision
  })
}

/** Which of a key's values settle the decision, whatever the other keys are. */
function question(key: OpenKey, axis: number, tried: Tried): Question {
  const outcomes = key.values.flatMap((value, index) => {
    const words = new Set(tried.filter(({ at }) => at[axis] === index).map(({ decision }) => decision))
    const [word] = words
    return words.size === 1 && word && word !== 'undetermined' ? [{ value: shown(value), decision: word }] : []
  })
  return { key: key.written, outcomes }
}

function shown(value: ContextValue): string | readonly string[] | undefined {
  if (value.is === 'single') return value.value
  return value.is === 'multi' ? value.values : undefined
}

/** What the statements that could not be decided ask for. */
function asked(layers: readonly Layer[], situations: NonEmpty<Situation>): Asked {
  const open = [...new Set(situations.flatMap((each) => layers.flatMap((layer) => openStatements(layer, each))))]
  const conditions = open.flatMap((statement) => statement.conditions)
  const variables = new Set(open.flatMap(variablesIn))
  const named = situations.flatMap(({ resource }) => resource.split(/[/:]/))
  const hints = new Set([...named, ...knownTexts(conditions, situations[0])])
  return { conditions, variables: [...variables], hints: [...hints].filter((text) => text !== '').slice(0, 24) }
}

const variablesIn = ({ statement }: CompiledStatement): readonly string[] => [
  ...(statement.resource?.items ?? []).flatMap(({ value }) => (value.kind === 'arn' ? variablesOf(value.whole) : [])),
  ...statement.conditions.flatMap(({ values }) => values.flatMap(({ value }) => variablesOf(value.pattern))),
]

function openStatements(layer: Layer, situation: Situation): readonly CompiledStatement[] {
  if (askLayer(layer, situation).exempt) return []
  return layer.statements.filter(
    (statement) => coverageOf(layer.type, statement, situation) && matches(statement, situation) === 'unknown',
  )
}

/** What the request does say for the keys of these conditions: a variable may have to equal that. */
const knownTexts = (conditions: readonly CompiledCondition[], { context }: Situation): readonly string[] =>
  conditions.flatMap(({ key }) => {
    const value = context.lookup(key)
    return value.is === 'single' ? [value.value] : value.is === 'multi' ? value.values : []
  })
