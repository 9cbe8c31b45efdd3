/** A page of the Billing and Cost Management console, or one that people look for there, and the actions it asks for. Actions may end with "*". */
export interface BillingPage {
  readonly area: 'Billing' | 'Cost management' | 'Beside Billing'
  readonly page: string
  /** To look at it. */
  readonly see: readonly string[]
  /** To change something on it, by what one does there. */
  readonly change: readonly BillingTask[]
  /** AWS publishes no list for this page: these are the actions of the service behind it. */
  readonly inferred?: true
}

export interface BillingTask {
  readonly task: string
  readonly actions: readonly string[]
}

const account = 'account:GetAccountInformation'
const reportBucket = ['s3:ListAllMyBuckets', 's3:CreateBucket', 's3:PutBucketPolicy', 's3:GetBucketLocation']

/**
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html and
 * https://docs.aws.amazon.com/cost-management/latest/userguide/migrate-granularaccess-whatis.html, checked on 2026-11-25
 */
export const billingPages: readonly BillingPage[] = [
  {
    area: 'Billing',
    page: 'Home',
    see: [account, 'billing:Get*', 'payments:List*', 'tax:List*', 'bcm-recommended-actions:ListRecommendedActions'],
    change: [],
  },
  {
    area: 'Billing',
    page: 'Bills',
    see: [
      account,
      'billing:Get*',
      'consolidatedbilling:Get*',
      'consolidatedbilling:List*',
      'invoicing:List*',
      'payments:List*',
    ],
    change: [
      { task: 'Download an invoice', actions: ['invoicing:Get*'] },
      { task: 'Download CSV', actions: ['cur:Get*'] },
      { task: 'Choose a billing group or view', actions: ['billing:ListBillingViews'] },
    ],
  },
  {
    area: 'Billing',
    page: 'Payments',
    see: [account, 'billing:Get*', 'payments:Get*', 'payments:List*'],
    change: [
      { task: 'Pay, Advance Pay', actions: ['payments:MakePayment', 'payments:Update*', 'invoicing:Get*'] },
      {
        task: 'Financing',
        actions: ['payments:CreateFinancingApplication', 'payments:AcceptFinancingApplicationTerms'],
      },
    ],
  },
  {
    area: 'Billing',
    page: 'Credits',
    see: [account, 'billing:Get*'],
    change: [
      { task: 'Redeem', actions: ['billing:RedeemCredits'] },
      { task: 'Share', actions: ['billing:UpdateBillingPreferences'] },
    ],
  },
  {
    area: 'Billing',
    page: 'Purchase orders',
    see: [
      account,
      'account:GetContactInformation',
      'payments:Get*',
      'payments:List*',
      'purchase-orders:ListPurchaseOrders',
      'purchase-orders:ListPurchaseOrderInvoices',
      'tax:ListTaxRegistrations',
      'consolidatedbilling:GetAccountBillingRole',
    ],
    change: [
      { task: 'Details', actions: ['purchase-orders:GetPurchaseOrder', 'invoicing:GetInvoicePDF'] },
      {
        task: 'Add, change, delete',
        actions: [
          'purchase-orders:AddPurchaseOrder',
          'purchase-orders:UpdatePurchaseOrder',
          'purchase-orders:UpdatePurchaseOrderStatus',
          'purchase-orders:DeletePurchaseOrder',
        ],
      },
      {
        task: 'Tags',
        actions: [
          'purchase-orders:ListTagsForResource',
          'purchase-orders:TagResource',
          'purchase-orders:UntagResource',
        ],
      },
    ],
  },
  {
    area: 'Billing',
    page: 'Cost and Usage Reports',
    see: ['cur:GetClassic*', 'cur:DescribeReportDefinitions'],
    change: [
      {
        task: 'Create, change, delete',
        actions: [
          'cur:Validate*',
          'cur:PutReportDefinition',
          'cur:ModifyReportDefinition',
          'cur:DeleteReportDefinition',
        ],
      },
      { task: 'Its bucket', actions: reportBucket },
    ],
  },
  {
    area: 'Billing',
    page: 'Usage reports (old)',
    see: ['cur:GetUsageReport'],
    change: [],
  },
  {
    area: 'Billing',
    page: 'Cost categories',
    see: [
      account,
      'ce:ListCostCategoryDefinitions',
      'ce:DescribeCostCategoryDefinition',
      'ce:GetCostAndUsage',
      'ce:ListTagsForResource',
      'consolidatedbilling:GetAccountBillingRole',
    ],
    change: [
      {
        task: 'Create, change, delete',
        actions: [
          'ce:CreateCostCategoryDefinition',
          'ce:UpdateCostCategoryDefinition',
          'ce:DeleteCostCategoryDefinition',
          'ce:TagResource',
          'ce:UntagResource',
        ],
      },
      {
        task: 'Choose what a rule is about',
        actions: [
          'ce:ListCostAllocationTags',
          'ce:GetDimensionValues',
          'ce:GetTags',
          'billing:Get*',
          'consolidatedbilling:List*',
          'pricing:DescribeServices',
        ],
      },
    ],
  },
  {
    area: 'Billing',
    page: 'Cost allocation tags',
    see: [account, 'ce:ListCostAllocationTags', 'consolidatedbilling:GetAccountBillingRole'],
    change: [
      { task: 'Activate', actions: ['ce:UpdateCostAllocationTagsStatus'] },
      {
        task: 'Backfill',
        actions: ['ce:StartCostAllocationTagBackfill', 'ce:ListCostAllocationTagBackfillHistory'],
      },
    ],
  },
  {
    area: 'Billing',
    page: 'Free Tier',
    see: ['billing:Get*', 'freetier:Get*'],
    change: [
      { task: 'Earn credits', actions: ['freetier:ListAccountActivities'] },
      { task: 'Move to the paid plan', actions: ['freetier:UpgradeAccountPlan'] },
    ],
  },
  {
    area: 'Billing',
    page: 'Billing preferences',
    see: [
      account,
      'billing:Get*',
      'consolidatedbilling:Get*',
      'consolidatedbilling:List*',
      'cur:GetClassic*',
      'cur:Validate*',
      'freetier:Get*',
      'invoicing:Get*',
    ],
    change: [
      { task: 'Alerts, sharing', actions: ['billing:Update*', 'freetier:Put*'] },
      { task: 'Invoices by email', actions: ['invoicing:PutInvoiceEmailDeliveryPreferences'] },
      { task: 'Old reports', actions: ['cur:PutClassic*', ...reportBucket] },
    ],
  },
  {
    area: 'Billing',
    page: 'Payment preferences',
    see: [account, 'billing:Get*', 'payments:GetPaymentInstrument', 'payments:GetPaymentStatus', 'payments:List*'],
    change: [
      {
        task: 'Add or remove a card or account',
        actions: ['payments:CreatePaymentInstrument', 'payments:DeletePaymentInstrument', 'payments:Update*'],
      },
      { task: 'Where the bank asks for a second factor', actions: ['payments:MakePayment'] },
    ],
  },
  {
    area: 'Billing',
    page: 'Tax settings',
    see: ['tax:List*', 'tax:Get*'],
    change: [
      { task: 'Change', actions: ['tax:BatchPut*', 'tax:Put*', 'tax:DeleteTaxRegistration'] },
      {
        task: 'Exemptions',
        actions: ['tax:UpdateExemptions', 'support:CreateCase', 'support:AddAttachmentsToSet'],
      },
    ],
  },
  {
    area: 'Billing',
    page: 'Account',
    see: ['account:Get*', 'account:List*', 'billing:Get*', 'payments:List*'],
    change: [
      {
        task: 'Name and contacts',
        actions: ['account:PutAccountName', 'account:PutContactInformation', 'account:PutAlternateContact'],
      },
      { task: 'Regions', actions: ['account:EnableRegion', 'account:DisableRegion'] },
      {
        task: 'IAM access to Billing',
        actions: ['billing:GetIAMAccessPreference', 'billing:UpdateIAMAccessPreference'],
      },
      { task: 'Close the account', actions: ['account:CloseAccount'] },
    ],
  },
  {
    area: 'Billing',
    page: 'Invoice units',
    see: ['invoicing:ListInvoiceUnits', 'invoicing:GetInvoiceUnit', 'invoicing:BatchGetInvoiceProfile'],
    change: [
      {
        task: 'Create, change, delete',
        actions: ['invoicing:CreateInvoiceUnit', 'invoicing:UpdateInvoiceUnit', 'invoicing:DeleteInvoiceUnit'],
      },
    ],
    inferred: true,
  },
  {
    area: 'Billing',
    page: 'Procurement portals',
    see: ['invoicing:ListProcurementPortal*', 'invoicing:GetProcurementPortalPreference'],
    change: [
      {
        task: 'Set up',
        actions: ['invoicing:CreateProcurementPortalPreference', 'invoicing:PutProcurementPortalPreference'],
      },
    ],
    inferred: true,
  },
  {
    area: 'Billing',
    page: 'Billing transfers',
    see: [
      'organizations:ListInboundResponsibilityTransfers',
      'organizations:ListOutboundResponsibilityTransfers',
      'organizations:DescribeResponsibilityTransfer',
    ],
    change: [
      { task: 'Invite', actions: ['organizations:InviteOrganizationToTransferResponsibility'] },
      { task: 'Answer', actions: ['organizations:AcceptHandshake', 'organizations:DeclineHandshake'] },
      {
        task: 'Rename, end',
        actions: ['organizations:UpdateResponsibilityTransfer', 'organizations:TerminateResponsibilityTransfer'],
      },
    ],
  },
  {
    area: 'Billing',
    page: 'Billing Conductor',
    see: ['billingconductor:List*', 'billingconductor:Get*', 'organizations:ListAccounts'],
    change: [
      {
        task: 'Groups, plans, rules',
        actions: [
          'billingconductor:Create*',
          'billingconductor:Update*',
          'billingconductor:Associate*',
          'billingconductor:Delete*',
        ],
      },
    ],
    inferred: true,
  },
  {
    area: 'Cost management',
    page: 'Home',
    see: [
      'ce:GetCostAndUsage',
      'ce:GetDimensionValues',
      'ce:GetCostForecast',
      'ce:GetReservationUtilization',
      'ce:GetReservationPurchaseRecommendation',
      'ce:DescribeReport',
    ],
    change: [],
  },
  {
    area: 'Cost management',
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
  },
  {
    area: 'Cost management',
    page: 'Reports',
    see: ['ce:DescribeReport'],
    change: [{ task: 'Delete', actions: ['ce:DeleteReport'] }],
  },
  {
    area: 'Cost management',
    page: 'Dashboards',
    see: ['bcm-dashboards:List*', 'bcm-dashboards:Get*', 'ce:GetCostAndUsage'],
    change: [
      {
        task: 'Create, change, delete',
        actions: ['bcm-dashboards:CreateDashboard', 'bcm-dashboards:UpdateDashboard', 'bcm-dashboards:DeleteDashboard'],
      },
      { task: 'Reports by email', actions: ['bcm-dashboards:CreateScheduledReport'] },
    ],
    inferred: true,
  },
  {
    area: 'Cost management',
    page: 'Budgets',
    see: ['budgets:ViewBudget', 'budgets:Describe*'],
    change: [
      { task: 'Create, change, delete', actions: ['budgets:ModifyBudget'] },
      {
        task: 'Budget actions',
        actions: [
          'budgets:CreateBudgetAction',
          'budgets:UpdateBudgetAction',
          'budgets:DeleteBudgetAction',
          'budgets:ExecuteBudgetAction',
          'iam:PassRole',
        ],
      },
    ],
  },
  {
    area: 'Cost management',
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
        task: 'Monitors',
        actions: ['ce:CreateAnomalyMonitor', 'ce:UpdateAnomalyMonitor', 'ce:DeleteAnomalyMonitor'],
      },
      {
        task: 'Alerts',
        actions: ['ce:CreateAnomalySubscription', 'ce:UpdateAnomalySubscription', 'ce:DeleteAnomalySubscription'],
      },
      { task: 'Say whether it was one', actions: ['ce:ProvideAnomalyFeedback'] },
    ],
  },
  {
    area: 'Cost management',
    page: 'Cost Optimization Hub',
    see: ['cost-optimization-hub:List*', 'cost-optimization-hub:Get*'],
    change: [
      {
        task: 'Opt in',
        actions: ['cost-optimization-hub:UpdateEnrollmentStatus', 'iam:CreateServiceLinkedRole'],
      },
      { task: 'Preferences', actions: ['cost-optimization-hub:UpdatePreferences'] },
    ],
    inferred: true,
  },
  {
    area: 'Cost management',
    page: 'Rightsizing',
    see: ['ce:GetRightsizingRecommendation', 'ce:GetDimensionValues', 'ce:GetTags'],
    change: [],
  },
  {
    area: 'Cost management',
    page: 'Savings Plans',
    see: [
      'ce:GetSavingsPlans*',
      'ce:ListSavingsPlansPurchaseRecommendationGeneration',
      'savingsplans:DescribeSavingsPlans',
      'savingsplans:DescribeSavingsPlansOfferings',
    ],
    change: [
      { task: 'Buy', actions: ['savingsplans:CreateSavingsPlan'] },
      { task: 'Give back', actions: ['savingsplans:ReturnSavingsPlan'] },
      { task: 'New recommendations', actions: ['ce:StartSavingsPlansPurchaseRecommendationGeneration'] },
      {
        task: 'Purchase analyzer',
        actions: ['ce:StartCommitmentPurchaseAnalysis', 'ce:GetCommitmentPurchaseAnalysis'],
      },
    ],
  },
  {
    area: 'Cost management',
    page: 'Reservations',
    see: ['ce:GetReservation*', 'ce:DescribeReport', 'ce:GetDimensionValues', 'ce:GetCostCategories'],
    change: [
      {
        task: 'Alerts',
        actions: [
          'ce:CreateNotificationSubscription',
          'ce:UpdateNotificationSubscription',
          'ce:DeleteNotificationSubscription',
        ],
      },
    ],
  },
  {
    area: 'Cost management',
    page: 'Pricing Calculator',
    see: ['bcm-pricing-calculator:List*', 'bcm-pricing-calculator:Get*'],
    change: [
      {
        task: 'Estimate',
        actions: ['bcm-pricing-calculator:Create*', 'bcm-pricing-calculator:Update*', 'bcm-pricing-calculator:Delete*'],
      },
    ],
    inferred: true,
  },
  {
    area: 'Cost management',
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
  },
  {
    area: 'Cost management',
    page: 'Billing View',
    see: ['billing:ListBillingViews', 'billing:GetBillingView', 'billing:GetBillingViewData'],
    change: [
      {
        task: 'Create, change, delete',
        actions: ['billing:CreateBillingView', 'billing:UpdateBillingView', 'billing:DeleteBillingView'],
      },
      { task: 'Share', actions: ['billing:GetResourcePolicy', 'billing:PutResourcePolicy'] },
    ],
    inferred: true,
  },
  {
    area: 'Cost management',
    page: 'Preferences',
    see: ['ce:GetPreferences'],
    change: [{ task: 'Change', actions: ['ce:UpdatePreferences'] }],
  },
  {
    area: 'Beside Billing',
    page: 'Support plans',
    see: ['supportplans:GetSupportPlan', 'supportplans:GetSupportPlanUpdateStatus'],
    change: [
      { task: 'Change the plan', actions: ['supportplans:StartSupportPlanUpdate'] },
      { task: 'Cases', actions: ['support:CreateCase', 'support:DescribeCases'] },
    ],
    inferred: true,
  },
  {
    area: 'Beside Billing',
    page: 'Marketplace subscriptions',
    see: ['aws-marketplace:ViewSubscriptions'],
    change: [{ task: 'Subscribe, end', actions: ['aws-marketplace:Subscribe', 'aws-marketplace:Unsubscribe'] }],
    inferred: true,
  },
  {
    area: 'Beside Billing',
    page: 'Carbon footprint',
    see: ['sustainability:GetCarbonFootprintSummary', 'sustainability:GetEstimated*'],
    change: [],
    inferred: true,
  },
  {
    area: 'Beside Billing',
    page: 'Compute Optimizer',
    see: ['compute-optimizer:Get*', 'compute-optimizer:Describe*'],
    change: [{ task: 'Opt in', actions: ['compute-optimizer:UpdateEnrollmentStatus', 'iam:CreateServiceLinkedRole'] }],
    inferred: true,
  },
]
