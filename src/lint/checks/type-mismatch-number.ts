import { policyTypes, readNumber } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const typeMismatchNumber = check({
  code: 'TYPE_MISMATCH_NUMBER',
  type: 'WARNING',
  title: 'A numeric operator with a value that isn’t a number',
  messages: { found: '`{{value}}` isn’t a number, so nothing matches it. Write digits.' },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "an hour" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'numeric') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (raw.includes('${') || readNumber(raw) !== undefined) continue
        yield {
          path: valuePath(condition, value),
          span: value.span,
          message: told('found', { value: raw }),
        }
      }
    }
  },
})
