import { accessAnalyzer, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { tagsWanted } from '../tag-support.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const denyNotactionWithUnsupportedTagConditionKeyForService = check({
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  title: 'A Deny with NotAction and a tag that many requests never carry',
  messages: {
    found:
      'Many actions that `NotAction` leaves in never carry `{{key}}`, so this Deny does not apply to them. List the actions to deny instead.',
  },
  policyTypes: [...identityTypes, 'scp'],
  needs: /^aws:resourcetag\//,
  wrong: policyOf(
    '{ "Effect": "Deny", "NotAction": "ec2:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "ec2:StopInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),

  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const { effect, action } = statement
      const [condition] = tagsWanted(statement)
      if (!condition || effect?.value !== 'Deny' || action?.sense !== 'none-of') continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
