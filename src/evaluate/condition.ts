import type { Condition, Operator, Resolve } from '../iam/index.ts'
import { answerOf, every, not, some } from './answer.ts'
import { makeTest, type Test } from './compare/index.ts'
import type { Context, ContextValue } from './context.ts'
import type { Answer } from './verdict.ts'

/** A condition made ready: its key in lower case, a test for each of its values. */
export interface CompiledCondition {
  readonly condition: Condition
  readonly key: string
  readonly operator: Operator | undefined
  readonly tests: readonly Test[]
}

/** Makes a condition ready. `variables`: does this policy's version know policy variables? */
export function compileCondition(condition: Condition, variables: boolean): CompiledCondition {
  const operator = condition.operator.value
  const tests = operator ? condition.values.map(({ value }) => makeTest(operator, value, variables)) : []
  return { condition, key: condition.key.value.toLowerCase(), operator, tests }
}

/** What a policy variable stands for in this context. A multivalued key cannot be put in. */
export const resolveIn =
  (context: Context): Resolve =>
  (key) => {
    const value = context.lookup(key)
    if (value.is === 'unknown') return { is: 'unknown' }
    return value.is === 'single' ? { is: 'value', value: value.value } : { is: 'unset' }
  }

/**
 * Does the condition hold? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * An operator without ForAllValues or ForAnyValue never holds on a multivalued key, negated or not.
 */
export function holds(compiled: CompiledCondition, context: Context): Answer {
  const { operator } = compiled
  if (!operator) return 'no'
  const value = context.lookup(compiled.key)
  if (value.is === 'unknown') return 'unknown'
  if (operator.comparison === 'null') return isNull(compiled, value)
  const values = value.is === 'multi' ? value.values : value.is === 'single' ? [value.value] : []
  const passes = (actual: string): Answer => passesOne(compiled, operator, { actual, resolve: resolveIn(context) })
  switch (operator.quantifier) {
    case 'for-all':
      return every(values.filter((actual) => actual !== '').map(passes)) // an empty text is no value here
    case 'for-any':
      return some(values.map(passes))
    case 'single':
      if (value.is === 'absent') return answerOf(operator.ifExists || operator.negated)
      return value.is === 'single' ? passes(value.value) : 'no'
  }
}

/** One value of the request against all values of the policy: any of them, or for a negated operator none. */
function passesOne(
  { tests }: CompiledCondition,
  operator: Operator,
  { actual, resolve }: { readonly actual: string; readonly resolve: Resolve },
): Answer {
  const matches = some(tests.map((test) => test(actual, resolve)))
  return operator.negated ? not(matches) : matches
}

/** Null "true" asks that the key be absent, "false" that it be there. */
function isNull({ condition }: CompiledCondition, value: ContextValue): Answer {
  const absent = value.is === 'absent' || (value.is === 'multi' && value.values.length === 0)
  return answerOf(condition.values.some(({ value: wanted }) => wanted.raw.toLowerCase() === String(absent)))
}
