import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { starMeans } from '../star-means.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const equivalentToNullFalse = check({
  code: 'EQUIVALENT_TO_NULL_FALSE',
  newer: true,
  type: 'SUGGESTION',
  title: 'A * checks only whether the key is present',
  messages: {
    found:
      'Any value of `{{key}}` matches, so this checks only whether the key is present. Use Null with `"false"` instead.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:PrincipalTag/team": "*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Null": { "aws:PrincipalTag/team": "false" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (starMeans(condition) !== 'present') continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})
