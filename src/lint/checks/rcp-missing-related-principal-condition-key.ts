import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { hasKey, principalKeys } from '../rcp-keys.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpMissingRelatedPrincipalConditionKey: Check = {
  code: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  newer: true,
  type: 'WARNING',
  title: 'A resource control policy also denies AWS services',
  policyTypes: ['rcp'],
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-abcdefghij" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-abcdefghij" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition, key, statement } of conditionsOf(subject)) {
      if (statement.effect?.value !== 'Deny' || !principalKeys.has(key) || !condition.operator.value?.negated) continue
      if (hasKey(statement, ['aws:principalisawsservice'], 'bool')) continue
      const message = `AWS services that act on your behalf don’t carry ${quote(condition.key.value)}, so this statement also denies them. Add \`"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }\` to the condition.`
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
}
