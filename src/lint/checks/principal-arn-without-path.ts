import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, isDeny, isNegated } from '../statement-check.ts'

export const principalArnWithoutPath = conditionCheck(
  {
    code: 'PRINCIPAL_ARN_WITHOUT_PATH',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'The exempted role has a path, so the exemption misses it',
    messages: {
      found:
        '`{{arn}}` is the ARN of a role without a path. A role that has one, such as those of IAM Identity Center, has it in its ARN: `role/<PATH>/<ROLE_NAME>`. If the role has a path, write it out.',
    },
    policyTypes: ['scp', 'rcp', 'identity', 'permissions-boundary', 'resource'],
    key: /^aws:principalarn$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/sso/Admin" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
  },
  (condition, statement) => {
    const plain = condition.values.find(({ value }) => /:role\/[\w+=,.@-]{1,64}$/.test(value.raw))
    if (!isDeny(statement) || !plain) return undefined
    return { at: atKey(condition), message: told('found', { arn: plain.value.raw }) }
  },
)
