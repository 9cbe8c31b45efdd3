import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html */
export const s3PrefixInNegativeContext = check({
  code: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
  newer: true,
  type: 'SECURITY_WARNING',
  title: 'Denying a prefix does not hide the objects under it',
  messages: {
    found:
      'A caller who lists with a shorter prefix, or with no prefix, still sees these objects. Name the prefixes that can be listed instead: use Allow with StringLike, or Deny with StringNotLike.',
  },
  policyTypes,
  needs: /^s3:prefix$/,
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports", "Condition": { "StringLike": { "s3:prefix": "private/*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports", "Condition": { "StringNotLike": { "s3:prefix": "public/*" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      const operator = condition.operator.value
      if (key !== 's3:prefix' || !operator?.comparison.startsWith('string')) continue
      const isLeftOut = statement.effect?.value === 'Deny' ? !operator.negated : operator.negated
      if (!isLeftOut) continue
      const message = told('found')
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
