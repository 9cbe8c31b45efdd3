import { allow, notAllowed, own, type ServiceDenial, user } from './service-denial.ts'

export const iam: readonly ServiceDenial[] = [
  {
    title: 'iam:PassRole, although you never called it',
    message: notAllowed('iam:PassRole', 'arn:aws:iam::111122223333:role/OrdersFunction'),
    cause:
      'You gave a role to a service, for example to a Lambda function or an EC2 instance. `iam:PassRole` is a permission without an API operation of its own. The role and the service must both match.',
    check: {
      says: 'In CloudTrail, look for the operation that you called, such as `CreateFunction`. Its message names `iam:PassRole`.',
    },
    fix: {
      says: 'Allow this role, for this service.',
      policy: {
        ...own(
          allow('iam:PassRole', 'arn:aws:iam::111122223333:role/OrdersFunction', {
            StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' },
          }),
        ),
        context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      },
    },
    verify: 'Repeat the operation that passes the role.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    article: 'roles/pass-role',
  },
  {
    title: 'You can’t create a role because of a permissions boundary',
    message: `User: ${user} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/app/Worker because no permissions boundary allows the iam:CreateRole action`,
    cause:
      'Your user or role has a permissions boundary, which is the most that it can do, and IAM isn’t part of it. Another reason for a denial is a policy that demands a boundary on every new role.',
    check: {
      command:
        'aws iam get-user --user-name <USER_NAME> --query User.PermissionsBoundary.PermissionsBoundaryArn --output text',
      says: 'You should see the ARN of the boundary. `None` means that there is none.',
    },
    fix: {
      says: 'Add this to the boundary. It allows new roles only with the same boundary.',
      policy: {
        type: 'permissions-boundary',
        statements: [
          allow('iam:CreateRole', 'arn:aws:iam::111122223333:role/app/*', {
            StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/Developer' },
          }),
        ],
        context: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/Developer' },
      },
    },
    verify: 'Create the role with `--permissions-boundary <BOUNDARY_ARN>`.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    article: 'policies/permissions-boundary',
  },
  {
    title: 'A role of IAM Identity Center can’t be changed',
    message:
      "An error occurred (UnmodifiableEntity) when calling the AttachRolePolicy operation: Cannot perform the operation on the protected role 'AWSReservedSSO_Finance_1234567890abcdef' - this role is only modifiable by AWS",
    cause: 'IAM Identity Center owns this role. No permission is missing.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.Path --output text',
      says: 'You should see `/aws-reserved/sso.amazonaws.com/`.',
    },
    fix: {
      says: 'Change the permission set, and provision it again. Identity Center then changes the role in every account.',
    },
    verify: 'Run `aws iam list-attached-role-policies --role-name <ROLE_NAME>`. You should see the new policy.',
    source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/troubleshooting.html',
    article: 'roles/identity-center',
  },
  {
    title: 'The first use of a service creates a role',
    message: notAllowed(
      'iam:CreateServiceLinkedRole',
      'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    ),
    cause: 'The service creates its service-linked role in your name, and you aren’t allowed to.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.Arn --output text',
      says: '`NoSuchEntity` means that it doesn’t exist yet.',
    },
    fix: {
      says: 'Allow this one role, or let an administrator create it once.',
      policy: {
        ...own(
          allow(
            'iam:CreateServiceLinkedRole',
            'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
            { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
          ),
        ),
        context: { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
      },
    },
    verify:
      'Run `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`. You should see the role, or that it exists already.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
    article: 'roles/service-linked-roles',
  },
  {
    title: 'Everything is denied until you sign in with MFA',
    message: `User: ${user} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ with an explicit deny in an identity-based policy`,
    cause: 'A policy denies everything without MFA. Your session was started without it, for example with access keys.',
    check: { says: 'Look for `aws:MultiFactorAuthPresent` in a Deny of your policies.' },
    fix: { says: 'Don’t change a policy. Sign in with MFA, or get a session with a code from your device.' },
    verify:
      'Run `aws sts get-session-token --serial-number <MFA_DEVICE_ARN> --token-code <CODE>`, use its keys, and repeat the request.',
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html',
    article: 'policies/mfa',
  },
]
