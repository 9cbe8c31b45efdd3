import { coversAction } from '../../iam/index.ts'
import { identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isDeny, isEveryResource, statementCheck } from '../statement-check.ts'

const needed = [
  ['sts', 'assumerole'],
  ['iam', 'changepassword'],
] as const

export const denyNotactionStopsSignIn = statementCheck(
  {
    code: 'DENY_NOTACTION_STOPS_SIGN_IN',
    type: 'SUGGESTION',
    title: 'A Deny with NotAction also denies assuming roles and changing one’s password',
    messages: {
      found:
        'This also denies `sts:AssumeRole` and `iam:ChangePassword`: people can’t switch roles or change an expired password. If you don’t want that, add them to `NotAction`.',
    },
    policyTypes: [...identityTypes],
    wrong: policyOf('{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }'),
    right: policyOf(
      '{ "Effect": "Deny", "NotAction": ["s3:*", "sts:AssumeRole", "iam:ChangePassword", "iam:GetUser"], "Resource": "*" }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    needs: 'Deny',
  },
  (statement) => {
    const { action, conditions } = statement
    if (!isDeny(statement) || action?.sense !== 'none-of' || !isEveryResource(statement) || conditions.length > 0)
      return undefined
    const missing = needed.filter(
      ([service, name]) =>
        !action.items.some(({ value }) => value.kind === 'open' || coversAction(value, service, name)),
    )
    if (missing.length < needed.length) return undefined
    const message = told('found')
    return { at: atElement(statement, action), message }
  },
)
