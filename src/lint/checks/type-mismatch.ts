import { type Comparison, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { operatorsFor, typeOfKey } from '../key-types.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const typeMismatch = check({
  code: 'TYPE_MISMATCH',
  type: 'WARNING',
  title: 'The operator and the key have different types',
  messages: { found: '`{{key}}` holds {{what}}, and `{{written}}` compares something else. Use {{operators}}.' },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:CurrentTime": "2026-01-01T00:00:00Z" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "DateEquals": { "aws:CurrentTime": "2026-01-01T00:00:00Z" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      const comparison = condition.operator.value?.comparison
      const type = typeOfKey(key, subject.reference)
      if (comparison === undefined || comparison === 'null' || type === undefined) continue
      const fitting = operatorsFor(type)
      if (!fitting || (fitting.comparisons.includes(comparison) && !isArnOfText(comparison, type, key))) continue
      const message = told('found', {
        key: condition.key.value,
        what: fitting.what,
        written: condition.operator.written,
        operators: fitting.operators,
      })
      yield { path: condition.path, span: condition.operator.span, message }
    }
  },
})

/** Services call some keys texts that hold ARNs, such as kms:EncryptionContext:…; of global keys it is sure. */
const isArnOfText = (comparison: Comparison, type: string, key: string): boolean =>
  comparison === 'arn' && type === 'String' && key.startsWith('aws:')
