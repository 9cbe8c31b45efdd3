import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidConditionMultipleBoolean = check({
  code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  type: 'ERROR',
  title: 'Bool has several values',
  messages: {
    found:
      '`{{written}}` takes one value: with several values, the condition has no effect, or the opposite effect. Write `"true"` or `"false"`.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": ["true", "false"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'bool' || condition.values.length < 2) continue
      const message = told('found', { written: condition.operator.written })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})
