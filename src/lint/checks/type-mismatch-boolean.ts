import { policyTypes, readBoolean } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const typeMismatchBoolean = check({
  code: 'TYPE_MISMATCH_BOOLEAN',
  type: 'WARNING',
  title: 'Bool or Null with a value that is neither true nor false',
  messages: { found: '`{{value}}` is neither true nor false, so nothing matches it. Write true or false.' },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "yes" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      const comparison = condition.operator.value?.comparison
      if (comparison !== 'bool' && comparison !== 'null') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (raw.includes('${') || readBoolean(raw) !== undefined) continue
        yield {
          path: valuePath(condition, value),
          span: value.span,
          message: told('found', { value: raw }),
        }
      }
    }
  },
})
