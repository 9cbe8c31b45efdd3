import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidConditionKeyFormat = check({
  code: 'INVALID_CONDITION_KEY_FORMAT',
  type: 'ERROR',
  title: 'A condition key is not written as prefix:name',
  messages: {
    found: '`{{key}}` isn’t a condition key: write a key as `prefix:name`, such as `aws:SourceIp` or `s3:prefix`.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "RequestedRegion": "us-east-1" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-east-1" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      const { key, path } = condition
      if (/^[^:\s]+:\S/.test(key.value) || key.value.includes('${')) continue
      const message = told('found', { key: key.value })
      yield { path, span: key.span, message }
    }
  },
})
