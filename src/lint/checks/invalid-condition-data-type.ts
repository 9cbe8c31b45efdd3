import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidConditionDataType = check({
  code: 'INVALID_CONDITION_DATA_TYPE',
  type: 'ERROR',
  title: 'A condition value isn’t a string, number, or Boolean, or one condition mixes these types',
  messages: {
    ...problemMessages,
    mixed: 'The values of `{{key}}` are of different types: {{types}}. Write all of them as strings, in quotes.',
  },
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": [300, "600"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": ["300", "600"] } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    yield* fromProblems(subject, ({ code }) => code === 'condition-data-type')
    for (const { condition } of subject.conditions) {
      const kinds = new Set(condition.values.map(({ value }) => value.json))
      if (kinds.size < 2) continue
      const message = told('mixed', { key: condition.key.value, types: [...kinds] })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})
