import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { typeOfKey } from '../key-types.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
export const stringLikeOperatorWithArnConditionKeys = check({
  code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  newer: true,
  type: 'SECURITY_WARNING',
  title: 'String operator on an ARN: * also matches across colons',
  messages: {
    found:
      '`{{key}}` is an ARN. With `{{written}}`, `*` also matches colons, so it can match ARNs of other accounts and services. Use `{{meant}}`, which compares each part separately.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Finance" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Finance" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      const { operator } = condition
      if (operator.value?.comparison !== 'string-like' || typeOfKey(key, subject.reference) !== 'ARN') continue
      const meant = operator.written.replace(/String(Not)?Like/i, (_, not: string | undefined) => `Arn${not ?? ''}Like`)
      const message = told('found', { key: condition.key.value, written: operator.written, meant })
      yield { path: condition.path, span: operator.span, message }
    }
  },
})
