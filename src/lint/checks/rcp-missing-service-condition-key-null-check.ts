import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { hasKey, sourceKeys } from '../rcp-keys.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpMissingServiceConditionKeyNullCheck = check({
  code: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
  newer: true,
  type: 'WARNING',
  title: 'A resource control policy also denies services that don’t say which account they call for',
  messages: {
    found:
      'Some services send requests without `{{key}}`, and this statement denies them. Add `"Null": { "aws:SourceAccount": "false" }` to the condition, so that it applies only to requests that carry the source account.',
  },
  policyTypes: ['rcp'],
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-abcdefghij" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-abcdefghij" }, "Null": { "aws:SourceAccount": "false" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      if (statement.effect?.value !== 'Deny' || !sourceKeys.has(key) || !condition.operator.value?.negated) continue
      if (hasKey(statement, ['aws:sourceaccount', 'aws:sourcearn'], 'null')) continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
