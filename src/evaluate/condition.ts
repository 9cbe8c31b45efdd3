import type { Condition, Operator } from '../iam/index.ts'
import { and, answerOf, not, or } from './answer.ts'
import { isComparable, makeTest, type Test } from './compare/index.ts'
import type { Context } from './context.ts'
import type { ContextValue } from './context-value.ts'
import type { Answer } from './verdict.ts'

/** A compiled condition: its key in lower case, and a test for each of its values. */
export interface CompiledCondition {
  readonly condition: Condition
  readonly key: string
  readonly operator: Operator
  readonly tests: readonly Test[]
  /** A value that AWS would reject: a negated operator must not turn it into a match. */
  readonly broken: boolean
}

/** Compiles a condition; undefined if AWS has no such operator. `variables`: does this policy's version support policy variables? */
export function compileCondition(condition: Condition, variables: boolean): CompiledCondition | undefined {
  const operator = condition.operator.value
  if (!operator) return undefined
  const tests = condition.values.map(({ value }) => makeTest(operator, value, variables))
  const broken = operator.negated && !condition.values.every(({ value }) => isComparable(operator, value))
  return { condition, key: condition.key.value.toLowerCase(), operator, tests, broken }
}

/**
 * Does the condition hold? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * An operator without ForAllValues or ForAnyValue never holds on a multivalued key, negated or not.
 */
export function holds(compiled: CompiledCondition, context: Context): Answer {
  const { operator, tests } = compiled
  const value = context.lookup(compiled.key, compiled.condition.key.value)
  if (value.is === 'unknown') return 'unknown'
  if (compiled.broken && value.is !== 'absent') return 'no'
  if (operator.comparison === 'null') return isNull(compiled, value, context)
  switch (operator.quantifier) {
    case 'for-all':
      return forAll(compiled, operator, value, context)
    case 'for-any':
      return forAny(compiled, operator, value, context)
    case 'single':
      if (value.is === 'absent') return answerOf(operator.ifExists || operator.negated)
      return value.is === 'single' ? one(tests, operator, value.value, context) : 'no'
  }
}

/**
 * Null with ForAllValues always matches, and with ForAnyValue never: neither has a value of the request to look at.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-null-with-qualifier
 */
function isNull({ operator, tests }: CompiledCondition, value: ContextValue, context: Context): Answer {
  if (operator.quantifier !== 'single') return answerOf(operator.quantifier === 'for-all')
  return passes(tests, String(isAbsent(value)), context)
}

/** All values of the request; an empty string doesn't count as a value here. */
function forAll({ tests }: CompiledCondition, operator: Operator, value: ContextValue, context: Context): Answer {
  let result: Answer = 'yes'
  for (const actual of valuesOf(value)) if (actual !== '') result = and(result, one(tests, operator, actual, context))
  return result
}

function forAny({ tests }: CompiledCondition, operator: Operator, value: ContextValue, context: Context): Answer {
  let result: Answer = 'no'
  for (const actual of valuesOf(value)) result = or(result, one(tests, operator, actual, context))
  return result
}

const valuesOf = (value: ContextValue): readonly string[] =>
  value.is === 'multi' ? value.values : value.is === 'single' ? [value.value] : []

/** One value of the request against all values of the policy: any of them, or for a negated operator none. */
function one(tests: readonly Test[], operator: Operator, actual: string, context: Context): Answer {
  const matches = passes(tests, actual, context)
  return operator.negated ? not(matches) : matches
}

function passes(tests: readonly Test[], actual: string, context: Context): Answer {
  let result: Answer = 'no'
  for (const test of tests) {
    const answer = test(actual, context)
    if (answer === 'yes') return 'yes'
    if (answer === 'unknown') result = answer
  }
  return result
}

const isAbsent = (value: ContextValue): boolean =>
  value.is === 'absent' || (value.is === 'multi' && value.values.length === 0)
