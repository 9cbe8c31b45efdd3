// One test per comparison kind: does a request's value match one of the policy's values? The caller applies negation and quantifiers.
import {
  type ConditionValue,
  fillIn,
  type Glob,
  globMatch,
  globText,
  isSymbolName,
  type Operator,
  type Pattern,
  rangesTest,
  readBase64,
  readBoolean,
  readDate,
  readIpRange,
  readNumber,
  variablesOf,
} from '../../iam/index.ts'
import { answerOf } from '../answer.ts'
import { type Context, resolveIn } from '../context.ts'
import type { Answer } from '../verdict.ts'
import { type ArnParts, arnMatch, readArnParts } from './arn.ts'

/** Compares one value of the request with all values of a condition: does any match? The result is unknown only if a variable is. */
export type Test = (actual: string, context: Context) => Answer

/**
 * Builds the test for the values of a condition, once, when the policy is compiled, so that a request's value is read once, however many values it's
 * compared with. `variables`: does the policy's version support them?
 */
export function makeTest(operator: Operator, values: readonly ConditionValue[], variables: boolean): Test {
  switch (operator.comparison) {
    case 'string':
      return textsTest(values, (text) => text)
    case 'string-ignore-case':
      return textsTest(values, (text) => text.toLowerCase())
    case 'string-like':
      return anyOf(values.map(({ pattern }) => likeTest(pattern)))
    case 'arn':
      return anyOf(values.map((value) => arnValueTest(value, variables)))
    case 'numeric':
      return typedTest(values, readTest(readNumber, inOrder[operator.order]))
    case 'date':
      return typedTest(values, readTest(readDate, inOrder[operator.order]))
    case 'bool':
      return typedTest(values, readTest(readBoolean, isEqual))
    case 'binary':
      return typedTest(values, readTest(readBase64, isEqual))
    case 'ip':
      return typedTest(values, rangesTest)
    case 'null':
      return typedTest(values, readTest(readBoolean, isEqual)) // against "is it absent?"
  }
}

/** Does AWS accept this value under this operator? Otherwise AWS rejects the condition when someone saves the policy. */
export function isComparable({ comparison }: Operator, value: ConditionValue): boolean {
  const read = readers.get(comparison)
  return read === undefined || read(value.raw) !== undefined || isOpenValue(value)
}

/** A value that a document leaves open, such as "${var.office}": it can be any, until a request says what the name means. */
const isOpenValue = ({ pattern }: ConditionValue): boolean => variablesOf(pattern).some(isSymbolName)

/** The comparisons that don't take every text. */
const readers: ReadonlyMap<Operator['comparison'], (raw: string) => unknown> = new Map<
  Operator['comparison'],
  (raw: string) => unknown
>([
  ['arn', (raw) => readArnParts(raw, true)],
  ['numeric', readNumber],
  ['date', readDate],
  ['ip', readIpRange],
  ['binary', readBase64],
])

/** One test is the usual number. */
function anyOf(tests: readonly Test[]): Test {
  const [first, ...more] = tests
  if (first === undefined) return () => 'no'
  if (more.length === 0) return first
  return (actual, context) => {
    let result: Answer = 'no'
    for (const test of tests) {
      const answer = test(actual, context)
      if (answer === 'yes') return 'yes'
      if (answer === 'unknown') result = answer
    }
    return result
  }
}

/** Whole texts, their * and ? as they are; `folded` is how both sides are compared. */
function textsTest(values: readonly ConditionValue[], folded: (text: string) => string): Test {
  const wanted = new Set(values.flatMap(({ pattern: { glob } }) => (glob ? folded(globText(glob)) : [])))
  const open = values.filter(({ pattern }) => !pattern.glob)
  if (open.length === 0) return (actual) => answerOf(wanted.has(folded(actual)))
  const filled = anyOf(
    open.map(({ pattern }) => onFilled(pattern, (glob, actual) => folded(globText(glob)) === folded(actual))),
  )
  return (actual, context) => (wanted.has(folded(actual)) ? 'yes' : filled(actual, context))
}

function likeTest(pattern: Pattern): Test {
  const { glob } = pattern
  return glob ? (actual) => answerOf(globMatch(glob, actual)) : onFilled(pattern, globMatch)
}

function onFilled(pattern: Pattern, matches: (glob: Glob, actual: string) => boolean): Test {
  return (actual, context) => {
    const filled = fillIn(pattern, resolveIn(context))
    if (filled.is === 'glob') return answerOf(matches(filled.glob, actual))
    return filled.is === 'unknown' ? 'unknown' : 'no'
  }
}

/** A value without the parts of an ARN matches nothing, unless what it leaves open can hold them. */
function arnValueTest(value: ConditionValue, variables: boolean): Test {
  const parts = readArnParts(value.raw, variables)
  if (parts) return arnTest(parts)
  if (!isOpenValue(value)) return () => 'no'
  return onFilled(value.pattern, (glob, actual) => {
    const whole = readArnParts(globText(glob), false)
    return (
      whole !== undefined &&
      arnMatch(
        whole.map((part) => part.glob),
        actual,
      )
    )
  })
}

function arnTest(parts: ArnParts): Test {
  return (actual, context) => {
    const globs: Glob[] = []
    for (const part of parts) {
      const filled = part.glob ?? fillIn(part, resolveIn(context))
      if (!('is' in filled)) globs.push(filled)
      else if (filled.is === 'glob') globs.push(filled.glob)
      else return filled.is === 'unknown' ? 'unknown' : 'no'
    }
    return answerOf(arnMatch(globs, actual))
  }
}

/** Does one of these texts of a policy match a value of the request? */
type Matcher = (raws: readonly string[]) => (actual: string) => boolean

/** Values that must be read, such as numbers and addresses: AWS has no policy variables in them, but a document can leave some open. */
function typedTest(values: readonly ConditionValue[], matcher: Matcher): Test {
  const isMatch = matcher(values.map(({ raw }) => raw))
  const open = values.filter(isOpenValue)
  if (open.length === 0) return (actual) => answerOf(isMatch(actual))
  const filled = anyOf(
    open.map(({ pattern }) => onFilled(pattern, (glob, actual) => matcher([globText(glob)])(actual))),
  )
  return (actual, context) => (isMatch(actual) ? 'yes' : filled(actual, context))
}

/** Reads the request's value, and compares it with each of the policy's values that can be read. */
function readTest<Value>(
  read: (text: string) => Value | undefined,
  isMatch: (actual: Value, wanted: Value) => boolean,
): Matcher {
  return (raws) => {
    const wanted = raws.map(read).filter((value) => value !== undefined)
    return (actual) => {
      const value = read(actual)
      return value !== undefined && wanted.some((one) => isMatch(value, one))
    }
  }
}

const inOrder: Readonly<Record<Operator['order'], (actual: number, wanted: number) => boolean>> = {
  equal: (actual, wanted) => actual === wanted,
  less: (actual, wanted) => actual < wanted,
  'less-or-equal': (actual, wanted) => actual <= wanted,
  greater: (actual, wanted) => actual > wanted,
  'greater-or-equal': (actual, wanted) => actual >= wanted,
}

const isEqual = <Value>(actual: Value, wanted: Value): boolean => actual === wanted
