import { type ConditionValue, fillIn, globText, type Operator } from '../iam/index.ts'
import { readDate } from './compare/date.ts'
import { readIpRange } from './compare/ip.ts'
import { readNumber } from './compare/number.ts'
import type { CompiledCondition } from './condition.ts'
import { type Context, type ContextValue, resolveIn } from './context.ts'

/** Stands for "some value that none of the policies names"; shown to people as it is. */
const anyOtherValue = '(any other value)'

/** More texts than this are not tried for one key. */
const mostTexts = 200

/**
 * Values for a key that between them bring about every way its conditions can come out: absent; for each value in the policies one that
 * fits it, its neighbours where order counts; one that fits none; and for keys read as sets, the sets of up to two of these.
 * `hints` are further texts worth trying; `single`: the key is also put in for a variable.
 */
export function witnesses(
  conditions: readonly CompiledCondition[],
  {
    context,
    hints,
    single,
  }: { readonly context: Context; readonly hints: readonly string[]; readonly single: boolean },
): readonly ContextValue[] {
  const found = conditions.flatMap(({ operator, condition }) =>
    operator ? condition.values.flatMap(({ value }) => textsFor(operator, value, context)) : [],
  )
  const others = isTyped(conditions) && !single ? [] : [anyOtherValue]
  const texts = [...new Set([...hints, ...found, ...others])].slice(0, mostTexts)
  const asSet = conditions.some(({ operator }) => operator && operator.quantifier !== 'single')
  const asSingle =
    single || conditions.some(({ operator }) => operator?.quantifier === 'single' && operator.comparison !== 'null')
  const result: ContextValue[] = [{ is: 'absent' }]
  if (asSingle || !asSet) for (const value of texts) result.push({ is: 'single', value })
  if (asSet) for (const values of setsOf(texts)) result.push({ is: 'multi', values })
  return result
}

/** A key that is only ever compared as a number, date, address or truth value holds nothing else. */
const isTyped = (conditions: readonly CompiledCondition[]): boolean =>
  conditions.some(({ operator }) => operator && typed.has(operator.comparison)) &&
  conditions.every(({ operator }) => !operator || operator.comparison === 'null' || typed.has(operator.comparison))

const typed: ReadonlySet<Operator['comparison']> = new Set(['bool', 'numeric', 'date', 'ip'])

function setsOf(texts: readonly string[]): readonly (readonly string[])[] {
  const few = texts.slice(0, 24)
  const pairs = few.flatMap((a, i) => few.slice(i + 1).map((b) => [a, b]))
  const named = texts.filter((text) => text !== anyOtherValue)
  return [[], ...texts.map((text) => [text]), ...pairs, named]
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

/** First and last address of a range: ranges inside one another share at most one of the two. And one address outside. */
function endsOfRange(raw: string): readonly string[] {
  const range = readIpRange(raw)
  if (!range) return []
  const bytes = range.address.toByteArray()
  const fill = (ones: boolean): string =>
    addressText(
      bytes.map((byte, i) => {
        const kept = Math.max(0, Math.min(8, range.bits - i * 8))
        const mask = (0xff << (8 - kept)) & 0xff
        return ones ? byte | (0xff & ~mask) : byte & mask
      }),
    )
  return [fill(false), fill(true), range.address.kind() === 'ipv4' ? '203.0.113.77' : '2001:db8:77::77']
}

function addressText(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  return Array.from({ length: 8 }, (_, i) => (((bytes[i * 2] ?? 0) << 8) | (bytes[i * 2 + 1] ?? 0)).toString(16)).join(
    ':',
  )
}
