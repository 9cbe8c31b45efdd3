import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { hasKey, principalKeys } from '../rcp-keys.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpMissingRelatedPrincipalConditionKey = check({
  code: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  newer: true,
  type: 'WARNING',
  title: 'A resource control policy also denies AWS services',
  messages: {
    found:
      'AWS services that act on your behalf don’t carry `{{key}}`, so this statement also denies them. Add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }` to the condition.',
  },
  policyTypes: ['rcp'],
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-abcdefghij" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-abcdefghij" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      if (statement.effect?.value !== 'Deny' || !principalKeys.has(key) || !condition.operator.value?.negated) continue
      if (hasKey(statement, ['aws:principalisawsservice'], 'bool')) continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
