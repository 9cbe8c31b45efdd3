import type { BillingPage } from './billing-page.ts'

const reportBucket = ['s3:ListAllMyBuckets', 's3:CreateBucket', 's3:PutBucketPolicy', 's3:GetBucketLocation']

/**
 * The pages of the Billing area. https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html,
 * the recommended actions: https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html,
 * invoice units: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/billing-example-policies.html,
 * Billing Conductor: https://docs.aws.amazon.com/billingconductor/latest/userguide/security_iam_id-based-policy-examples.html,
 * the account setting: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html. Checked on 2026-11-28
 */
export const pagesOfBilling: readonly BillingPage[] = [
  {
    area: 'Billing',
    page: 'Billing home',
    see: ['account:GetAccountInformation', 'billing:Get*', 'payments:List*', 'tax:List*'],
    change: [
      { task: 'See recommended actions', actions: ['bcm-recommended-actions:ListRecommendedActions'] },
      {
        task: 'See recommendations about payments',
        actions: ['payments:ListPaymentPreferences', 'payments:GetPaymentInstrument', 'payments:GetPaymentStatus'],
      },
      { task: 'See recommendations about tax', actions: ['tax:GetTaxRegistration', 'tax:GetExemptions'] },
      {
        task: 'See recommendations about old policies',
        actions: [
          'aws-portal:GetConsoleActionSetEnforced',
          'ce:GetConsoleActionSetEnforced',
          'purchase-orders:GetConsoleActionSetEnforced',
        ],
      },
      {
        task: 'See recommendations about budgets',
        actions: ['budgets:ViewBudget'],
      },
      {
        task: 'See recommendations about usage',
        actions: [
          'freetier:GetFreeTierUsage',
          'ce:GetAnomalies',
          'ce:GetAnomalyMonitors',
          'ce:GetReservationUtilization',
          'ce:GetSavingsPlansUtilizationDetails',
        ],
      },
      {
        task: 'See recommendations about savings',
        actions: ['cost-optimization-hub:ListEnrollmentStatuses', 'cost-optimization-hub:ListRecommendationSummaries'],
      },
      { task: 'See recommendations about contacts', actions: ['account:GetAlternateContact'] },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Billing',
    page: 'Bills',
    see: [
      'account:GetAccountInformation',
      'billing:Get*',
      'consolidatedbilling:Get*',
      'consolidatedbilling:List*',
      'invoicing:List*',
      'payments:List*',
    ],
    change: [
      { task: 'Download an invoice', actions: ['invoicing:Get*'] },
      { task: 'Download a CSV file', actions: ['cur:Get*'] },
      { task: 'Choose a billing group or view', actions: ['billing:ListBillingViews'] },
      {
        task: 'Correct the company, address, or purchase order of an invoice',
        actions: [
          'invoicing:StartInvoiceCorrection',
          'invoicing:GetInvoiceCorrection',
          'invoicing:ListInvoiceCorrections',
        ],
      },
    ],
    iamAccess: 'needed',
    only: 'Charges by account: management account. A member account sees its own charges.',
  },
  {
    area: 'Billing',
    page: 'Payments',
    see: ['account:GetAccountInformation', 'billing:Get*', 'payments:Get*', 'payments:List*'],
    change: [
      { task: 'Pay, request funds', actions: ['payments:MakePayment', 'invoicing:Get*'] },
      { task: 'Use Advance Pay', actions: ['payments:Update*'] },
      { task: 'Download an invoice', actions: ['invoicing:Get*'] },
      {
        task: 'Apply for financing',
        actions: [
          'payments:GetFinancingOption',
          'payments:CreateFinancingApplication',
          'payments:UpdateFinancingApplication',
          'payments:AcceptFinancingApplicationTerms',
        ],
      },
    ],
    iamAccess: 'needed',
    only: 'The management account, or an account without an organization.',
  },
  {
    area: 'Billing',
    page: 'Credits',
    see: ['account:GetAccountInformation', 'billing:Get*'],
    change: [
      { task: 'Redeem', actions: ['billing:RedeemCredits'] },
      { task: 'Share', actions: ['billing:UpdateBillingPreferences'] },
    ],
    iamAccess: 'needed',
    only: 'Sharing: management account.',
  },
  {
    area: 'Billing',
    page: 'Purchase orders',
    see: [
      'account:GetAccountInformation',
      'account:GetContactInformation',
      'payments:Get*',
      'payments:List*',
      'purchase-orders:ListPurchaseOrders',
      'purchase-orders:ListPurchaseOrderInvoices',
      'tax:ListTaxRegistrations',
      'consolidatedbilling:GetAccountBillingRole',
    ],
    change: [
      { task: 'See details', actions: ['purchase-orders:GetPurchaseOrder', 'invoicing:GetInvoicePDF'] },
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
        task: 'Tag',
        actions: [
          'purchase-orders:ListTagsForResource',
          'purchase-orders:TagResource',
          'purchase-orders:UntagResource',
        ],
      },
    ],
    iamAccess: 'needed',
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
      { task: 'Prepare the bucket', actions: [...reportBucket] },
      { task: 'Choose a billing group or view', actions: ['billing:ListBillingViews'] },
      { task: 'Download a usage report', actions: ['cur:GetUsage*'] },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Billing',
    page: 'Cost categories',
    see: [
      'account:GetAccountInformation',
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
        task: 'Choose values for a rule',
        actions: [
          'ce:ListCostAllocationTags',
          'ce:GetDimensionValues',
          'ce:GetTags',
          'billing:Get*',
          'consolidatedbilling:List*',
          'pricing:DescribeServices',
        ],
      },
      { task: 'List associated resources', actions: ['ce:ListCostCategoryResourceAssociations'] },
    ],
    iamAccess: 'needed',
    only: 'Management account, or an account without an organization.',
  },
  {
    area: 'Billing',
    page: 'Cost allocation tags',
    see: ['account:GetAccountInformation', 'ce:ListCostAllocationTags', 'consolidatedbilling:GetAccountBillingRole'],
    change: [
      { task: 'Activate, deactivate', actions: ['ce:UpdateCostAllocationTagsStatus'] },
      { task: 'Backfill', actions: ['ce:StartCostAllocationTagBackfill', 'ce:ListCostAllocationTagBackfillHistory'] },
    ],
    iamAccess: 'needed',
    only: 'Management account, or an account without an organization. AWS denies member accounts, whatever their policies allow.',
  },
  {
    area: 'Billing',
    page: 'Free Tier',
    see: ['billing:Get*', 'freetier:Get*'],
    change: [
      { task: 'Earn credits', actions: ['freetier:ListAccountActivities'] },
      { task: 'Upgrade to the paid plan', actions: ['freetier:UpgradeAccountPlan'] },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Billing',
    page: 'Billing preferences',
    see: [
      'account:GetAccountInformation',
      'billing:Get*',
      'consolidatedbilling:Get*',
      'consolidatedbilling:List*',
      'cur:GetClassic*',
      'cur:Validate*',
      'freetier:Get*',
      'invoicing:Get*',
    ],
    change: [
      { task: 'Change alerts and sharing', actions: ['billing:UpdateBillingPreferences', 'freetier:Put*'] },
      { task: 'Get invoices by email', actions: ['invoicing:PutInvoiceEmailDeliveryPreferences'] },
      {
        task: 'Set up a procurement portal',
        actions: [
          'invoicing:ListProcurementPortalPreferences',
          'invoicing:GetProcurementPortalPreference',
          'invoicing:CreateProcurementPortalPreference',
          'invoicing:PutProcurementPortalPreference',
          'invoicing:UpdateProcurementPortalPreferenceStatus',
          'invoicing:DeleteProcurementPortalPreference',
        ],
      },
      { task: 'Change old reports', actions: ['cur:PutClassic*', ...reportBucket] },
    ],
    iamAccess: 'needed',
    only: 'Sharing of credits and discounts, and old reports: management account.',
  },
  {
    area: 'Billing',
    page: 'Payment preferences',
    see: [
      'account:GetAccountInformation',
      'billing:Get*',
      'payments:GetPaymentInstrument',
      'payments:GetPaymentStatus',
      'payments:List*',
    ],
    change: [
      {
        task: 'Add, change, remove a payment method',
        actions: [
          'payments:CreatePaymentInstrument',
          'payments:DeletePaymentInstrument',
          'payments:Update*',
          'payments:MakePayment',
        ],
      },
      {
        task: 'Change the tax registration number',
        actions: [
          'tax:PutTaxRegistration',
          'tax:Delete*',
          'payments:UpdatePaymentPreferences',
          'payments:CreatePaymentInstrument',
        ],
      },
      { task: 'Change payment profiles', actions: ['payments:Update*'] },
      {
        task: 'Tag payment methods',
        actions: ['payments:ListTagsForResource', 'payments:TagResource', 'payments:UntagResource'],
      },
    ],
    iamAccess: 'needed',
    only: 'The management account, or an account without an organization.',
  },
  {
    area: 'Billing',
    page: 'Tax settings',
    see: ['tax:List*', 'tax:Get*'],
    change: [
      { task: 'Change registration numbers', actions: ['tax:BatchPut*', 'tax:DeleteTaxRegistration'] },
      { task: 'Change inheritance', actions: ['tax:Put*'] },
      {
        task: 'Manage exemptions',
        actions: ['tax:UpdateExemptions', 'support:CreateCase', 'support:AddAttachmentsToSet'],
      },
    ],
    iamAccess: 'needed',
  },
  {
    area: 'Billing',
    page: 'Account',
    see: ['account:Get*', 'account:List*', 'billing:Get*', 'payments:List*'],
    change: [
      { task: 'Change the name', actions: ['account:PutAccountName'] },
      { task: 'Change contact information', actions: ['account:PutContactInformation'] },
      { task: 'Change alternate contacts', actions: ['account:PutAlternateContact', 'account:DeleteAlternateContact'] },
      { task: 'Turn Regions on or off', actions: ['account:EnableRegion', 'account:DisableRegion'] },
      { task: 'Change public sector contract data', actions: ['billing:PutContractInformation'] },
      { task: 'Change currency and billing contact', actions: ['payments:Update*'] },
      { task: 'See the IAM access setting', actions: ['billing:GetIAMAccessPreference'] },
      { task: 'Close a member account from the management account', actions: ['organizations:CloseAccount'] },
    ],
    iamAccess: 'not stated',
    only: 'Root email address, root password, IAM access to Billing, and closing the account you are signed in to: root user.',
  },
  {
    area: 'Billing',
    page: 'Invoice configuration',
    see: ['invoicing:ListInvoiceUnits', 'invoicing:GetInvoiceUnit', 'invoicing:BatchGetInvoiceProfile'],
    change: [
      {
        task: 'Create, change, delete invoice units',
        actions: ['invoicing:CreateInvoiceUnit', 'invoicing:UpdateInvoiceUnit', 'invoicing:DeleteInvoiceUnit'],
      },
      { task: 'Tag', actions: ['invoicing:ListTagsForResource', 'invoicing:TagResource', 'invoicing:UntagResource'] },
    ],
    iamAccess: 'not stated',
    only: 'Management account. Invoice receivers only download.',
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
      {
        task: 'Invite',
        actions: [
          'organizations:InviteOrganizationToTransferResponsibility',
          'billingconductor:CreateBillingGroup',
          'billingconductor:ListPricingPlans',
        ],
      },
      { task: 'Accept, decline', actions: ['organizations:AcceptHandshake', 'organizations:DeclineHandshake'] },
      {
        task: 'Rename, end',
        actions: ['organizations:UpdateResponsibilityTransfer', 'organizations:TerminateResponsibilityTransfer'],
      },
    ],
    iamAccess: 'not stated',
    only: 'The management accounts of both organizations.',
  },
  {
    area: 'Billing',
    page: 'Billing Conductor',
    see: ['billingconductor:List*', 'organizations:ListAccounts', 'pricing:DescribeServices'],
    change: [
      { task: 'See a group’s cost report', actions: ['billingconductor:GetBillingGroupCostReport'] },
      {
        task: 'Change groups, plans, and rules',
        actions: [
          'billingconductor:Create*',
          'billingconductor:Update*',
          'billingconductor:Associate*',
          'billingconductor:Disassociate*',
          'billingconductor:BatchAssociate*',
          'billingconductor:BatchDisassociate*',
          'billingconductor:Delete*',
          'organizations:DescribeAccount',
        ],
      },
    ],
    iamAccess: 'not stated',
    only: 'Management account.',
  },
]
