import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidDateValue = check({
  code: 'INVALID_DATE_VALUE',
  type: 'WARNING',
  title: 'A date is written as a number',
  messages: {
    found:
      '`{{value}}` counts the seconds since 1970, so it might not be the time that you mean. Write the date as 2026-01-31 or 2026-01-31T12:00:00Z.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "1767225600" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2026-01-01T00:00:00Z" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'date') continue
      for (const value of condition.values) {
        if (!/^\d{5,}$/.test(value.value.raw.trim())) continue
        const message = told('found', { value: value.value.raw })
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
})
