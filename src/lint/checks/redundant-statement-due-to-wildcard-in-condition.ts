import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { starMeans } from '../star-means.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const redundantStatementDueToWildcardInCondition = check({
  code: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
  newer: true,
  type: 'SUGGESTION',
  title: 'A condition that never matches',
  messages: {
    found: 'No value of `{{key}}` matches here, so the statement never applies. Name the values that you mean.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ForAnyValue:StringNotLike": { "aws:TagKeys": "*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ForAnyValue:StringNotLike": { "aws:TagKeys": "team-*" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (starMeans(condition) !== 'never') continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})
