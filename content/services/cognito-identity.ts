import { allowFor, type ServiceDenial } from './service-denial.ts'

const pool = 'eu-central-1:12345678-aaaa-bbbb-cccc-123456790ab0'

export const cognitoIdentity: readonly ServiceDenial[] = [
  {
    title: 'Guests aren’t allowed',
    message:
      'An error occurred (NotAuthorizedException) when calling the GetId operation: Unauthenticated access is not supported for this identity pool.',
    cause: 'The app asked for credentials before the user signed in, and the pool doesn’t accept guests.',
    check: {
      command:
        'aws cognito-identity describe-identity-pool --identity-pool-id <IDENTITY_POOL_ID> --query AllowUnauthenticatedIdentities --output text',
      says: '`False` means that guests aren’t allowed.',
    },
    fix: {
      says: 'Send the token of the signed-in user, or allow guests and give them a role that can do very little.',
    },
    verify: 'Open the app again.',
    source: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html',
  },
  {
    title: 'The pool’s roles don’t trust Cognito',
    message:
      'An error occurred (InvalidIdentityPoolConfigurationException) when calling the GetCredentialsForIdentity operation: Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    cause:
      'The pool has no role for this kind of user, or the role’s trust policy names another pool or the other kind.',
    check: {
      command: 'aws cognito-identity get-identity-pool-roles --identity-pool-id <IDENTITY_POOL_ID> --query Roles',
      says: 'You should see a role for each kind of user. Look at its trust policy.',
    },
    fix: {
      says: 'Name the pool and the kind of user in the trust policy.',
      policy: {
        type: 'trust',
        statements: [
          allowFor(
            { Federated: 'cognito-identity.amazonaws.com' },
            {
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: {
                StringEquals: { 'cognito-identity.amazonaws.com:aud': pool },
                'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
              },
            },
          ),
        ],
        request: {
          principal: 'cognito-identity.amazonaws.com',
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: 'arn:aws:iam::111122223333:role/AppUser',
        },
        context: {
          'cognito-identity.amazonaws.com:aud': pool,
          'cognito-identity.amazonaws.com:amr': 'authenticated',
        },
      },
    },
    verify: 'Sign in to the app again.',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    article: 'roles/oidc-others',
  },
]
