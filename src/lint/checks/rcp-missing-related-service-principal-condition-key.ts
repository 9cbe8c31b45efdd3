import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { hasKey, sourceKeys } from '../rcp-keys.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpMissingRelatedServicePrincipalConditionKey: Check = {
  code: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
  newer: true,
  type: 'WARNING',
  title: 'A resource control policy for AWS services also denies users and roles',
  policyTypes: ['rcp'],
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-abcdefghij" }, "Null": { "aws:SourceAccount": "false" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-abcdefghij" }, "Null": { "aws:SourceAccount": "false" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition, key, statement } of conditionsOf(subject)) {
      if (statement.effect?.value !== 'Deny' || !sourceKeys.has(key) || !condition.operator.value?.negated) continue
      if (hasKey(statement, ['aws:principalisawsservice'], 'bool')) continue
      const message = `Only AWS services send ${quote(condition.key.value)}; requests of users and roles lack it, and would be denied. Add \`"BoolIfExists": { "aws:PrincipalIsAWSService": "true" }\` to the condition.`
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
}
