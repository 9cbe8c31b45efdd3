import type { Row } from './row.ts'

/** Sentences of Billing, Cost Management and AWS Marketplace. */
// biome-ignore format: one row per line
export const billing: readonly Row[] = [
  { id: 'bill-deactivated', says: ['access to billing information is deactivated'], actions: [], change: 'billing-access', additional: true, source: 'quoted in public repositories' },
  { id: 'bill-not-activated', says: ['IAM user access not activated', 'IAM user access is not activated'], actions: [], change: 'billing-access', source: 'quoted in public repositories' },
  { id: 'bill-ce-not-enabled', says: ['User not enabled for cost explorer access'], actions: [], change: 'cost-explorer', source: 'quoted in public repositories' },
  { id: 'bill-ce-linked', says: ["Linked account doesn't have access to cost explorer", 'linked account does not have access to cost explorer'], actions: [], change: 'cost-explorer', source: 'https://github.com/2i2c-org/infrastructure/pull/4932' },
  { id: 'bill-categories-linked', says: ["Linked account doesn't have access to {...}", 'linked account does not have access to {...}'], actions: ['ce:ListCostCategoryDefinitions'], change: 'payer-only', source: 'quoted in public repositories' },
  { id: 'bill-tags-payer', says: ['are managed at the payer account level'], actions: [], change: 'payer-only', source: 'https://github.com/numfocus/infrastructure/issues/1' },
  { id: 'bill-budgets-linked', says: ['is a linked account To enable {...} ask the payer account'], actions: ['budgets:ModifyBudget'], change: 'payer-only', source: 'https://github.com/org-formation/org-formation-cli/pull/198' },
  { id: 'bill-consolidated', says: ['account is a part of consolidated billing', 'Payer account needs to enable Cost Explorer'], actions: [], change: 'cost-explorer', source: 'https://github.com/numfocus/infrastructure/issues/1' },
  { id: 'bill-need-permissions', says: ['permission to access billing information for this account', 'permission to access billing information'], actions: [], change: 'billing-access', source: 'https://docs.aws.amazon.com/accounts/latest/reference/security_iam_troubleshoot.html' },
  { id: 'bill-cur', says: ['not authorized to callDescribeReportDefinitions'], actions: ['cur:DescribeReportDefinitions'], change: 'payer-only', source: 'https://github.com/JohannesEbke/aws_list_all/blob/master/aws_list_all/query.py' },
  { id: 'bill-coh', says: ['AWS account is not enrolled for recommendations'], actions: ['cost-optimization-hub:UpdateEnrollmentStatus'], change: 'turn-on', source: 'quoted in public repositories' },
  { id: 'bill-co', says: ['Aws account is not registered for recommendation'], actions: ['compute-optimizer:UpdateEnrollmentStatus'], change: 'turn-on', kind: 'credential-problem', source: 'https://github.com/JohannesEbke/aws_list_all/blob/master/aws_list_all/query.py' },
  { id: 'bill-co-members', says: ["You can't get enrollment statuses for member accounts of an organization"], actions: [], change: 'payer-only', kind: 'not-authorization', source: 'https://github.com/JohannesEbke/aws_list_all/blob/master/aws_list_all/query.py' },
  { id: 'bill-support', says: ['Premium Support Subscription is required'], actions: [], change: 'account-state', kind: 'credential-problem', source: 'https://github.com/JohannesEbke/aws_list_all/blob/master/aws_list_all/query.py' },
  { id: 'bill-tax', says: ['The access is denied for the Amazon Web Services Support API'], actions: [], change: 'identity', source: 'https://github.com/boto/botocore' },
  { id: 'bill-budgets-model', says: ['You are not authorized to use this operation with the given parameters'], actions: ['budgets:ViewBudget', 'budgets:ModifyBudget'], change: 'identity', source: 'https://github.com/boto/botocore' },
  { id: 'bill-view-health', says: ['The billing view status must be HEALTHY to perform this action'], actions: [], change: 'not-possible', kind: 'not-authorization', source: 'https://github.com/boto/botocore' },
  { id: 'bill-invoicing', says: ["You don't have sufficient access to perform this action"], actions: [], change: 'identity', source: 'https://github.com/boto/botocore' },
  { id: 'bill-bcm-dashboards', says: ['You do not have sufficient permissions to perform this action'], actions: [], change: 'identity', source: 'https://github.com/boto/botocore' },
  { id: 'bill-account-model', says: ["The operation failed because the calling identity doesn't have the minimum required permissions"], actions: [], change: 'identity', source: 'https://github.com/boto/botocore' },
  { id: 'bill-marketplace-agreement', says: ['User does not have sufficient access to perform this action'], actions: ['aws-marketplace:DescribeAgreement'], change: 'identity', source: 'https://github.com/boto/botocore' },
  { id: 'bill-metering', says: ['Exception thrown when the customer does not have a valid subscription for the product'], actions: [], change: 'account-state', kind: 'not-authorization', source: 'https://github.com/boto/botocore' },
  { id: 'bill-free-instance', says: ['instance type is not eligible for Free Tier'], actions: [], change: 'account-state', kind: 'not-authorization', source: 'quoted in public repositories' },
  { id: 'bill-free-rds', says: ['exceeds the maximum available to free tier customers'], actions: [], change: 'account-state', kind: 'not-authorization', source: 'quoted in public repositories' },
  { id: 'bill-freetier-model', says: ["You don't have sufficient access to perform this action"], actions: ['freetier:GetAccountPlanState', 'freetier:UpgradeAccountPlan'], change: 'identity', source: 'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_freetier_UpgradeAccountPlan.html' },
]
