import { allow, notAllowed, own, type ServiceDenial, user } from './service-denial.ts'

export const sso: readonly ServiceDenial[] = [
  {
    title: '“No access”, although the sign-in worked',
    message: 'An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access',
    cause:
      'This permission set isn’t assigned to you in this account, or the profile has a wrong `sso_role_name` or `sso_account_id`. Case matters. No IAM policy helps.',
    check: { says: 'Open the access portal. You should see the account and the permission set there.' },
    fix: { says: 'Ask the administrator of IAM Identity Center for an assignment, or correct the profile.' },
    verify:
      'Run `aws sts get-caller-identity --profile <PROFILE_NAME> --query Arn --output text`. You should see `AWSReservedSSO_` and the permission set.',
    source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/troubleshooting.html',
    article: 'roles/identity-center',
  },
  {
    title: 'The role of a permission set is protected',
    message:
      "Cannot perform the operation on the protected role 'AWSReservedSSO_Finance_1234567890abcdef' - this role is only modifiable by AWS",
    cause: 'Identity Center creates these roles from permission sets, and only it can change them.',
    check: { says: 'The role’s name begins with `AWSReservedSSO_`.' },
    fix: {
      says: 'Change the permission set instead, and provision it again. Anyone who can do that can give any permission to anyone, so it’s a task for the administrators of Identity Center.',
    },
    verify: 'Provision the permission set. The role in the account has the new policy.',
    source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/troubleshooting.html',
    article: 'roles/identity-center',
  },
  {
    title: 'Every tool begins with sso:ListInstances',
    message: notAllowed('sso:ListInstances', '*'),
    cause:
      'The action accepts only `*`. From a member account that isn’t a delegated administrator, most other operations fail as well.',
    check: {
      command: 'aws sso-admin list-instances --query "Instances[].OwnerAccountId" --output text',
      says: 'If it works, you see the account that owns the instance.',
    },
    fix: { says: 'Add the action.', policy: own(allow('sso:ListInstances', '*')) },
    verify: 'The command above works.',
    source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/iam-auth-access-using-id-policies.html',
  },
  {
    title: 'A delegated administrator can’t change a permission set',
    message: `User: ${user} is not authorized to perform: iam:ListRolePolicies on resource: role AWSReservedSSO_Finance_1234567890abcdef`,
    cause:
      'The permission set is also assigned in the management account. A delegated administrator can’t change such permission sets.',
    check: {
      command:
        'aws sso-admin list-accounts-for-provisioned-permission-set --instance-arn <INSTANCE_ARN> --permission-set-arn <PERMISSION_SET_ARN> --query AccountIds --output text',
      says: 'If the management account is in the list, that’s the cause.',
    },
    fix: { says: 'Change it from the management account, or use separate permission sets there.' },
    verify: 'Repeat the operation from the management account.',
    source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html',
  },
]
