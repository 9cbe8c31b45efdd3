import { policyTypes } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const unsupportedGlobalConditionKey = check({
  code: 'UNSUPPORTED_GLOBAL_CONDITION_KEY',
  type: 'ERROR',
  title: 'A global condition key that AWS no longer supports',
  messages: {
    found:
      '`aws:ARN` is no longer supported. Use `aws:PrincipalArn`, which holds the ARN of the user or role that calls.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "ArnLike": { "aws:ARN": "arn:aws:iam::111122223333:role/Finance" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Finance" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (key !== 'aws:arn') continue
      const message = told('found')
      const fix = replace(fixTitle('write', { text: 'aws:PrincipalArn' }), condition.key.span, '"aws:PrincipalArn"')
      yield { path: condition.path, span: condition.key.span, message, fix }
    }
  },
})
