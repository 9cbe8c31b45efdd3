import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidVpcFormat = check({
  code: 'INVALID_VPC_FORMAT',
  type: 'ERROR',
  title: 'Malformed VPC ID',
  messages: {
    found: '`{{value}}` isn’t a VPC ID: those are `vpc-` followed by 8 or 17 characters from 0 to 9 and a to f.',
  },
  policyTypes,
  needs: /^aws:sourcevpc$/,
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpc": "my-vpc" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-0123456789abcdef0" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (key !== 'aws:sourcevpc' || condition.operator.value?.comparison === 'null') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (/^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/.test(raw) || /[*?$]/.test(raw)) continue
        const message = told('found', { value: raw })
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
})
