import type { BillingPage } from './billing-page.ts'

/**
 * The pages of the Cost Management area. https://docs.aws.amazon.com/cost-management/latest/userguide/migrate-granularaccess-whatis.html,
 * dashboards: https://docs.aws.amazon.com/cost-management/latest/userguide/dashboards-getting-started.html,
 * Cost Optimization Hub: https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html,
 * sharing views: https://docs.aws.amazon.com/cost-management/latest/userguide/share-custom-billing-views.html,
 * the account setting: https://docs.aws.amazon.com/cost-management/latest/userguide/control-access-billing.html. Checked on 2026-11-28
 */
export const pagesOfCostManagement: readonly BillingPage[] = [
  {
    area: 'Cost Management',
    page: 'Cost Management home',
    see: [
      'ce:GetCostAndUsage',
      'ce:GetDimensionValues',
      'ce:GetCostForecast',
      'ce:GetReservationUtilization',
      'ce:GetReservationPurchaseRecommendation',
      'ce:DescribeReport',
    ],
    change: [],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Cost Explorer',
    see: [
      'ce:GetCostCategories',
      'ce:GetDimensionValues',
      'ce:GetCostAndUsageWithResources',
      'ce:GetCostAndUsage',
      'ce:GetCostForecast',
      'ce:GetTags',
      'ce:GetUsageForecast',
      'ce:DescribeReport',
    ],
    change: [
      { task: 'Save a report', actions: ['ce:CreateReport', 'ce:UpdateReport'] },
      { task: 'Compare months', actions: ['ce:GetCostAndUsageComparisons', 'ce:GetCostComparisonDrivers'] },
    ],
    iamAccess: 'needed',
    only: 'A member account sees its own costs, while the management account allows it.',
  },
  {
    area: 'Cost Management',
    page: 'Reports',
    see: ['ce:DescribeReport'],
    change: [
      { task: 'Create, change', actions: ['ce:CreateReport', 'ce:UpdateReport'] },
      { task: 'Delete', actions: ['ce:DeleteReport'] },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Dashboards',
    see: ['bcm-dashboards:ListDashboards', 'bcm-dashboards:GetDashboard'],
    change: [
      {
        task: 'See the data of the widgets',
        actions: [
          'ce:GetDimensionValues',
          'ce:GetCostAndUsageWithResources',
          'ce:GetCostAndUsage',
          'ce:GetCostForecast',
          'ce:GetTags',
          'ce:GetUsageForecast',
          'ce:GetCostCategories',
          'ce:GetSavingsPlansCoverage',
          'ce:GetReservationUtilization',
          'ce:GetReservationCoverage',
          'ce:GetSavingsPlansUtilization',
          'ce:GetSavingsPlansUtilizationDetails',
          'budgets:ViewBudget',
          'budgets:DescribeBudgetActionsForAccount',
          'cost-optimization-hub:ListEfficiencyMetrics',
          'billing:ListBillingViews',
        ],
      },
      {
        task: 'Create, change, delete',
        actions: ['bcm-dashboards:CreateDashboard', 'bcm-dashboards:UpdateDashboard', 'bcm-dashboards:DeleteDashboard'],
      },
      {
        task: 'Schedule reports by email',
        actions: [
          'bcm-dashboards:CreateScheduledReport',
          'bcm-dashboards:UpdateScheduledReport',
          'bcm-dashboards:GetScheduledReport',
          'bcm-dashboards:ListScheduledReports',
          'bcm-dashboards:DeleteScheduledReport',
          'bcm-dashboards:ExecuteScheduledReport',
          'iam:PassRole',
        ],
      },
    ],
    iamAccess: 'needed',
    only: 'Sharing with member accounts: management account.',
  },
  {
    area: 'Cost Management',
    page: 'Budgets',
    see: ['budgets:ViewBudget', 'budgets:DescribeBudgetAction*'],
    change: [
      { task: 'Create, change, delete', actions: ['budgets:ModifyBudget'] },
      {
        task: 'Manage budget actions',
        actions: [
          'budgets:CreateBudgetAction',
          'budgets:UpdateBudgetAction',
          'budgets:DeleteBudgetAction',
          'budgets:ExecuteBudgetAction',
          'iam:PassRole',
        ],
      },
      { task: 'Tag', actions: ['budgets:ListTagsForResource', 'budgets:TagResource', 'budgets:UntagResource'] },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Cost Anomaly Detection',
    see: [
      'ce:GetAnomalies',
      'ce:GetAnomalyMonitors',
      'ce:GetAnomalySubscriptions',
      'ce:GetDimensionValues',
      'ce:GetCostAndUsage',
    ],
    change: [
      {
        task: 'Manage monitors',
        actions: ['ce:CreateAnomalyMonitor', 'ce:UpdateAnomalyMonitor', 'ce:DeleteAnomalyMonitor', 'ce:TagResource'],
      },
      {
        task: 'Manage alerts',
        actions: [
          'ce:CreateAnomalySubscription',
          'ce:UpdateAnomalySubscription',
          'ce:DeleteAnomalySubscription',
          'ce:TagResource',
        ],
      },
      { task: 'Give feedback', actions: ['ce:ProvideAnomalyFeedback'] },
    ],
    iamAccess: 'not needed',
  },
  {
    area: 'Cost Management',
    page: 'Cost Optimization Hub',
    see: [
      'cost-optimization-hub:ListEnrollmentStatuses',
      'cost-optimization-hub:GetPreferences',
      'cost-optimization-hub:GetRecommendation',
      'cost-optimization-hub:ListRecommendations',
      'cost-optimization-hub:ListRecommendationSummaries',
    ],
    change: [
      { task: 'Opt in', actions: ['cost-optimization-hub:UpdateEnrollmentStatus', 'iam:CreateServiceLinkedRole'] },
      { task: 'Opt in an organization', actions: ['organizations:EnableAWSServiceAccess'] },
      { task: 'Change preferences', actions: ['cost-optimization-hub:UpdatePreferences'] },
      { task: 'See efficiency metrics', actions: ['cost-optimization-hub:ListEfficiencyMetrics'] },
    ],
    iamAccess: 'not stated',
  },
  {
    area: 'Cost Management',
    page: 'Rightsizing',
    see: ['ce:GetRightsizingRecommendation', 'ce:GetDimensionValues', 'ce:GetTags'],
    change: [],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Savings Plans overview',
    see: ['ce:GetSavingsPlansUtilizationDetails', 'ce:GetSavingsPlansPurchaseRecommendation'],
    change: [
      {
        task: 'Change alerts',
        actions: [
          'ce:DescribeNotificationSubscription',
          'ce:CreateNotificationSubscription',
          'ce:UpdateNotificationSubscription',
          'ce:DeleteNotificationSubscription',
        ],
      },
    ],
    iamAccess: 'not needed',
  },
  {
    area: 'Cost Management',
    page: 'Savings Plans inventory',
    see: ['savingsplans:DescribeSavingsPlans', 'ce:GetSavingsPlansUtilizationDetails'],
    change: [
      { task: 'Renew', actions: ['savingsplans:DescribeSavingsPlansOfferings'] },
      { task: 'Return', actions: ['savingsplans:ReturnSavingsPlan'] },
    ],
    iamAccess: 'not needed',
  },
  {
    area: 'Cost Management',
    page: 'Savings Plans recommendations',
    see: ['ce:GetSavingsPlansPurchaseRecommendation', 'ce:ListSavingsPlansPurchaseRecommendationGeneration'],
    change: [
      { task: 'Create new recommendations', actions: ['ce:StartSavingsPlansPurchaseRecommendationGeneration'] },
      {
        task: 'Use the purchase analyzer',
        actions: ['ce:StartCommitmentPurchaseAnalysis', 'ce:GetCommitmentPurchaseAnalysis'],
      },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Purchase Savings Plans',
    see: ['savingsplans:DescribeSavingsPlansOfferings', 'savingsplans:DescribeSavingsPlans'],
    change: [{ task: 'Buy', actions: ['savingsplans:CreateSavingsPlan'] }],
    iamAccess: 'not needed',
  },
  {
    area: 'Cost Management',
    page: 'Savings Plans utilization',
    see: [
      'ce:DescribeReport',
      'ce:GetSavingsPlansUtilization',
      'ce:GetSavingsPlansUtilizationDetails',
      'ce:GetDimensionValues',
    ],
    change: [{ task: 'See rates', actions: ['savingsplans:DescribeSavingsPlanRates'] }],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Savings Plans coverage',
    see: [
      'ce:GetDimensionValues',
      'ce:GetSavingsPlansCoverage',
      'ce:GetCostCategories',
      'ce:DescribeReport',
      'ce:GetSavingsPlansPurchaseRecommendation',
    ],
    change: [],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Reservations overview',
    see: [
      'ce:GetReservationUtilization',
      'ce:GetReservationCoverage',
      'ce:GetReservationPurchaseRecommendation',
      'ce:DescribeReport',
    ],
    change: [
      {
        task: 'Change alerts',
        actions: [
          'ce:DescribeNotificationSubscription',
          'ce:CreateNotificationSubscription',
          'ce:UpdateNotificationSubscription',
          'ce:DeleteNotificationSubscription',
        ],
      },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Reservations recommendations',
    see: ['ce:GetReservationPurchaseRecommendation', 'ce:GetDimensionValues'],
    change: [],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Reservations utilization',
    see: ['ce:GetDimensionValues', 'ce:GetReservationUtilization', 'ce:DescribeReport'],
    change: [{ task: 'Save a report', actions: ['ce:CreateReport'] }],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Reservations coverage',
    see: [
      'ce:GetReservationCoverage',
      'ce:GetReservationPurchaseRecommendation',
      'ce:DescribeReport',
      'ce:GetDimensionValues',
      'ce:GetCostCategories',
    ],
    change: [{ task: 'Save a report', actions: ['ce:CreateReport'] }],
    iamAccess: 'needed',
  },
  {
    area: 'Cost Management',
    page: 'Pricing Calculator',
    see: ['bcm-pricing-calculator:List*', 'bcm-pricing-calculator:Get*'],
    change: [
      {
        task: 'Estimate',
        actions: ['bcm-pricing-calculator:Create*', 'bcm-pricing-calculator:Update*', 'bcm-pricing-calculator:Delete*'],
      },
    ],
    iamAccess: 'not needed',
    inferred: true,
  },
  {
    area: 'Cost Management',
    page: 'Data Exports',
    see: ['bcm-data-exports:Get*', 'bcm-data-exports:List*'],
    change: [
      {
        task: 'Create, change, delete',
        actions: [
          'bcm-data-exports:CreateExport',
          'bcm-data-exports:UpdateExport',
          'bcm-data-exports:DeleteExport',
          'cur:PutReportDefinition',
        ],
      },
    ],
    iamAccess: 'not stated',
  },
  {
    area: 'Cost Management',
    page: 'Billing View',
    see: [
      'billing:ListBillingViews',
      'billing:GetBillingView',
      'billing:GetBillingViewData',
      'billing:ListSourceViewsForBillingView',
    ],
    change: [
      {
        task: 'Create, change, delete',
        actions: ['billing:CreateBillingView', 'billing:UpdateBillingView', 'billing:DeleteBillingView'],
      },
      {
        task: 'Combine views of other accounts',
        actions: ['billing:AssociateSourceViews', 'billing:DisassociateSourceViews', 'billing:UseSourceView'],
      },
      {
        task: 'Share',
        actions: [
          'billing:GetResourcePolicy',
          'billing:PutResourcePolicy',
          'billing:DeleteResourcePolicy',
          'ram:CreateResourceShare',
        ],
      },
      { task: 'Tag', actions: ['billing:ListTagsForResource', 'billing:TagResource', 'billing:UntagResource'] },
    ],
    iamAccess: 'not stated',
    only: 'Creating and sharing: management account.',
    inferred: true,
  },
  {
    area: 'Cost Management',
    page: 'Cost Management preferences',
    see: ['ce:GetPreferences'],
    change: [
      { task: 'Change', actions: ['ce:UpdatePreferences'] },
      { task: 'See the Billing View tab', actions: ['billing:ListBillingViews', 'billing:GetBillingView'] },
    ],
    iamAccess: 'needed',
    only: 'Management account, or an account without an organization.',
  },
]
