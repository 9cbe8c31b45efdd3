import { emptyValuesCheck } from '../empty-conditions.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
export const emptyArrayConditionForanyvalue = emptyValuesCheck('for-any', {
  code: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
  title: 'ForAnyValue with no values',
  messages: {
    found:
      '`{{key}}` has an empty list of values. With `ForAnyValue` this never holds, so the statement has no effect. Write the values.',
  },
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": [] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } } }',
  ),
})
