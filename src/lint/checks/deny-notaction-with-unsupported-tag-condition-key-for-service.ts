import { accessAnalyzer, type Check, type Found, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { tagsWanted } from '../tag-support.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const denyNotactionWithUnsupportedTagConditionKeyForService: Check = {
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  title: 'A Deny with NotAction and a tag that many requests never carry',
  policyTypes: [...identityTypes, 'scp'],
  wrong: policyOf(
    '{ "Effect": "Deny", "NotAction": "ec2:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "ec2:StopInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),

  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const statement of statements) {
      const { effect, action } = statement
      const [condition] = tagsWanted(statement)
      if (!condition || effect?.value !== 'Deny' || action?.sense !== 'none-of') continue
      const message = `Many actions that \`NotAction\` leaves in never carry ${quote(condition.key.value)}, so this Deny does not apply to them. List the actions to deny instead.`
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
}
