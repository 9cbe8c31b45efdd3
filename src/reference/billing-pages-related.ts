import type { BillingPage } from './billing-page.ts'

/**
 * Pages outside Billing that people look for there. Compute Optimizer: https://docs.aws.amazon.com/compute-optimizer/latest/ug/security-iam.html,
 * Marketplace: https://docs.aws.amazon.com/service-authorization/latest/reference/list_marketplace-procurement-integration.html,
 * MAP credits and customer verification: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/billing-example-policies.html,
 * cases: https://docs.aws.amazon.com/awssupport/latest/user/support-interaction-perm-custom-policy.html,
 * old policies: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-security-iam-tool.html. Checked on 2026-11-29
 */
export const relatedPages: readonly BillingPage[] = [
  {
    area: 'Related',
    page: 'Support plans',
    see: [
      'supportplans:GetSupportPlan',
      'supportplans:GetSupportPlanUpdateStatus',
      'supportplans:ListSupportPlanModifiers',
    ],
    change: [
      {
        task: 'Change the plan',
        actions: ['supportplans:StartSupportPlanUpdate', 'supportplans:CreateSupportPlanSchedule'],
      },
      {
        task: 'Open and read cases',
        actions: [
          'support:CreateCase',
          'support:DescribeCases',
          'support-console:CreateCaseDraft',
          'support-console:GetAccountState',
          'support-console:GetCaseDraft',
        ],
      },
    ],
    iamAccess: 'not needed',
    inferred: true,
  },
  {
    area: 'Related',
    page: 'Marketplace subscriptions',
    see: ['aws-marketplace:ViewSubscriptions'],
    change: [
      { task: 'Subscribe, unsubscribe', actions: ['aws-marketplace:Subscribe', 'aws-marketplace:Unsubscribe'] },
      {
        task: 'Connect a procurement system',
        actions: [
          'aws-marketplace:DescribeProcurementSystemConfiguration',
          'aws-marketplace:PutProcurementSystemConfiguration',
        ],
      },
    ],
    iamAccess: 'not needed',
    inferred: true,
  },
  {
    area: 'Related',
    page: 'AWS Sustainability',
    see: [
      'sustainability:GetEstimatedCarbonEmissions',
      'sustainability:GetEstimatedCarbonEmissionsDimensionValues',
      'sustainability:GetEstimatedWaterAllocation',
      'sustainability:GetEstimatedWaterAllocationDimensionValues',
    ],
    change: [],
    iamAccess: 'not needed',
    only: 'It replaced the carbon footprint tool of Billing on 30 June 2026.',
    inferred: true,
  },
  {
    area: 'Related',
    page: 'Compute Optimizer',
    see: ['compute-optimizer:Get*', 'compute-optimizer:Describe*'],
    change: [
      {
        task: 'See the resources',
        actions: [
          'ec2:DescribeInstances',
          'ec2:DescribeVolumes',
          'autoscaling:DescribeAutoScalingGroups',
          'autoscaling:DescribeAutoScalingInstances',
          'lambda:ListFunctions',
          'lambda:ListProvisionedConcurrencyConfigs',
          'ecs:ListServices',
          'ecs:ListClusters',
          'rds:DescribeDBInstances',
          'rds:DescribeDBClusters',
          'cloudwatch:GetMetricData',
        ],
      },
      {
        task: 'Opt in',
        actions: ['compute-optimizer:UpdateEnrollmentStatus', 'iam:CreateServiceLinkedRole', 'iam:PutRolePolicy'],
      },
      {
        task: 'Opt in an organization',
        actions: [
          'organizations:EnableAWSServiceAccess',
          'organizations:DescribeOrganization',
          'organizations:ListAccounts',
        ],
      },
    ],
    iamAccess: 'not needed',
  },
  {
    area: 'Related',
    page: 'MAP credits',
    see: ['mapcredits:ListQuarterSpend', 'mapcredits:ListAssociatedPrograms', 'mapcredits:ListQuarterCredits'],
    change: [],
    iamAccess: 'not stated',
    only: 'The management account, or an account without an organization.',
  },
  {
    area: 'Related',
    page: 'Customer verification (India)',
    see: [
      'customer-verification:GetCustomerVerificationEligibility',
      'customer-verification:GetCustomerVerificationDetails',
    ],
    change: [
      {
        task: 'Create, change',
        actions: [
          'customer-verification:CreateCustomerVerificationDetails',
          'customer-verification:UpdateCustomerVerificationDetails',
        ],
      },
    ],
    iamAccess: 'not stated',
    only: 'Accounts with an Indian billing or contact address.',
  },
  {
    area: 'Related',
    page: 'Affected policies and Bulk Policy Migrator',
    see: ['iam:GetAccountAuthorizationDetails'],
    change: [
      {
        task: 'See which actions apply',
        actions: [
          'aws-portal:GetConsoleActionSetEnforced',
          'ce:GetConsoleActionSetEnforced',
          'purchase-orders:GetConsoleActionSetEnforced',
        ],
      },
      {
        task: 'Switch to the new actions',
        actions: [
          'aws-portal:UpdateConsoleActionSetEnforced',
          'ce:UpdateConsoleActionSetEnforced',
          'purchase-orders:UpdateConsoleActionSetEnforced',
        ],
      },
    ],
    iamAccess: 'not stated',
    only: 'Management account, or an account without an organization.',
  },
]
