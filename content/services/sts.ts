import { allowFor, type ServiceDenial, user } from './service-denial.ts'

const auditor = 'arn:aws:iam::444455556666:role/Auditor'
const issuer = 'token.actions.githubusercontent.com'

export const sts: readonly ServiceDenial[] = [
  {
    title: 'AssumeRole is denied, and AWS doesn’t say why',
    message: `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${user} is not authorized to perform: sts:AssumeRole on resource: ${auditor}`,
    cause:
      'One sentence for many causes: the trust policy doesn’t name you, one of its conditions isn’t met (external ID, MFA, IP address), your own account doesn’t allow it, or the role doesn’t exist.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'Run it in the role’s account. Your user, your role, or your account should be under `Principal`.',
    },
    fix: {
      says: 'The role’s owner adds you to the trust policy. In another account, your own policy must allow it, too.',
      policy: { type: 'trust', statements: [allowFor({ AWS: user }, { Action: 'sts:AssumeRole' })] },
    },
    verify:
      'Run `aws sts assume-role --role-arn <ROLE_ARN> --role-session-name test --query AssumedRoleUser.Arn --output text`.',
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    article: 'messages/trust-policy',
  },
  {
    title: 'GitHub, EKS, or another identity provider is denied',
    message:
      'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    cause:
      'Only the trust policy counts: the ARN of the provider, and the token’s audience and subject. The subject is case-sensitive, and `StringEquals` treats `*` as a character.',
    check: {
      command:
        'aws iam get-open-id-connect-provider --open-id-connect-provider-arn <PROVIDER_ARN> --query ClientIDList --output text',
      says: 'You should see the token’s audience. Compare its `sub` with the condition, character by character.',
    },
    fix: {
      says: 'Name the subject that your workflow sends.',
      policy: {
        type: 'trust',
        statements: [
          allowFor(
            { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
            {
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: {
                StringEquals: {
                  [`${issuer}:aud`]: 'sts.amazonaws.com',
                  [`${issuer}:sub`]: 'repo:anycompany/website:ref:refs/heads/main',
                },
              },
            },
          ),
        ],
        request: {
          principal: `arn:aws:iam::111122223333:oidc-provider/${issuer}`,
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: 'arn:aws:iam::111122223333:role/Deploy',
        },
        context: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: 'repo:anycompany/website:ref:refs/heads/main',
        },
      },
    },
    verify: 'Run the workflow again.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    article: 'roles/github-oidc',
  },
  {
    title: 'The root user can’t assume roles',
    message:
      'An error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.',
    cause: 'You signed in as the root user. No policy can allow this.',
    check: {
      command: 'aws sts get-caller-identity --query Arn --output text',
      says: 'An ARN that ends in `:root` is the root user.',
    },
    fix: { says: 'Use an IAM user or a role.' },
    verify: 'Repeat the request with the user or role.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html',
    article: 'roles/switch-role',
  },
  {
    title: 'Session tags need sts:TagSession, too',
    message: `User: ${user} is not authorized to perform: sts:TagSession on resource: ${auditor}`,
    cause:
      'The request sends tags for the session. The trust policy must allow `sts:TagSession` in addition to `sts:AssumeRole`.',
    check: {
      says: 'In CloudTrail, the denied request has `requestParameters.tags`, and the trust policy has only `sts:AssumeRole`.',
    },
    fix: {
      says: 'Add the action to the trust policy, and to the caller’s policy in another account.',
      policy: {
        type: 'trust',
        statements: [allowFor({ AWS: user }, { Action: ['sts:AssumeRole', 'sts:TagSession'] })],
      },
    },
    verify: 'Repeat the request with the tags.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
    article: 'roles/session-tags',
  },
  {
    title: 'A role assumes itself',
    message:
      'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/Worker/i-0abc1234def567890 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Worker',
    cause:
      'Both ARNs name the same role. Since 2023, a role can assume itself only if its own trust policy says so. Tools often try it because a profile has a `role_arn` on a machine that already has the role.',
    check: { says: 'Compare the role names in the message.' },
    fix: {
      says: 'Remove `role_arn` from the profile. If you need it, name the role in its own trust policy.',
      policy: {
        type: 'trust',
        statements: [allowFor({ AWS: 'arn:aws:iam::111122223333:role/Worker' }, { Action: 'sts:AssumeRole' })],
      },
    },
    verify: 'Run `aws sts get-caller-identity --query Arn --output text`. You should see the role.',
    source: 'https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/',
    article: 'roles/role-chaining',
  },
  {
    title: 'A chained session lasts one hour',
    message:
      'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    cause: 'A role that assumes a role gets one hour at most. No policy and no setting changes that.',
    check: {
      command: 'aws sts get-caller-identity --query Arn --output text',
      says: '`assumed-role` means that you already work with a role.',
    },
    fix: { says: 'Ask for 3,600 seconds or fewer, or assume the role as a user.' },
    verify: 'Add `--duration-seconds 3600`. It should work.',
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    article: 'roles/role-chaining',
  },
]
