import { accessAnalyzer, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { tagsWanted } from '../tag-support.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
export const allowNotactionWithUnsupportedTagConditionKeyForService = check({
  code: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  title: 'NotAction is allowed by a tag that many services don’t support',
  messages: {
    found:
      'Not every service supports `{{key}}`. This statement doesn’t allow actions of services that don’t, whatever the tags are. List the actions that you mean under `Action`.',
  },
  policyTypes: [...identityTypes, 'scp'],
  needs: /^aws:resourcetag\//,
  wrong: policyOf(
    '{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "finance" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": ["ec2:StartInstances", "ec2:StopInstances"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "finance" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const [condition] = tagsWanted(statement)
      if (!condition || statement.effect?.value !== 'Allow' || statement.action?.sense !== 'none-of') continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
