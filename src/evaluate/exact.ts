import { type Pattern, type PatternPart, type ResourcePattern, type Statement, variablesOf } from '../iam/index.ts'
import { endpointKeys, excludedBy } from '../reference/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { type Asked, anyValue, complete, isForwarded, mostKeys, type OpenKey, openKeys } from './completions.ts'
import type { CompiledCondition } from './condition.ts'
import type { ContextValue } from './context-value.ts'
import { decisionOf, foldAll } from './fold.ts'
import type { EvaluationInput } from './gate.ts'
import { answersOnly, withCauses } from './logic.ts'
import { callerNames, valuesFor } from './open-entries.ts'
import { isCovered, valuesThatFit } from './open-variables.ts'
import { isTextual } from './sample-values.ts'
import { type CompiledStatement, coversResource } from './statement.ts'
import type { Decision, Question } from './verdict.ts'

/** A decision that no unknown key can change anymore. */
export type CertainDecision = Exclude<Decision, 'undetermined'>

/** The result of trying the unknown keys. */
export type Exact =
  /** All completions lead to this decision. Together they cover every request that the partial one can represent. */
  | { readonly is: 'decided'; readonly decision: CertainDecision; readonly completions: NonEmpty<Inputs> }
  /** Two completions lead to different decisions; they differ in these keys. False: each of them is a deny. */
  | { readonly is: 'depends'; readonly questions: NonEmpty<Question>; readonly canBeAllowed: boolean }
  /** Too many combinations of these keys to try them all. */
  | { readonly is: 'too-many'; readonly keys: NonEmpty<string>; readonly canBeAllowed: boolean }

/** A call's request, and one for each other thing that it must be allowed to do. */
export type Inputs = NonEmpty<EvaluationInput>

/**
 * If three-valued logic says unknown, tries the missing keys with their representative values, so that the answer is "undetermined" only if
 * two completions really differ.
 */
export function tryCompletions(inputs: Inputs): Exact {
  const open = openStatements(inputs)
  return tryAll(inputs, openKeys(asked(open, inputs), inputs[0].context))
}

/** The decision alone. */
export function decide(inputs: Inputs): Decision {
  // Most requests are decided right away, so no explanation is built for them.
  const decision = decisionOf(foldAll(inputs, answersOnly), answersOnly)
  if (decision !== 'undetermined') return decision
  const exact = tryCompletions(inputs)
  return exact.is === 'decided' ? exact.decision : 'undetermined'
}

/** Combinations of the keys' values that all lead to one decision: an index for each key, or `anyValue`. */
interface Tried {
  readonly at: readonly number[]
  readonly decision: Decision
}

function tryAll(inputs: Inputs, keys: readonly OpenKey[]): Exact {
  const tried = triedValues(inputs, keys) ?? []
  const decided = unanimous(tried, inputs, keys)
  // Without a value for every way the tests can come out, nothing is proven.
  const isTriedWhole = keys.every(({ complete }) => complete)
  if (decided && isTriedWhole) return decided
  // A requirement that no value satisfies, such as an SCP about another resource, is missing in every completion, tried or not.
  const isMissing = answersOnly.answer(foldAll(inputs, answersOnly).allowed) === 'no'
  const tooMany = { is: 'too-many', keys: namesOf(keys), canBeAllowed: !isMissing } as const
  if (decided) return tooMany
  const axes = new Set([...mattering(tried), ...uncertain(tried, keys)])
  const [first, ...more] = keys.flatMap((_, axis) => (axes.has(axis) ? question(keys, axis, tried) : []))
  if (!first) return tooMany
  const canBeAllowed =
    !isMissing && (!isTriedWhole || tried.some(({ decision }) => decision === 'allowed' || decision === 'undetermined'))
  return { is: 'depends', questions: [first, ...more], canBeAllowed }
}

/** The decision that all combinations lead to; undefined where they differ. */
function unanimous(
  [first, ...more]: readonly Tried[],
  inputs: Inputs,
  keys: readonly OpenKey[],
): Extract<Exact, { is: 'decided' }> | undefined {
  if (!first || first.decision === 'undetermined') return undefined
  const { decision } = first
  if (more.some((other) => other.decision !== decision)) return undefined
  const inputsAt = ({ at }: Tried): Inputs => completed(inputs, keys, at)
  return { is: 'decided', decision, completions: [inputsAt(first), ...more.map(inputsAt)] }
}

/** There is always at least one key, because nothing is unknown without one. */
function namesOf(keys: readonly OpenKey[]): NonEmpty<string> {
  const [first, ...more] = keys.map(({ written }) => written)
  if (first === undefined) throw new Error('A request is undecided although every key is known')
  return [first, ...more]
}

function completed([first, ...more]: Inputs, keys: readonly OpenKey[], at: readonly number[]): Inputs {
  const fill = (input: EvaluationInput): EvaluationInput => ({
    ...input,
    context: complete(input.context, keys, at),
  })
  return [fill(first), ...more.map(fill)]
}

/** The most keys and combinations to try. Beyond that, the answer stays three-valued and says so. Many keys get fewer combinations, to stay fast. */
const mostCompletions = 4096
const mostOf = (keys: number): number => (keys <= 12 ? mostCompletions : Math.floor(16_384 / keys))

/**
 * Assigns values to keys, one key after another, until the decision no longer depends on the remaining keys. The next key is always one that
 * an undecided statement still reads. Undefined if that takes more combinations than the limit.
 */
function triedValues(inputs: Inputs, keys: readonly OpenKey[]): readonly Tried[] | undefined {
  if (keys.length > mostKeys) return undefined
  const most = mostOf(keys.length)
  const tried: Tried[] = []
  const at = keys.map(() => anyValue)
  const visit = (): boolean => {
    const here = completed(inputs, keys, at)
    const decision = decisionOf(foldAll(here, answersOnly), answersOnly)
    const axis = decision === 'undetermined' ? nextAxis(openStatements(here), keys, at) : -1
    if (axis < 0) return tried.push({ at: [...at], decision }) <= most
    const isDone = keys[axis]?.values.every((_, index) => {
      at[axis] = index
      return isImpossible(keys, at) || visit()
    })
    at[axis] = anyValue
    return isDone === true
  }
  return visit() ? tried : undefined
}

/** Is this combination of values impossible? Some keys exclude each other, and a forwarded call has no VPC endpoint keys. */
function isImpossible(keys: readonly OpenKey[], at: readonly number[]): boolean {
  const present = new Map<string, ContextValue>()
  at.forEach((choice, axis) => {
    const open = keys[axis]
    const value = open?.values[choice]
    if (open && value && value.is !== 'absent') present.set(open.key, value)
  })
  const isForwardedCall = isForwarded('aws:viaawsservice', present.get('aws:viaawsservice'))
  return [...present.keys()].some(
    (key) => (isForwardedCall && endpointKeys.includes(key)) || excludedBy(key).some((other) => present.has(other)),
  )
}

/** The first key without a value that one of these statements asks for. */
function nextAxis(open: readonly CompiledStatement[], keys: readonly OpenKey[], at: readonly number[]): number {
  const asksFor = new Set(
    open.flatMap((statement) => [
      ...statement.conditions.map(({ key }) => key),
      ...variablesIn(statement).map(({ key }) => key),
    ]),
  )
  return keys.findIndex(({ key }, axis) => at[axis] === anyValue && asksFor.has(key))
}

/** The keys that matter: two of their values, the others alike, lead to different decisions. */
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

/** The keys that were given values although not every way their tests can come out has one: another value may matter. */
const uncertain = (tried: readonly Tried[], keys: readonly OpenKey[]): readonly number[] =>
  keys.flatMap(({ complete }, axis) => (!complete && tried.some(({ at }) => at[axis] !== anyValue) ? [axis] : []))

/** Which of a key's values settle the decision, whatever the other keys are. */
function question(keys: readonly OpenKey[], axis: number, tried: readonly Tried[]): readonly Question[] {
  const key = keys[axis]
  if (!key) return []
  const others = uncertain(tried, keys).filter((other) => other !== axis)
  const outcomes = key.values.flatMap((value, index) => {
    const rows = tried.filter(({ at }) => at[axis] === index || at[axis] === anyValue)
    const [decision, ...more] = new Set(rows.map((row) => row.decision))
    const isSettled = more.length === 0 && rows.every(({ at }) => others.every((other) => at[other] === anyValue))
    return isSettled && decision && decision !== 'undetermined' ? [{ value: shown(value), decision }] : []
  })
  return [{ key: key.written, outcomes }]
}

function shown(value: ContextValue): string | readonly string[] | undefined {
  if (value.is === 'single') return value.value
  return value.is === 'multi' ? value.values : undefined
}

/** The conditions of the undecided statements. */
function asked(open: readonly CompiledStatement[], inputs: Inputs): Asked {
  const conditions = open.flatMap((statement) => statement.conditions)
  const variables = new Map(open.flatMap(variablesIn).map(({ key, name }) => [key, name]))
  const named = inputs.flatMap(({ resource }) => resource.split(/[/:]/)).filter((text) => text !== '')
  const known = [...new Set(knownTexts(conditions, inputs[0]))]
  const resources = open.flatMap(({ statement }) =>
    (statement.resource?.items ?? []).flatMap(({ value }) =>
      value.kind === 'arn' && mayCoverOne(value, inputs) ? [value.whole] : [],
    ),
  )
  const compared = distinctPatterns(conditions)
  const tried = compared.slice(0, Math.floor(mostPairs / Math.max(1, known.length)))
  const entries = open.flatMap(({ statement, isOpen }) => (isOpen ? openPatterns(statement) : []))
  const { context } = inputs[0]
  const hints = new Set([
    ...tried.flatMap((pattern) => known.flatMap((text) => valuesThatFit(pattern, text, context))),
    ...neededInEntries(entries, inputs),
    ...resources.flatMap((pattern) => inputs.flatMap(({ resource }) => valuesThatFit(pattern, resource, context))),
    ...named,
    ...known,
  ])
  const all = inputs.flatMap(({ asked }) => asked.given.flatMap(({ statements }) => statements))
  const everywhere = Map.groupBy(
    all.flatMap((statement) => statement.conditions),
    ({ key }) => key,
  )
  const texts = [...hints].slice(0, 24)
  const unsure = [
    ...[...compared, ...resources, ...entries].filter((pattern) => !isCovered(pattern, context)),
    ...openTyped(conditions),
  ]
  // A text that isn't tried may be the one that a variable needs.
  const untried = hints.size > texts.length || tried.length < compared.length ? [...variables.keys()] : []
  const uncovered = new Set([...unsure.flatMap(variablesOf), ...untried])
  return { conditions, variables, hints: texts, everywhere, uncovered }
}

/** What conditions leave open where they don't compare texts, such as a number: it can be less or more than any value that we'd try. */
const openTyped = (conditions: readonly CompiledCondition[]): readonly Pattern[] =>
  conditions.flatMap(({ operator, condition }) =>
    isTextual(operator) ? [] : condition.values.flatMap(({ value: { pattern } }) => (pattern.glob ? [] : [pattern])),
  )

/** At most this many texts of the request are put into patterns with variables. */
const mostPairs = 10_000

/** The patterns with variables that conditions compare their keys with, each once. */
function distinctPatterns(conditions: readonly CompiledCondition[]): readonly Pattern[] {
  const found = conditions.flatMap(({ condition }) => condition.values.map(({ value }) => value.pattern))
  return [...new Map(found.flatMap((each) => (each.glob ? [] : [[each.raw, each] as const]))).values()]
}

/** Can values of its variables make the pattern match one of the resources? */
const mayCoverOne = (pattern: ResourcePattern, inputs: Inputs): boolean =>
  inputs.some(({ resource, context }) => coversResource(pattern, resource, context) !== 'no')

type Variable = Extract<PatternPart, { kind: 'variable' }>

const variablesIn = ({ statement, isOpen }: CompiledStatement): readonly Variable[] =>
  [
    ...(isOpen ? openPatterns(statement) : []),
    ...(statement.resource?.items ?? []).flatMap(({ value }) => (value.kind === 'arn' ? value.whole : [])),
    ...statement.conditions.flatMap(({ values }) => values.map(({ value }) => value.pattern)),
  ].flatMap(({ parts }) => parts.filter((part) => part.kind === 'variable'))

/** Entries of Action and Principal that the document leaves open. */
const openPatterns = ({ action, principal }: Statement): readonly Pattern[] =>
  [...(action?.items ?? []), ...(principal?.items ?? [])].flatMap(({ value }) =>
    value.kind === 'open' ? value.whole : [],
  )

/** The values with which such entries name the action or the caller, or everyone. */
const neededInEntries = (entries: readonly Pattern[], inputs: Inputs): readonly string[] =>
  inputs.flatMap(({ request, caller, context }) =>
    [request.action, ...callerNames(caller), '*'].flatMap((text) =>
      entries.flatMap((pattern) => [...valuesFor(pattern, text), ...valuesThatFit(pattern, text, context)]),
    ),
  )

/** The statements whose answers decide and aren't known. */
function openStatements(inputs: Inputs): readonly CompiledStatement[] {
  const { denied, allowed } = foldAll(inputs, withCauses)
  return [...new Set([denied, allowed].flatMap((hits) => (hits.is === 'unknown' ? hits.by : [])))]
}

/** The values that the request gives for the keys of these conditions: a variable might have to equal them. */
const knownTexts = (conditions: readonly CompiledCondition[], { context }: EvaluationInput): readonly string[] =>
  conditions.flatMap(({ key }) => {
    const value = context.lookup(key)
    return value.is === 'single' ? [value.value] : value.is === 'multi' ? value.values : []
  })
