import { policyTypes } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, isAllow } from '../statement-check.ts'

export const ifExistsLetsRequestsWithoutTheKeyIn = conditionCheck(
  {
    code: 'IF_EXISTS_LETS_REQUESTS_WITHOUT_THE_KEY_IN',
    type: 'SUGGESTION',
    title: 'IfExists in an Allow also allows requests without the key',
    messages: {
      found:
        'The caller decides whether a request carries `{{key}}`, and `IfExists` also matches if it doesn’t, so the caller only has to omit the key. Use the operator without `IfExists`.',
    },
    policyTypes: policyTypes,
    key: /^(?:kms:encryptioncontext:|aws:requesttag\/|s3:x-amz-)/,
    under: ({ negated, ifExists }) => ifExists && !negated,
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:RequestTag/team": "blue" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestTag/team": "blue" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists',
  },
  (condition, statement) => {
    if (!isAllow(statement)) return undefined
    const message = told('found', { key: condition.key.value })
    return { at: atKey(condition), message }
  },
)
