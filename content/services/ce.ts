import { allow, notAllowed, own, type ServiceDenial } from './service-denial.ts'

export const ce: readonly ServiceDenial[] = [
  {
    title: 'Cost Explorer actions accept "*" or a billing view',
    message: `An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: ${notAllowed('ce:GetCostAndUsage', 'arn:aws:ce:us-east-1:111122223333:/GetCostAndUsage')}`,
    cause:
      'Your policy doesn’t include the action, or it names a specific resource. The ARN in the message ends with the operation’s name. Policies don’t use it.',
    check: { says: 'Look for `ce:GetCostAndUsage` in your policy, and for `"Resource": "*"`.' },
    fix: {
      says: 'Allow the actions that the page needs.',
      policy: own(allow(['ce:GetCostAndUsage', 'ce:GetDimensionValues'], '*')),
    },
    verify: 'Open Cost Explorer. You should see the chart.',
    source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html',
    article: 'billing/cost-explorer',
  },
  {
    title: 'Cost Explorer isn’t turned on for you',
    message:
      'An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User not enabled for cost explorer access',
    cause:
      'No one has opened Cost Explorer in the management account yet, or it’s turned off for member accounts. No policy helps.',
    check: {
      command: 'aws organizations describe-organization --query Organization.MasterAccountId --output text',
      says: 'If it isn’t your account, the management account decides.',
    },
    fix: {
      says: 'In the management account, open Cost Explorer once, and turn on **Linked account access** in the Cost Management preferences.',
    },
    verify: 'Repeat the request a day later.',
    source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
    article: 'billing/cost-explorer',
  },
  {
    title: 'Cost allocation tags belong to the management account',
    message: "Failed to list Cost Allocation Tags: Linked account doesn't have access to cost allocation tags.",
    cause: 'Only the management account has cost allocation tags. No policy in a member account helps.',
    check: {
      command: 'aws organizations describe-organization --query Organization.MasterAccountId --output text',
      says: 'You should see another account.',
    },
    fix: {
      says: 'Ask the people who run the management account. There, this policy allows activating tags.',
      policy: {
        ...own(allow(['ce:ListCostAllocationTags', 'ce:UpdateCostAllocationTagsStatus'], '*')),
        request: { action: 'ce:UpdateCostAllocationTagsStatus', resource: '*' },
      },
    },
    verify: 'Open **Cost allocation tags** in the management account.',
    source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html',
    article: 'billing/cost-allocation-tags',
  },
  {
    title: 'Forecasts need their own permissions',
    message: notAllowed('ce:GetCostForecast', 'arn:aws:ce:us-east-1:111122223333:/GetCostForecast'),
    cause: 'AWS’s managed policies for Billing include some Cost Explorer actions, but not the forecast.',
    check: { says: 'Part of the page works, and the forecast doesn’t.' },
    fix: { says: 'Add the actions.', policy: own(allow(['ce:GetCostForecast', 'ce:GetUsageForecast'], '*')) },
    verify: 'Choose dates in the future in Cost Explorer. You should see a dotted line.',
    source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/managed-policies.html',
    article: 'billing/managed-policies',
  },
]
