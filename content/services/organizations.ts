import { allow, allowFor, notAllowed, own, type ServiceDenial, user } from './service-denial.ts'

export const organizations: readonly ServiceDenial[] = [
  {
    title: 'A member account asks the organization',
    message:
      "An error occurred (AccessDeniedException) when calling the ListAccounts operation: You don't have permissions to access this resource.",
    cause:
      'Most operations work only in the management account or in a delegated administrator’s account. In a member account, no IAM policy helps. In the management account, the same sentence means that the action is missing.',
    check: {
      command: 'aws organizations describe-organization --query Organization.MasterAccountId --output text',
      says: 'You should see the management account’s number. If it isn’t your account, that’s the cause.',
    },
    fix: {
      says: 'Use a role in the management account, or ask for delegation. There, you need this policy.',
      policy: {
        ...own(allow('organizations:ListAccounts', '*')),
        request: { action: 'organizations:ListAccounts', resource: '*' },
      },
    },
    verify: 'Run `aws organizations list-accounts --query "Accounts[].Id" --output text` there.',
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_troubleshoot.html',
    article: 'billing/member-accounts',
  },
  {
    title: 'Your account isn’t in an organization',
    message:
      'An error occurred (AWSOrganizationsNotInUseException) when calling the DescribeOrganization operation: Your account is not a member of an organization.',
    cause: 'Your account doesn’t belong to an organization. No permission is missing.',
    check: { says: 'The error code says so.' },
    fix: { says: 'Nothing to fix, unless your account should belong to an organization.' },
    verify: 'After joining, the operation shows the organization.',
    source: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html',
    article: 'billing/leave-or-join-organization',
  },
  {
    title: 'AWS Config isn’t trusted by the organization',
    message:
      'An error occurred (OrganizationAccessDeniedException) when calling the DescribeOrganizationConformancePacks operation: This action can only be made by accounts in an AWS Organization',
    cause:
      'Rules and conformance packs for a whole organization work only in the management account, or in the delegated administrator’s for AWS Config, and AWS Config must be trusted by the organization. If your account is in no organization, nothing is missing.',
    check: {
      command:
        'aws organizations list-aws-service-access-for-organization --query "EnabledServicePrincipals[].ServicePrincipal" --output text',
      says: 'Run it in the management account. You should see the service.',
    },
    fix: {
      says: 'Turn on trusted access in the management account.',
      policy: {
        ...own(
          allow('organizations:EnableAWSServiceAccess', '*', {
            StringEquals: { 'organizations:ServicePrincipal': 'config.amazonaws.com' },
          }),
        ),
        request: { action: 'organizations:EnableAWSServiceAccess', resource: '*' },
        context: { 'organizations:ServicePrincipal': 'config.amazonaws.com' },
      },
    },
    verify: 'The command above lists the service.',
    source: 'https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeOrganizationConformancePacks.html',
  },
  {
    title: 'An SCP keeps the account in the organization',
    message: `User: ${user} is not authorized to perform: organizations:LeaveOrganization on resource: * with an explicit deny in a service control policy`,
    cause: 'Many organizations deny leaving. Those created in the console after 10 July 2026 do it from the start.',
    check: { says: 'The message ends with a service control policy.' },
    fix: { says: 'Ask the management account to remove your account. It isn’t bound by the SCP.' },
    verify: 'After that, the operation says that your account is in no organization.',
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_security_default_controls.html',
    article: 'billing/leave-or-join-organization',
  },
  {
    title: 'A delegated administrator lacks an action',
    message: notAllowed('organizations:ListPolicies', '*'),
    cause:
      'The organization’s own resource policy (delegation policy) must allow the action, and so must your policy in the delegated account.',
    check: {
      command: 'aws organizations describe-resource-policy --query ResourcePolicy.Content --output text',
      says: 'Run it in the management account. You should see your account and the action.',
    },
    fix: {
      says: 'The management account adds this to the delegation policy. Since June 30, 2026, AWS doesn’t save one with `NotAction` or `NotResource`.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { AWS: 'arn:aws:iam::111122223333:root' },
            { Action: ['organizations:DescribeOrganization', 'organizations:ListPolicies'], Resource: '*' },
          ),
        ],
      },
    },
    verify: 'Repeat the operation in the delegated account.',
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs-policy-delegate.html',
  },
]
