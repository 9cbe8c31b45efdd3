import { policyTypes, readBase64 } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const typeMismatchString = check({
  code: 'TYPE_MISMATCH_STRING',
  type: 'WARNING',
  title: 'BinaryEquals with a value that isn’t Base64',
  messages: { found: '`{{value}}` isn’t Base64, which this operator compares. Encode the value in Base64.' },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "BinaryEquals": { "idp.example.com:blob": "not base64!" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "BinaryEquals": { "idp.example.com:blob": "QmluYXJ5VmFsdWU=" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'binary') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (raw.includes('${') || readBase64(raw) !== undefined) continue
        yield {
          path: valuePath(condition, value),
          span: value.span,
          message: told('found', { value: raw }),
        }
      }
    }
  },
})
