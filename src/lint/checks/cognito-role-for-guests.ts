import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, conditionsOn, isAllow, statementCheck } from '../statement-check.ts'

export const cognitoRoleForGuests = statementCheck(
  {
    code: 'COGNITO_ROLE_FOR_GUESTS',
    type: 'WARNING',
    title: 'Guests of the identity pool can assume the role, too',
    messages: {
      found:
        'Guests of the pool can assume the role, not only people who signed in. Add `"ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }`, or `unauthenticated` for a guest role.',
    },
    policyTypes: ['trust'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555" }, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } } }',
    ),
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
  },
  (statement) => {
    const { principal } = statement
    const isCognito = principal?.items.some(({ value }) => value.raw === 'cognito-identity.amazonaws.com')
    const hasPool = conditionsOn(statement, /^cognito-identity\.amazonaws\.com:aud$/).length > 0
    if (!isAllow(statement) || !isCognito || !hasPool) return undefined
    if (conditionsOn(statement, /^cognito-identity\.amazonaws\.com:(?:amr|sub)$/).length > 0) return undefined
    const message = told('found')
    return { at: atElement(statement, principal), message }
  },
)
