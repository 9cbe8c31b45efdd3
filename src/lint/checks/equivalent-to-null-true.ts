import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { starMeans } from '../star-means.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const equivalentToNullTrue: Check = {
  code: 'EQUIVALENT_TO_NULL_TRUE',
  newer: true,
  type: 'SUGGESTION',
  title: 'A negated * matches only requests that lack the key',
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringNotLike": { "aws:PrincipalTag/team": "*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Null": { "aws:PrincipalTag/team": "true" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition } of conditionsOf(subject)) {
      if (starMeans(condition) !== 'absent') continue
      const message = `No value of ${quote(condition.key.value)} matches, so this matches only if the key is missing. Use Null with \`"true"\` instead.`
      yield { path: condition.path, span: condition.span, message }
    }
  },
}
