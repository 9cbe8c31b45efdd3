// One test per comparison kind: does a request's value match the policy's value? The caller applies negation and quantifiers.
import {
  type ConditionValue,
  fillIn,
  type Glob,
  globMatch,
  globText,
  type Operator,
  type Pattern,
  rangeTest,
  readBase64,
  readBoolean,
  readDate,
  readIpRange,
  readNumber,
} from '../../iam/index.ts'
import { answerOf } from '../answer.ts'
import { type Context, resolveIn } from '../context.ts'
import type { Answer } from '../verdict.ts'
import { type ArnParts, arnMatch, readArnParts } from './arn.ts'

/** Compares one value of the request with one value of the policy. The result is unknown only if a variable is. */
export type Test = (actual: string, context: Context) => Answer

/** Builds the test for one value of a condition, once, when the policy is compiled. `variables`: does the policy's version support them? */
export function makeTest(operator: Operator, value: ConditionValue, variables: boolean): Test {
  switch (operator.comparison) {
    case 'string':
      return textTest(value.pattern)
    case 'string-ignore-case':
      return foldedTest(value.pattern)
    case 'string-like':
      return likeTest(value.pattern)
    case 'arn':
      return arnTest(readArnParts(value.raw, variables))
    case 'numeric':
      return orderTest(operator.order, readNumber, value.raw)
    case 'date':
      return orderTest(operator.order, readDate, value.raw)
    case 'bool':
      return boolTest(value.raw)
    case 'binary':
      return binaryTest(value.raw)
    case 'ip':
      return ipTest(value.raw)
    case 'null':
      return boolTest(value.raw) // against "is it absent?"
  }
}

/** Does AWS accept this value under this operator? Otherwise AWS rejects the condition when someone saves the policy. */
export function isComparable({ comparison }: Operator, { raw }: ConditionValue): boolean {
  const read = readers.get(comparison)
  return read === undefined || read(raw) !== undefined
}

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

/** The whole text, its * and ? as they are. */
function textTest(pattern: Pattern): Test {
  if (!pattern.glob) return onFilled(pattern, (glob, actual) => globText(glob) === actual)
  const wanted = globText(pattern.glob)
  return (actual) => answerOf(actual === wanted)
}

/** The same in any case. */
function foldedTest(pattern: Pattern): Test {
  if (!pattern.glob) return onFilled(pattern, (glob, actual) => globText(glob).toLowerCase() === actual.toLowerCase())
  const wanted = globText(pattern.glob).toLowerCase()
  return (actual) => answerOf(actual.toLowerCase() === wanted)
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

function arnTest(parts: ArnParts | undefined): Test {
  if (!parts) return () => 'no'
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

function orderTest(
  order: Operator['order'],
  read: (text: string) => number | undefined,
  raw: string,
): (actual: string) => Answer {
  const wanted = read(raw)
  if (wanted === undefined) return () => 'no'
  return (actual) => {
    const value = read(actual)
    return answerOf(value !== undefined && inOrder[order](value, wanted))
  }
}

const inOrder: Readonly<Record<Operator['order'], (actual: number, wanted: number) => boolean>> = {
  equal: (actual, wanted) => actual === wanted,
  less: (actual, wanted) => actual < wanted,
  'less-or-equal': (actual, wanted) => actual <= wanted,
  greater: (actual, wanted) => actual > wanted,
  'greater-or-equal': (actual, wanted) => actual >= wanted,
}

function boolTest(raw: string): Test {
  const wanted = readBoolean(raw)
  return (actual) => answerOf(wanted !== undefined && readBoolean(actual) === wanted)
}

function binaryTest(raw: string): (actual: string) => Answer {
  const wanted = readBase64(raw)
  return (actual) => answerOf(wanted !== undefined && readBase64(actual) === wanted)
}

function ipTest(raw: string): (actual: string) => Answer {
  const isInside = rangeTest(raw)
  return (actual) => answerOf(isInside?.(actual) === true)
}
