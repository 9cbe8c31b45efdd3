import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { starMeans } from '../star-means.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const redundantKeyDueToWildcardInCondition = check({
  code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  newer: true,
  type: 'SUGGESTION',
  title: 'A condition that always matches',
  messages: {
    found:
      'This matches any value of `{{key}}`, and a request without the key. It has no effect: remove it, or name the values.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLikeIfExists": { "aws:PrincipalTag/team": "*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEqualsIfExists": { "aws:PrincipalTag/team": "finance" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (starMeans(condition) !== 'always') continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})
