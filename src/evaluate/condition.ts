import type { Condition, Operator } from '../iam/index.ts'
import { and, answerOf, not, or } from './answer.ts'
import { isComparable, makeTest, type Test } from './compare/index.ts'
import type { Context } from './context.ts'
import type { ContextValue } from './context-value.ts'
import type { Answer } from './verdict.ts'

/** A compiled condition: its key in lower case, and the test whether a value of the request matches one of its values. */
export interface CompiledCondition {
  readonly condition: Condition
  readonly key: string
  readonly operator: Operator
  readonly test: Test
  /** A value that AWS would reject: a negated operator must not turn it into a match. */
  readonly broken: boolean
  /** Does it hold if its test says so of a single value? */
  readonly isPlain: boolean
}

/** Compiles a condition; undefined if AWS has no such operator. `variables`: does this policy's version support policy variables? */
export function compileCondition(condition: Condition, variables: boolean): CompiledCondition | undefined {
  const operator = condition.operator.value
  if (!operator) return undefined
  const values = condition.values.map(({ value }) => value)
  const broken = operator.negated && !values.every((value) => isComparable(operator, value))
  const isPlain = operator.quantifier === 'single' && operator.comparison !== 'null' && !broken
  const test = makeTest(operator, values, variables)
  return { condition, key: condition.key.value.toLowerCase(), operator, test, broken, isPlain }
}

/**
 * Does the condition hold? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * An operator without ForAllValues or ForAnyValue never holds on a multivalued key, negated or not.
 */
export function holds(compiled: CompiledCondition, context: Context): Answer {
  const { operator, test } = compiled
  const spelled = compiled.condition.key.value
  // Most conditions compare one text; it needs no object around it.
  const text = compiled.isPlain ? context.textOf(compiled.key, spelled) : undefined
  if (text !== undefined) return one(test, operator, text, context)
  const value = context.lookup(compiled.key, spelled)
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
      return value.is === 'single' ? one(test, operator, value.value, context) : 'no'
  }
}

/**
 * With ForAllValues, Null is always true; with ForAnyValue, always false. PMapper's tests, made with AWS's policy simulator, agree for a missing key; for
 * a present one they have the answer of Null alone, which AWS's reference contradicts (github.com/nccgroup/PMapper, test_local_policy_sim.py).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-null-with-qualifier
 */
function isNull({ operator, test }: CompiledCondition, value: ContextValue, context: Context): Answer {
  if (operator.quantifier !== 'single') return answerOf(operator.quantifier === 'for-all')
  return test(String(isAbsent(value)), context)
}

/** All values of the request; an empty string doesn't count as a value here. */
function forAll({ test }: CompiledCondition, operator: Operator, value: ContextValue, context: Context): Answer {
  let result: Answer = 'yes'
  for (const actual of valuesOf(value)) if (actual !== '') result = and(result, one(test, operator, actual, context))
  return result
}

function forAny({ test }: CompiledCondition, operator: Operator, value: ContextValue, context: Context): Answer {
  let result: Answer = 'no'
  for (const actual of valuesOf(value)) result = or(result, one(test, operator, actual, context))
  return result
}

const valuesOf = (value: ContextValue): readonly string[] =>
  value.is === 'multi' ? value.values : value.is === 'single' ? [value.value] : []

/** One value of the request against all values of the policy: any of them, or for a negated operator none. */
function one(test: Test, operator: Operator, actual: string, context: Context): Answer {
  const matches = test(actual, context)
  return operator.negated ? not(matches) : matches
}

const isAbsent = (value: ContextValue): boolean =>
  value.is === 'absent' || (value.is === 'multi' && value.values.length === 0)
