import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { hasKey, sourceKeys } from '../rcp-keys.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpMissingRelatedServicePrincipalConditionKey = check({
  code: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
  newer: true,
  type: 'WARNING',
  title: 'A resource control policy for AWS services also denies users and roles',
  messages: {
    found:
      'Only AWS services send `{{key}}`; requests of users and roles lack it, and would be denied. Add `"BoolIfExists": { "aws:PrincipalIsAWSService": "true" }` to the condition.',
  },
  policyTypes: ['rcp'],
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-abcdefghij" }, "Null": { "aws:SourceAccount": "false" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-abcdefghij" }, "Null": { "aws:SourceAccount": "false" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      if (statement.effect?.value !== 'Deny' || !sourceKeys.has(key) || !condition.operator.value?.negated) continue
      if (hasKey(statement, ['aws:principalisawsservice'], 'bool')) continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
