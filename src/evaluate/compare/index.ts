// One test a kind of comparison: is a request's value what the policy's value asks for? Negation and quantifiers stand above this.
import {
  type ConditionValue,
  fillIn,
  type Glob,
  globMatch,
  globText,
  type Operator,
  type Pattern,
  type Resolve,
} from '../../iam/index.ts'
import { answerOf } from '../answer.ts'
import type { Answer } from '../verdict.ts'
import { type ArnParts, arnMatch, readArnParts } from './arn.ts'
import { readBase64 } from './binary.ts'
import { readDate } from './date.ts'
import { inRange, readIpRange } from './ip.ts'
import { readNumber } from './number.ts'

/** Compares one value of the request with one value of the policy. Unknown only where a variable is. */
export type Test = (actual: string, resolve: Resolve) => Answer

/** Makes the test for one value of a condition, once, when the policy is compiled. `variables`: does this policy's version know them? */
export function makeTest(operator: Operator, value: ConditionValue, variables: boolean): Test {
  switch (operator.comparison) {
    case 'string':
      return onGlob(value.pattern, (glob, actual) => globText(glob) === actual)
    case 'string-ignore-case':
      return onGlob(value.pattern, (glob, actual) => globText(glob).toLowerCase() === actual.toLowerCase())
    case 'string-like':
      return onGlob(value.pattern, globMatch)
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
      return () => 'no' // presence is asked above, not compared
  }
}

function onGlob(pattern: Pattern, matches: (glob: Glob, actual: string) => boolean): Test {
  return (actual, resolve) => {
    const filled = fillIn(pattern, resolve)
    if (filled.is === 'glob') return answerOf(matches(filled.glob, actual))
    return filled.is === 'unknown' ? 'unknown' : 'no'
  }
}

function arnTest(parts: ArnParts | undefined): Test {
  if (!parts) return () => 'no'
  return (actual, resolve) => {
    const globs: Glob[] = []
    for (const part of parts) {
      const filled = fillIn(part, resolve)
      if (filled.is !== 'glob') return filled.is === 'unknown' ? 'unknown' : 'no'
      globs.push(filled.glob)
    }
    return answerOf(arnMatch(globs, actual))
  }
}

function orderTest(order: Operator['order'], read: (text: string) => number | undefined, raw: string): Test {
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
  const wanted = raw.toLowerCase()
  const isBool = wanted === 'true' || wanted === 'false'
  return (actual) => answerOf(isBool && actual.toLowerCase() === wanted)
}

function binaryTest(raw: string): Test {
  const wanted = readBase64(raw)
  return (actual) => answerOf(wanted !== undefined && readBase64(actual) === wanted)
}

function ipTest(raw: string): Test {
  const range = readIpRange(raw)
  return (actual) => {
    const address = range && readIpRange(actual)
    return answerOf(range !== undefined && address !== undefined && inRange(address, range))
  }
}
