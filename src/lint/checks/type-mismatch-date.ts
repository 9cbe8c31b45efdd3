import { policyTypes, readDate } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const typeMismatchDate = check({
  code: 'TYPE_MISMATCH_DATE',
  type: 'WARNING',
  title: 'A date operator with a value that isn’t a date',
  messages: {
    found: '`{{value}}` isn’t a date, so nothing matches it. Write it as 2026-01-31 or 2026-01-31T12:00:00Z.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "next year" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2026-01-01" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'date') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (raw.includes('${') || readDate(raw) !== undefined) continue
        yield {
          path: valuePath(condition, value),
          span: value.span,
          message: told('found', { value: raw }),
        }
      }
    }
  },
})
