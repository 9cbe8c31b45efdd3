import { variablesOf } from '../iam/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { and, or } from './answer.ts'
import { type Combined, combine, decisionOf } from './combine.ts'
import { type Asked, anyValue, complete, type OpenKey, openKeys } from './completions.ts'
import type { CompiledCondition } from './condition.ts'
import type { ContextValue } from './context-value.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import { askLayer, coverageOf, type Layer } from './layers.ts'
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
export function decideExactly(layers: readonly Layer[], inputs: NonEmpty<EvaluationInput>): Decided {
  const decision = decisionOf(combineAll(layers, inputs))
  if (decision !== 'undetermined') return settled[decision]
  const keys = openKeys(asked(layers, inputs), inputs[0].context)
  return tryAll(layers, inputs, keys)
}

const settledAs = (decision: Decision): Decided => ({ decision, missing: [], questions: [], bounded: false })

const settled: Readonly<Record<Decision, Decided>> = {
  allowed: settledAs('allowed'),
  explicitDeny: settledAs('explicitDeny'),
  implicitDeny: settledAs('implicitDeny'),
  undetermined: settledAs('undetermined'),
}

/** An explicit deny of any part denies, and every part must be allowed. */
function combineAll(layers: readonly Layer[], inputs: NonEmpty<EvaluationInput>): Combined {
  let all = combineLayers(layers, inputs[0])
  for (let i = 1; i < inputs.length; i++) {
    const { denied, allowed } = combineLayers(layers, inputs[i] ?? inputs[0])
    all = { denied: or(all.denied, denied), allowed: and(all.allowed, allowed) }
  }
  return all
}

const combineLayers = (layers: readonly Layer[], input: EvaluationInput): Combined =>
  combine(
    layers.map((layer) => askLayer(layer, input)),
    input,
  )

/** Combinations of the keys' values that all lead to one word: an index for each key, or `anyValue`. */
interface Tried {
  readonly at: readonly number[]
  readonly decision: Decision
}

function tryAll(layers: readonly Layer[], inputs: NonEmpty<EvaluationInput>, keys: readonly OpenKey[]): Decided {
  const tried = triedValues(layers, inputs, keys)
  if (!tried) return { ...settled.undetermined, missing: keys, bounded: true }
  const decision = tried[0]?.decision ?? 'undetermined'
  if (tried.every((other) => other.decision === decision)) {
    return keys.every(({ complete }) => complete)
      ? settled[decision]
      : { ...settled.undetermined, missing: keys, bounded: true }
  }
  const axes = [...mattering(tried)].sort((a, b) => a - b)
  const missing = axes.flatMap((axis) => keys[axis] ?? [])
  const questions = axes.flatMap((axis) => (keys[axis] ? [question(keys[axis], axis, tried)] : []))
  return { decision: 'undetermined', missing, questions, bounded: false }
}

function completed(
  [first, ...more]: NonEmpty<EvaluationInput>,
  keys: readonly OpenKey[],
  at: readonly number[],
): NonEmpty<EvaluationInput> {
  const fill = (input: EvaluationInput): EvaluationInput => ({
    ...input,
    context: complete(input.context, keys, at),
  })
  return [fill(first), ...more.map(fill)]
}

/** More keys or combinations than these are not tried: the answer stays three-valued, and says so. Of many keys fewer, so that it stays quick. */
const mostKeys = 64
const mostCompletions = 4096
const mostOf = (keys: number): number => (keys <= 12 ? mostCompletions : Math.floor(16_384 / keys))

/**
 * Gives the keys values, one key after the other, until the word is certain whatever the keys left are. Next is always a key that an
 * undecided statement still asks for. Undefined where that takes more combinations than are told apart.
 */
function triedValues(
  layers: readonly Layer[],
  inputs: NonEmpty<EvaluationInput>,
  keys: readonly OpenKey[],
): readonly Tried[] | undefined {
  if (keys.length > mostKeys) return undefined
  const most = mostOf(keys.length)
  const tried: Tried[] = []
  const at = keys.map(() => anyValue)
  const visit = (): boolean => {
    const here = completed(inputs, keys, at)
    const decision = decisionOf(combineAll(layers, here))
    const axis = decision === 'undetermined' ? nextAxis(openStatements(layers, here), keys, at) : -1
    if (axis < 0) return tried.push({ at: [...at], decision }) <= most
    const isDone = keys[axis]?.values.every((_, index) => {
      at[axis] = index
      return visit()
    })
    at[axis] = anyValue
    return isDone === true
  }
  return visit() ? tried : undefined
}

/** The first key without a value that one of these statements asks for. */
function nextAxis(open: readonly CompiledStatement[], keys: readonly OpenKey[], at: readonly number[]): number {
  const asksFor = new Set(
    open.flatMap((statement) => [...statement.conditions.map(({ key }) => key), ...variablesIn(statement)]),
  )
  return keys.findIndex(({ key }, axis) => at[axis] === anyValue && asksFor.has(key))
}

/** The keys that matter: two of their values, the others alike, lead to different words. */
function mattering(tried: readonly Tried[]): ReadonlySet<number> {
  const found = new Set<number>()
  tried.forEach((a, i) => {
    for (let j = i + 1; j < tried.length; j++) {
      const b = tried[j]
      const axis = b && a.decision !== b.decision ? onlyDifference(a.at, b.at) : undefined
      if (axis !== undefined) found.add(axis)
    }
  })
  return found
}

/** The one key in which two combinations differ; undefined where there are more. */
function onlyDifference(a: readonly number[], b: readonly number[]): number | undefined {
  let found: number | undefined
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i] || a[i] === anyValue || b[i] === anyValue) continue
    if (found !== undefined) return undefined
    found = i
  }
  return found
}

/** Which of a key's values settle the decision, whatever the other keys are. */
function question(key: OpenKey, axis: number, tried: readonly Tried[]): Question {
  const outcomes = key.values.flatMap((value, index) => {
    const words = new Set(
      tried.filter(({ at }) => at[axis] === index || at[axis] === anyValue).map(({ decision }) => decision),
    )
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
function asked(layers: readonly Layer[], inputs: NonEmpty<EvaluationInput>): Asked {
  const open = openStatements(layers, inputs)
  const conditions = open.flatMap((statement) => statement.conditions)
  const variables = new Set(open.flatMap(variablesIn))
  const named = inputs.flatMap(({ resource }) => resource.split(/[/:]/))
  const hints = new Set([...named, ...knownTexts(conditions, inputs[0])])
  return { conditions, variables: [...variables], hints: [...hints].filter((text) => text !== '').slice(0, 24) }
}

const variablesIn = ({ statement }: CompiledStatement): readonly string[] => [
  ...(statement.resource?.items ?? []).flatMap(({ value }) => (value.kind === 'arn' ? variablesOf(value.whole) : [])),
  ...statement.conditions.flatMap(({ values }) => values.flatMap(({ value }) => variablesOf(value.pattern))),
]

function openStatements(layers: readonly Layer[], inputs: NonEmpty<EvaluationInput>): readonly CompiledStatement[] {
  const open = inputs.flatMap((input) => layers.flatMap((layer) => openIn(layer, input)))
  return [...new Set(open)]
}

function openIn(layer: Layer, input: EvaluationInput): readonly CompiledStatement[] {
  if (askLayer(layer, input).exempt) return []
  return layer.statements.filter(
    (statement) => coverageOf(layer.type, statement, input) && matches(statement, input) === 'unknown',
  )
}

/** What the request does say for the keys of these conditions: a variable may have to equal that. */
const knownTexts = (conditions: readonly CompiledCondition[], { context }: EvaluationInput): readonly string[] =>
  conditions.flatMap(({ key }) => {
    const value = context.lookup(key)
    return value.is === 'single' ? [value.value] : value.is === 'multi' ? value.values : []
  })
