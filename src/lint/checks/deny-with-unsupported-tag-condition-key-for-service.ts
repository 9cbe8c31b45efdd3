import { accessAnalyzer, type Check, type Found, identityTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { coversUntagged, tagsWanted } from '../tag-support.ts'
import { listed, quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const denyWithUnsupportedTagConditionKeyForService: Check = {
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  title: 'A Deny by a tag that the requests never carry',
  policyTypes: [...identityTypes, 'scp'],
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": ["ec2:StopInstances", "route53:DeleteHostedZone"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "ec2:StopInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),

  source: accessAnalyzer,
  *find({ policy: { statements }, reference }): Iterable<Found> {
    if (!reference) return
    for (const statement of statements) {
      const { effect, action } = statement
      const [condition] = tagsWanted(statement)
      if (!condition || effect?.value !== 'Deny' || action?.sense !== 'any-of') continue
      const lacking = entriesOf(statement, action).filter(({ value }) => coversUntagged(value, reference))
      if (lacking.length === 0) continue
      const names = listed(lacking.map(({ value }) => quote(value.raw)))
      const message = `Requests for ${names} never carry ${quote(condition.key.value)}, or not all of them do: this Deny doesn't apply to those. Deny them by ARN, in a separate statement.`
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
}
