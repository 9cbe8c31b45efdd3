import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-useragent */
export const untrustworthyConditionKey = check({
  code: 'UNTRUSTWORTHY_CONDITION_KEY',
  newer: true,
  type: 'SECURITY_WARNING',
  title: 'A condition on a value that the caller controls',
  messages: {
    found:
      'Anyone can send any `{{key}}`: it’s a header of the request. Use a key whose value AWS sets, such as aws:PrincipalArn, aws:PrincipalTag, or aws:SourceVpce.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:UserAgent": "reports-app/*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalTag/app": "reports" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (key !== 'aws:useragent' && key !== 'aws:referer') continue
      const message = told('found', { key: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
