// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isAllow, statementCheck } from '../statement-check.ts'

export const usernameVariableOnlyForUsers = statementCheck(
  {
    code: 'USERNAME_VARIABLE_ONLY_FOR_USERS',
    type: 'SUGGESTION',
    title: '${aws:username} has a value for IAM users only',
    messages: {
      found:
        'Sessions of roles, IAM Identity Center, and identity providers carry no `aws:username`, so this statement allows them nothing. Use `${aws:PrincipalTag/<KEY>}` or `${aws:userid}` for those.',
    },
    policyTypes: ['identity'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:PrincipalTag/user}/*" }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  },
  (statement) => {
    const { resource } = statement
    if (!isAllow(statement) || resource?.sense !== 'any-of' || resource.items.length === 0) return undefined
    const isOnlyForUsers = resource.items.every(
      ({ value }) => /\$\{aws:username\}/i.test(value.raw) && !/^arn:[^:]*:iam:/.test(value.raw),
    )
    if (!isOnlyForUsers) return undefined
    const message = told('found')
    return { at: atElement(statement, resource), message }
  },
)
