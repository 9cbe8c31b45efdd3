import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { starMeans } from '../star-means.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const redundantKeyDueToWildcardInCondition: Check = {
  code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  newer: true,
  type: 'SUGGESTION',
  title: 'A condition that always matches',
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLikeIfExists": { "aws:PrincipalTag/team": "*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEqualsIfExists": { "aws:PrincipalTag/team": "finance" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition } of conditionsOf(subject)) {
      if (starMeans(condition) !== 'always') continue
      const message = `This matches any value of ${quote(condition.key.value)}, and a request without the key. It has no effect: remove it, or name the values.`
      yield { path: condition.path, span: condition.span, message }
    }
  },
}
