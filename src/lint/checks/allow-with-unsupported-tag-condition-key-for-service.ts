import { listed, quote } from '../../words/index.ts'
import { accessAnalyzer, identityTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { lacksResourceTags, tagsWanted } from '../tag-support.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html (column ABAC) */
export const allowWithUnsupportedTagConditionKeyForService = check({
  code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  title: 'An action is allowed by a tag that its requests never carry',
  messages: {
    found:
      'Requests for {{names}} never carry `{{key}}`, so this condition allows none of them. Allow them in a separate statement, limited by ARN.',
  },
  policyTypes: [...identityTypes, 'scp'],
  needs: /^aws:resourcetag\//,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": ["ec2:StartInstances", "route53:GetHostedZone"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "finance" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "finance" } } }',
    '{ "Effect": "Allow", "Action": "route53:GetHostedZone", "Resource": "arn:aws:route53:::hostedzone/Z0123456789EXAMPLE" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements }, reference }) {
    if (!reference) return
    for (const statement of statements) {
      const { effect, action } = statement
      const [condition] = tagsWanted(statement)
      if (!condition || effect?.value !== 'Allow' || action?.sense !== 'any-of') continue
      const lacking = entriesOf(action).filter(({ value }) => lacksResourceTags(value, reference))
      if (lacking.length === 0) continue
      const names = listed(lacking.map(({ value }) => quote(value.raw)))
      const message = told('found', { names, key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
