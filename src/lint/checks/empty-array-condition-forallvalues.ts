import { emptyValuesCheck } from '../empty-conditions.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
export const emptyArrayConditionForallvalues = emptyValuesCheck('for-all', {
  code: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
  title: 'ForAllValues with no values',
  messages: {
    found:
      '`{{key}}` has an empty list of values. With `ForAllValues`, this matches only requests without the key. Write the values, or require that with `"Null": { "KEY": "true" }`.',
  },
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": [] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "true" } } }',
  ),
})
