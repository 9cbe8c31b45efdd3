import { type ConditionValue, fillIn, type Glob, globText, type Operator } from '../iam/index.ts'
import { readDate } from './compare/date.ts'
import { readIpRange } from './compare/ip.ts'
import { readNumber } from './compare/number.ts'
import { type CompiledCondition, holds } from './condition.ts'
import { type Context, resolveIn, withKeys } from './context.ts'
import type { ContextValue } from './context-value.ts'
import { tellingTexts, type Word } from './word-search.ts'

/** Stands for "some value that none of the policies names"; shown to people as it is. */
const anyOtherValue = '(any other value)'

/** More texts than this are not tried for one key. */
const mostTexts = 400

/** What else is known of a key: texts worth trying, and whether it is also put in for a variable. */
interface Known {
  readonly context: Context
  readonly hints: readonly string[]
  readonly single: boolean
}

/**
 * Values for a key that between them bring about every way its conditions can come out: absent; for each value in the policies one that
 * fits it, its neighbours where order counts; one that fits none; texts that fit several patterns together; and for keys read as sets, sets of these.
 */
export function witnesses(
  conditions: readonly CompiledCondition[],
  { context, hints, single }: Known,
): readonly ContextValue[] {
  const found = conditions.flatMap(({ operator, condition }) =>
    operator ? condition.values.flatMap(({ value }) => textsFor(operator, value, context)) : [],
  )
  // Values that people know come first: of values that do the same only the first is kept.
  const others = isTyped(conditions) && !single ? [] : [anyOtherValue, ...tellingTexts(wordsOf(conditions, context))]
  const texts = [...new Set([...hints, ...found, ...others])].slice(0, mostTexts)
  const asSet = conditions.some(({ operator }) => operator && operator.quantifier !== 'single')
  const asSingle =
    single || conditions.some(({ operator }) => operator?.quantifier === 'single' && operator.comparison !== 'null')
  const result: ContextValue[] = [{ is: 'absent' }]
  if (asSingle || !asSet) for (const value of texts) result.push({ is: 'single', value })
  if (asSet) for (const values of setsOf(different(texts, conditions, context))) result.push({ is: 'multi', values })
  return result
}

/** The patterns that a key is compared with as a text. */
function wordsOf(conditions: readonly CompiledCondition[], context: Context): readonly Word[] {
  return conditions.flatMap(({ operator, condition }) => {
    if (!operator || !textual.has(operator.comparison)) return []
    const { comparison } = operator
    return condition.values.flatMap(({ value }) => {
      const filled = fillIn(value.pattern, resolveIn(context))
      if (filled.is !== 'glob') return []
      const isWild = comparison === 'string-like' || comparison === 'arn'
      const glob: Glob = isWild ? filled.glob : [{ text: globText(filled.glob), any: undefined }]
      return [{ glob, folded: comparison === 'string-ignore-case', colons: comparison === 'arn' ? 5 : 0 }]
    })
  })
}

const textual: ReadonlySet<Operator['comparison']> = new Set(['string', 'string-ignore-case', 'string-like', 'arn'])

/** Of texts that do the same under every condition keeps the first. */
function different(
  texts: readonly string[],
  conditions: readonly CompiledCondition[],
  context: Context,
): readonly string[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const here = (key: string): Context => withKeys(context, new Map([[key, { is: 'multi', values: [text] }]]))
    const answers = conditions.map((condition) => holds(condition, here(condition.key)))
    const signature = answers.includes('unknown') ? text : answers.join()
    return !seen.has(signature) && seen.add(signature)
  })
}

/** A key that is only ever compared as a number, date, address or truth value holds nothing else. */
const isTyped = (conditions: readonly CompiledCondition[]): boolean =>
  conditions.some(({ operator }) => operator && typed.has(operator.comparison)) &&
  conditions.every(({ operator }) => !operator || operator.comparison === 'null' || typed.has(operator.comparison))

const typed: ReadonlySet<Operator['comparison']> = new Set(['bool', 'numeric', 'date', 'ip'])

const subsets = ([first, ...rest]: readonly string[]): readonly (readonly string[])[] =>
  first === undefined ? [[]] : subsets(rest).flatMap((set) => [set, [first, ...set]])

/** Every set of a few texts; of many only the sets of up to two, and all together. */
function setsOf(texts: readonly string[]): readonly (readonly string[])[] {
  if (texts.length <= 7) return subsets(texts)
  const few = texts.slice(0, 24)
  const pairs = few.flatMap((a, i) => few.slice(i + 1).map((b) => [a, b]))
  return [[], ...texts.map((text) => [text]), ...pairs, texts]
}

/** Texts that fit, nearly fit or bound one value of a condition. */
function textsFor({ comparison }: Operator, value: ConditionValue, context: Context): readonly string[] {
  switch (comparison) {
    case 'bool':
      return ['true', 'false']
    case 'numeric':
      return aroundNumber(value.raw)
    case 'date':
      return aroundDate(value.raw)
    case 'ip':
      return endsOfRange(value.raw)
    case 'null':
      return []
    case 'binary':
      return [value.raw]
    case 'string':
    case 'string-ignore-case':
    case 'string-like':
    case 'arn': {
      const filled = fillIn(value.pattern, resolveIn(context))
      if (filled.is !== 'glob') return []
      const wild = comparison === 'string-like' || comparison === 'arn'
      return [wild ? filled.glob.map(({ text }) => text.replaceAll('?', 'x')).join('') : globText(filled.glob)]
    }
  }
}

function aroundNumber(raw: string): readonly string[] {
  const number = readNumber(raw)
  return number === undefined ? [] : [number - 1, number, number + 1].map(String)
}

function aroundDate(raw: string): readonly string[] {
  const date = readDate(raw)
  return date === undefined ? [] : [date - 1000, date, date + 1000].map((ms) => new Date(ms).toISOString())
}

/** First and last address of a range, and the ones just outside: between them they tell every overlap of ranges apart. */
function endsOfRange(raw: string): readonly string[] {
  const range = readIpRange(raw)
  if (!range) return []
  const bytes = range.address.toByteArray()
  const fill = (ones: boolean): readonly number[] =>
    bytes.map((byte, i) => {
      const kept = Math.max(0, Math.min(8, range.bits - i * 8))
      const mask = (0xff << (8 - kept)) & 0xff
      return ones ? byte | (0xff & ~mask) : byte & mask
    })
  const [first, last] = [fill(false), fill(true)]
  return [first, last, neighbour(first, -1), neighbour(last, 1)].flatMap((found) => (found ? [addressText(found)] : []))
}

/** The address before or after; undefined at the end of all addresses. */
function neighbour(bytes: readonly number[], by: 1 | -1): readonly number[] | undefined {
  const next = [...bytes]
  for (let i = next.length - 1; i >= 0; i--) {
    const byte = (next[i] ?? 0) + by
    next[i] = byte & 0xff
    if (byte >= 0 && byte <= 0xff) return next
  }
  return undefined
}

function addressText(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  return Array.from({ length: 8 }, (_, i) => (((bytes[i * 2] ?? 0) << 8) | (bytes[i * 2 + 1] ?? 0)).toString(16)).join(
    ':',
  )
}
