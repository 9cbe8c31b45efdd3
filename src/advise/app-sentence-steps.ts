import type { NonEmpty } from '../text/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'

const told = messagesOf('app-sentence-steps', {
  everyMethod: 'Have the authorizer return a policy for every method',
  everyMethodText:
    'API Gateway keeps a Lambda authorizer’s answer for the same token, for five minutes unless set otherwise, and applies it to the next paths and methods. A policy for only the method that was called, such as event.methodArn, denies the others. Return arn:aws:execute-api:<REGION>:<ACCOUNT_ID>:<API_ID>/<STAGE>/* or what this user can call there, or turn the caching off.',
  authorizerLogs: 'See what the authorizer returned',
  authorizerLogsText:
    'If every call is denied, the authorizer said no: its log has the token that it got and the policy that it returned. With a user pool, check that the call sends the right token, and that its scopes include what the method asks for.',
  secretHash: 'Send the secret hash of this app client',
  secretHashText:
    'The app client has a secret, so each call needs SECRET_HASH: HMAC-SHA256 of the username and the client ID, one behind the other, with the client secret as its key, in Base64. To refresh tokens, take the username from the token (often the sub), not the email address that was entered.',
  withoutSecret: 'Or use an app client without a secret',
  withoutSecretText:
    'Browsers and mobile apps can’t keep a secret, so their app client shouldn’t have one. The setting can’t be changed later: make a new app client.',
  signInAgain: 'Sign in again',
  signInAgainText:
    'The user pool decides this about the user or the token. Tokens end with their validity, with a global sign-out, when someone revokes them, and when the user is disabled.',
  seeUser: 'See the state of the user',
  seeUserText: 'The command prints whether the user is enabled, and the status, such as FORCE_CHANGE_PASSWORD.',
})

const ofAuthorizer: NonEmpty<Step> = [
  { title: told('everyMethod'), text: told('everyMethodText'), owner: 'resource owner' },
  { title: told('authorizerLogs'), text: told('authorizerLogsText'), owner: 'resource owner' },
]

/** The steps for what authorizers and user pools say, by the sentence's name in `denial/sentences`: policies of IAM don't decide these. */
export const appSteps: readonly (readonly [sentence: string, steps: NonEmpty<Step>])[] = [
  [
    // https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html (2026-11-30)
    'cog-secret',
    [
      { title: told('secretHash'), text: told('secretHashText'), owner: 'caller' },
      {
        title: told('withoutSecret'),
        text: told('withoutSecretText'),
        owner: 'resource owner',
        command:
          'aws cognito-idp create-user-pool-client --user-pool-id <USER_POOL_ID> --client-name <CLIENT_NAME> --no-generate-secret',
      },
    ],
  ],
  [
    // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html (2026-11-30)
    'cog-session',
    [
      { title: told('signInAgain'), text: told('signInAgainText'), owner: 'caller' },
      {
        title: told('seeUser'),
        text: told('seeUserText'),
        owner: 'resource owner',
        command:
          "aws cognito-idp admin-get-user --user-pool-id <USER_POOL_ID> --username <USER_NAME> --query '[Enabled,UserStatus]'",
      },
    ],
  ],
  // https://repost.aws/knowledge-center/api-gateway-lambda-authorization-errors (2026-11-30)
  ['agw-explicit', ofAuthorizer],
  ['agw-not-authorized', ofAuthorizer],
]
