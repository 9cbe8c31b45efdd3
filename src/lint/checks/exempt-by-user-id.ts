import { policyTypes } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, isDeny, isNegated } from '../statement-check.ts'

export const exemptByUserId = conditionCheck(
  {
    code: 'EXEMPT_BY_USER_ID',
    type: 'SUGGESTION',
    title: 'A Deny exempts callers by aws:userid',
    messages: {
      found:
        'A role that is deleted and created again has a different ID, so it’s denied. The part after the colon is the session name, which the caller chooses. Use `aws:PrincipalArn`.',
    },
    policyTypes: ['resource', ...policyTypes.filter((type) => type !== 'resource')],
    key: /^aws:userid$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "StringNotLike": { "aws:userid": "AROAIOSFODNN7EXAMPLE:*" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-userid',
  },
  (condition, statement) => {
    if (!isDeny(statement)) return undefined
    const message = told('found')
    return { at: atKey(condition), message }
  },
)
