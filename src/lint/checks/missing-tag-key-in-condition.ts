import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingTagKeyInCondition: Check = {
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  type: 'ERROR',
  title: 'A condition on a tag does not name the tag',
  policyTypes: policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/": "finance" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "finance" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition, key } of conditionsOf(subject)) {
      if (!/^aws:(request|resource|principal)tag\/?$/.test(key)) continue
      const message = `${quote(condition.key.value)} does not name a tag. Write the tag key after a slash: \`aws:PrincipalTag/team\`.`
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
}
