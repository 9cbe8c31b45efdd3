import { type Condition, policyTypes } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const redundantConditionValueNum = check({
  code: 'REDUNDANT_CONDITION_VALUE_NUM',
  type: 'SUGGESTION',
  title: 'Only one of several limits has an effect',
  messages: {
    found:
      'Any one of the values can match, so with `{{written}}` only `{{deciding}}` limits `{{key}}`. Write that value alone.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": ["2700", "3600"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      const deciding = decidingOf(condition)
      const [first, last] = [condition.values[0], condition.values.at(-1)]
      if (!deciding || !first || !last) continue
      const { key, operator, path, span } = condition
      const message = told('found', { written: operator.written, deciding: deciding.value.raw, key: key.value })
      const text = subject.policy.text.slice(deciding.span.from, deciding.span.to)
      const fix = replace(
        fixTitle('keep', { text: deciding.value.raw }),
        { from: first.span.from, to: last.span.to },
        text,
      )
      yield { path, span, message, fix }
    }
  },
})

/** The value that makes the others redundant: the greatest of several upper limits, the least of several lower ones. Undefined for other comparisons. */
function decidingOf({ operator, values }: Condition): Condition['values'][number] | undefined {
  if (operator.value?.comparison !== 'numeric' || values.length < 2) return undefined
  const { order } = operator.value
  const numbers = values.map(({ value }) => (value.raw.trim() === '' ? Number.NaN : Number(value.raw)))
  if (order === 'equal' || numbers.some(Number.isNaN)) return undefined
  const best = order.startsWith('less') ? greatest(numbers) : greatest(numbers.map((number) => -number))
  return values[best]
}

const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((best, number, i) => (number > (numbers[best] ?? number) ? i : best), 0)
