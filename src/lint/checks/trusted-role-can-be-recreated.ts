import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isAllow, statementCheck } from '../statement-check.ts'

export const trustedRoleCanBeRecreated = statementCheck(
  {
    code: 'TRUSTED_ROLE_CAN_BE_RECREATED',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A trusted role that is deleted and created again is no longer trusted',
    messages: {
      found:
        'IAM stores the unique ID of `{{arn}}`. If the role or user is deleted and created again, this trust policy shows an ID such as AROA… and no longer trusts it. If that can happen, trust the account and name the role in a condition on `aws:PrincipalArn`.',
    },
    policyTypes: ['trust'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:role/Deploy" }, "Action": "sts:AssumeRole" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole", "Condition": { "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/Deploy" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles',
  },
  (statement) => {
    const { principal } = statement
    if (!isAllow(statement) || principal?.sense !== 'any-of') return undefined
    const named = principal.items.find(({ value }) => /^arn:[\w-]+:iam::\d{12}:(?:role|user)\//.test(value.raw))
    return named && { at: atElement(statement, principal), message: told('found', { arn: named.value.raw }) }
  },
)
