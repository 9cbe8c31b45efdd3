import { policyTypes } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck } from '../statement-check.ts'

export const principalArnOfASession = conditionCheck(
  {
    code: 'PRINCIPAL_ARN_OF_A_SESSION',
    type: 'WARNING',
    title: 'aws:PrincipalArn never holds the ARN of a session',
    messages: {
      found:
        'For a session, `aws:PrincipalArn` holds the ARN of the role, such as `arn:aws:iam::<ACCOUNT_ID>:role/<ROLE_NAME>`. `{{session}}` never fits.',
    },
    policyTypes: policyTypes,
    key: /^aws:principalarn$/,
    under: ({ comparison }) => comparison !== 'null',
    wrong: policyOf(
      '{ "Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:sts::111122223333:assumed-role/Admin/mateojackson" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
  },
  (condition) => {
    const session = condition.values.find(({ value }) => /^arn:[\w-]+:sts:[^:]*:[^:]*:assumed-role\//.test(value.raw))
    if (!session) return undefined
    const message = told('found', { session: session.value.raw })
    return { at: atKey(condition), message }
  },
)
