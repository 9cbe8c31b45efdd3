import {
  addressesAround,
  bytesAround,
  type ConditionValue,
  datesAround,
  fillIn,
  type Glob,
  globText,
  numbersAround,
  type Operator,
  readBase64,
  readDate,
  readIpRange,
  readNumber,
  type TextPattern,
  tellApart,
  textWith,
} from '../iam/index.ts'
import type { CompiledCondition } from './condition.ts'
import { type Context, resolveIn } from './context.ts'
import type { ContextValue } from './context-value.ts'
import { sampleSets } from './sample-sets.ts'

type Comparison = Operator['comparison']

/** Stands for "some value that none of the policies names"; shown to people as it is. */
export const anyOtherValue = '(any other value)'

/** More texts than this aren't tried for one key. */
const mostTexts = 400

/** What else is known of a key: texts worth trying, and whether its value is also filled in for a variable. */
interface Known {
  readonly context: Context
  /** The same with values for variables that it doesn't know; by default, there are none. */
  readonly contexts?: readonly Context[]
  readonly hints: readonly string[]
  readonly single: boolean
  /** All conditions on the key, including those of statements that are already decided. The key can have any type that one of them expects. */
  readonly everywhere: readonly CompiledCondition[]
  /** Can the key hold any text, even where its conditions expect a number, a date, an address, or a Boolean value? A tag can. */
  readonly isText?: boolean
  /** Maximum number of steps for distinguishing patterns. */
  readonly most?: number
}

/** Values to try for a key. */
export interface Samples {
  readonly values: readonly ContextValue[]
  /** False if there were too many to distinguish them all. */
  readonly complete: boolean
  /** Steps of single patterns and decisions of single conditions that finding them took. */
  readonly steps: number
}

/**
 * Values for a key that between them bring about every way its conditions can come out together: absent; values on, between, and outside all the
 * bounds that the conditions set; texts for every combination of the patterns that a text can match; and for keys read as sets, sets of these.
 */
export function sampleValues(conditions: readonly CompiledCondition[], known: Known): Samples {
  const { context, single } = known
  const { texts, complete, steps } = sampleTexts(conditions, known)
  const asSet = [...conditions, ...known.everywhere].some(readsSet)
  const asSingle =
    single || conditions.some(({ operator }) => operator.quantifier === 'single' && operator.comparison !== 'null')
  const values: ContextValue[] = [{ is: 'absent' }]
  if (asSingle || !asSet) for (const value of texts) values.push({ is: 'single', value })
  if (!asSet) return { values, complete, steps }
  // An empty text in a set is there, and still no value for ForAllValues.
  const sets = sampleSets([...new Set([...texts, ''])], conditions, context)
  for (const each of sets.values) values.push({ is: 'multi', values: each })
  return { values, complete: complete && sets.complete, steps: steps + sets.steps }
}

/** Does the condition read its key as a set? */
const readsSet = ({ operator }: CompiledCondition): boolean => operator.quantifier !== 'single'

function sampleTexts(
  conditions: readonly CompiledCondition[],
  { context, contexts = [context], hints, single, everywhere, isText = false, most }: Known,
): { readonly texts: readonly string[]; readonly complete: boolean; readonly steps: number } {
  const named = conditions.flatMap(({ operator, condition }) =>
    isTextual(operator) ? condition.values.flatMap(({ value }) => fitting(operator, value, contexts)) : [],
  )
  const bounds = boundsOf(conditions)
  const bounded = [...bounds].flatMap(([comparison, raws]) => aroundBounds(comparison, raws))
  const { classes, complete, steps } = tellApart(patternsOf(conditions, contexts), most)
  const others =
    isTyped([...bounds.keys()], everywhere) && !single && !isText
      ? []
      : [anyOtherValue, ...classes.map(({ text }) => text)]
  // Values that people know come first: of values that do the same only the first is kept.
  const texts = [...new Set([...hints, ...named, ...bounded, ...others])]
  return {
    texts: texts.slice(0, mostTexts),
    complete: complete && texts.length <= mostTexts && isOfOneType([...bounds.keys()], isText),
    steps,
  }
}

/** What the conditions compare a key with, by the kind of comparison. */
function boundsOf(conditions: readonly CompiledCondition[]): ReadonlyMap<Comparison, readonly string[]> {
  const found = new Map<Comparison, string[]>()
  for (const { operator, condition } of conditions) {
    const raws = found.get(operator.comparison) ?? []
    for (const { value } of condition.values) raws.push(value.raw)
    found.set(operator.comparison, raws)
  }
  return found
}

/**
 * Do the samples cover every way that these comparisons can come out together? They do only if the value has one type: samples for a number, a
 * date, an address, bytes, and a pattern are made independently of each other. AWS's Boolean values are "true" and "false"; a tag can also be "TRUE".
 */
function isOfOneType(comparisons: readonly Comparison[], isText: boolean): boolean {
  const types = comparisons.map((comparison) => (textual.has(comparison) ? 'text' : comparison))
  return new Set(types.filter((type) => type !== 'null' && (isText || type !== 'bool'))).size < 2
}

/** Texts on, between, and outside all bounds of one kind. */
function aroundBounds(comparison: Comparison, raws: readonly string[]): readonly string[] {
  const read = <T>(reader: (raw: string) => T | undefined): readonly T[] => raws.flatMap((raw) => reader(raw) ?? [])
  switch (comparison) {
    case 'numeric':
      return numbersAround(read(readNumber))
    case 'date':
      return datesAround(read(readDate))
    case 'ip':
      return addressesAround(read(readIpRange))
    case 'binary':
      return bytesAround(read(readBase64))
    case 'bool':
      return ['true', 'false']
    case 'null':
    case 'string':
    case 'string-ignore-case':
    case 'string-like':
    case 'arn':
      return []
  }
}

const textual: ReadonlySet<Comparison> = new Set(['string', 'string-ignore-case', 'string-like', 'arn'])

/** Does the operator compare texts? Other operators read their values: as numbers, dates, addresses, bytes, or Boolean values. */
export const isTextual = ({ comparison }: Operator): boolean => textual.has(comparison)

/** Does every condition expect the same type, and is that type something other than text? Then the key never holds another type. */
function isTyped(own: readonly Comparison[], everywhere: readonly CompiledCondition[]): boolean {
  const [type, ...types] = own.filter((comparison) => comparison !== 'null')
  if (type === undefined || types.length > 0 || textual.has(type)) return false
  return everywhere.every(({ operator: { comparison } }) => comparison === 'null' || comparison === type)
}

/** The patterns that a key is compared with as a text. */
const patternsOf = (conditions: readonly CompiledCondition[], contexts: readonly Context[]): readonly TextPattern[] =>
  conditions.flatMap(({ operator, condition }) => {
    if (!textual.has(operator.comparison)) return []
    const { comparison } = operator
    return condition.values.flatMap(({ value }) =>
      globsUnder(comparison, value, contexts).map((glob) => ({
        glob,
        ignoresCase: comparison === 'string-ignore-case',
        colons: comparison === 'arn' ? 5 : 0,
      })),
    )
  })

/** Texts as people would write them that fit one value of a condition. */
const fitting = ({ comparison }: Operator, value: ConditionValue, contexts: readonly Context[]): readonly string[] =>
  globsUnder(comparison, value, contexts).map((glob) => glob.map((piece) => textWith('x', piece)).join(''))

/** The value's pattern with its variables filled in; none where one of them isn't known or has no value. */
function globsUnder(comparison: Comparison, value: ConditionValue, contexts: readonly Context[]): readonly Glob[] {
  const isWild = comparison === 'string-like' || comparison === 'arn'
  // Without variables, it's the same in each.
  return (value.pattern.glob ? contexts.slice(0, 1) : contexts).flatMap((context) => {
    const filled = fillIn(value.pattern, resolveIn(context))
    if (filled.is !== 'glob') return []
    return isWild ? [filled.glob] : [[{ text: globText(filled.glob), any: undefined }] as const]
  })
}
