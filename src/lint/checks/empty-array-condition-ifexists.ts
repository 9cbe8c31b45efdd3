import { emptyValuesCheck } from '../empty-conditions.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const emptyArrayConditionIfexists = emptyValuesCheck('if-exists', {
  code: 'EMPTY_ARRAY_CONDITION_IFEXISTS',
  title: 'IfExists with no values',
  messages: {
    found:
      '`{{key}}` has an empty list of values. With `IfExists`, this matches only requests without the key. Write the values, or require that with `"Null": { "KEY": "true" }`.',
  },
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "StringEqualsIfExists": { "ec2:InstanceType": [] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "Null": { "ec2:InstanceType": "true" } } }',
  ),
})
