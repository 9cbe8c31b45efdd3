import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { starMeans } from '../star-means.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const equivalentToNullTrue = check({
  code: 'EQUIVALENT_TO_NULL_TRUE',
  newer: true,
  type: 'SUGGESTION',
  title: 'A negated * matches only requests that lack the key',
  messages: {
    found: 'No value of `{{key}}` matches, so this matches only if the key is missing. Use Null with `"true"` instead.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringNotLike": { "aws:PrincipalTag/team": "*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Null": { "aws:PrincipalTag/team": "true" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (starMeans(condition) !== 'absent') continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})
