import { allow, notAllowed, own, type ServiceDenial } from './service-denial.ts'

export const budgets: readonly ServiceDenial[] = [
  {
    title: 'IAM knows ViewBudget and ModifyBudget',
    message: notAllowed('budgets:ViewBudget', 'arn:aws:budgets::111122223333:budget/monthly'),
    cause:
      'The API has operations such as `DescribeBudgets`, and IAM checks `budgets:ViewBudget` and `budgets:ModifyBudget`. The ARN has no Region.',
    check: { says: 'Look for `budgets:DescribeBudgets` in your policy: it allows nothing.' },
    fix: {
      says: 'Use the action of the message.',
      policy: own(allow('budgets:ViewBudget', 'arn:aws:budgets::111122223333:budget/*')),
    },
    verify:
      'Run `aws budgets describe-budgets --account-id <ACCOUNT_ID> --query "Budgets[].BudgetName" --output text`.',
    source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html',
    article: 'billing/budgets',
  },
  {
    title: 'A budget action passes a role',
    message: notAllowed('iam:PassRole', 'arn:aws:iam::111122223333:role/StopInstances'),
    cause: 'A budget action works with a role that AWS Budgets assumes. You pass the role when you create the action.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `budgets.amazonaws.com`.',
    },
    fix: {
      says: 'Allow this role, for AWS Budgets only.',
      policy: {
        ...own(
          allow('iam:PassRole', 'arn:aws:iam::111122223333:role/StopInstances', {
            StringEquals: { 'iam:PassedToService': 'budgets.amazonaws.com' },
          }),
        ),
        context: { 'iam:PassedToService': 'budgets.amazonaws.com' },
      },
    },
    verify: 'Create the action again.',
    source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-action-role.html',
    article: 'roles/pass-role',
  },
  {
    title: 'Changing a budget is more than seeing it',
    message: notAllowed('budgets:ModifyBudget', 'arn:aws:budgets::111122223333:budget/monthly'),
    cause: 'AWS’s policy `AWSBudgetsReadOnlyAccess` shows budgets and changes none.',
    check: { says: 'The list opens, and saving fails.' },
    fix: {
      says: 'Allow changing budgets.',
      policy: own(allow(['budgets:ModifyBudget', 'budgets:ViewBudget'], 'arn:aws:budgets::111122223333:budget/*')),
    },
    verify: 'Save the budget again.',
    source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html',
    article: 'billing/budgets',
  },
  {
    title: 'IAM access to Billing is turned off',
    message:
      "You don't have permission to access billing information for this account. Contact your AWS administrator if you need help. If you are an AWS administrator, you can provide permissions for your users or groups by making sure that (1) this account allows IAM and federated users to access billing information and (2) you have the required IAM permissions.",
    cause:
      'The root user hasn’t turned on access to Billing for IAM users and roles. `AdministratorAccess` doesn’t help.',
    check: { says: 'Other services work, and all Billing pages fail.' },
    fix: { says: 'The root user turns it on, on the **Account** page. No policy changes.' },
    verify: 'Open the page again.',
    source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html',
    article: 'billing/activate-iam-access',
  },
]
