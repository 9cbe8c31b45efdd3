import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { isTooOpen } from '../too-open.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive */
export const wildcardUsageTooPermissive = check({
  code: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  newer: true,
  type: 'ERROR',
  title: 'A wildcard in a key that names one account, organization or network',
  messages: {
    found:
      '`{{value}}` also matches accounts, organizations, or networks that you might not intend. Write out each value of `{{key}}`.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-abcdefghij" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'string-like') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (!isTooOpen(key, raw)) continue
        const message = told('found', { value: raw, key: condition.key.value })
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
})
