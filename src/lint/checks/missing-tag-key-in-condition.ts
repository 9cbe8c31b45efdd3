import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingTagKeyInCondition = check({
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  type: 'ERROR',
  title: 'A condition on a tag does not name the tag',
  messages: { found: '`{{key}}` does not name a tag. Write the tag key after a slash: `aws:PrincipalTag/team`.' },
  policyTypes,
  needs: /^aws:\w+tag\/?$/,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/": "finance" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "finance" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (!/^aws:(request|resource|principal)tag\/?$/.test(key)) continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
