import { emptyValuesCheck } from '../empty-conditions.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const emptyArrayCondition = emptyValuesCheck('plain', {
  code: 'EMPTY_ARRAY_CONDITION',
  title: 'A condition key has no values',
  messages: {
    found:
      '`{{key}}` has an empty list of values. No value is in it, so the condition never matches and the statement has no effect. Write the values, or remove the key.',
  },
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": [] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": ["us-east-1"] } } }',
  ),
})
