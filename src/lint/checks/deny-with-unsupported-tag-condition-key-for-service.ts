import { listed, quote } from '../../words/index.ts'
import { accessAnalyzer, identityTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { coversUntagged, tagsWanted } from '../tag-support.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const denyWithUnsupportedTagConditionKeyForService = check({
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  title: 'A Deny by a tag that the requests never carry',
  messages: {
    found:
      "Requests for {{names}} never carry `{{key}}`, or not all of them do: this Deny doesn't apply to those. Deny them by ARN, in a separate statement.",
  },
  policyTypes: [...identityTypes, 'scp'],
  needs: /^aws:resourcetag\//,
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": ["ec2:StopInstances", "route53:DeleteHostedZone"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "ec2:StopInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "secret" } } }',
  ),

  source: accessAnalyzer,
  *find({ policy: { statements }, reference }) {
    if (!reference) return
    for (const statement of statements) {
      const { effect, action } = statement
      const [condition] = tagsWanted(statement)
      if (!condition || effect?.value !== 'Deny' || action?.sense !== 'any-of') continue
      const lacking = entriesOf(action).filter(({ value }) => coversUntagged(value, reference))
      if (lacking.length === 0) continue
      const names = listed(lacking.map(({ value }) => quote(value.raw)))
      const message = told('found', { names, key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
