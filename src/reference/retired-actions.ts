import { matches } from '../iam/index.ts'

/** An action that does nothing any more, and what took its place. */
export interface RetiredAction {
  /** "aws-portal:ViewBilling" */
  readonly action: string
  /** Empty where AWS checks nothing in its place. */
  readonly replacedBy: readonly string[]
}

/** https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-iam-mapping-reference.html, the most used of each */
const retired: readonly RetiredAction[] = [
  {
    action: 'aws-portal:ViewAccount',
    replacedBy: [
      'account:GetAccountInformation',
      'account:GetAlternateContact',
      'account:GetContactInformation',
      'billing:GetContractInformation',
      'billing:GetIAMAccessPreference',
      'billing:GetSellerOfRecord',
      'payments:ListPaymentPreferences',
    ],
  },
  {
    action: 'aws-portal:ModifyAccount',
    replacedBy: [
      'account:CloseAccount',
      'account:PutAlternateContact',
      'account:DeleteAlternateContact',
      'account:PutContactInformation',
      'billing:PutContractInformation',
      'billing:UpdateIAMAccessPreference',
      'payments:UpdatePaymentPreferences',
    ],
  },
  {
    action: 'aws-portal:ViewBilling',
    replacedBy: [
      'billing:GetBillingData',
      'billing:GetBillingDetails',
      'billing:GetBillingPreferences',
      'ce:GetCostAndUsage',
      'consolidatedbilling:GetAccountBillingRole',
      'freetier:GetFreeTierUsage',
      'invoicing:ListInvoiceSummaries',
      'invoicing:GetInvoicePDF',
      'payments:GetPaymentStatus',
      'tax:ListTaxRegistrations',
    ],
  },
  {
    action: 'aws-portal:ModifyBilling',
    replacedBy: [
      'billing:UpdateBillingPreferences',
      'billing:RedeemCredits',
      'ce:CreateReport',
      'payments:MakePayment',
      'payments:UpdatePaymentPreferences',
      'tax:BatchPutTaxRegistration',
    ],
  },
  {
    action: 'aws-portal:ViewPaymentMethods',
    replacedBy: [
      'account:GetAccountInformation',
      'invoicing:GetInvoicePDF',
      'payments:GetPaymentInstrument',
      'payments:GetPaymentStatus',
      'payments:ListPaymentPreferences',
    ],
  },
  {
    action: 'aws-portal:ModifyPaymentMethods',
    replacedBy: [
      'account:GetAccountInformation',
      'payments:CreatePaymentInstrument',
      'payments:DeletePaymentInstrument',
      'payments:MakePayment',
      'payments:UpdatePaymentPreferences',
    ],
  },
  {
    action: 'aws-portal:ViewUsage',
    replacedBy: ['cur:GetUsageReport'],
  },
  {
    action: 'purchase-orders:ViewPurchaseOrders',
    replacedBy: [
      'purchase-orders:GetPurchaseOrder',
      'purchase-orders:ListPurchaseOrders',
      'purchase-orders:ListPurchaseOrderInvoices',
      'invoicing:GetInvoicePDF',
      'payments:ListPaymentPreferences',
    ],
  },
  {
    action: 'purchase-orders:ModifyPurchaseOrders',
    replacedBy: [
      'purchase-orders:AddPurchaseOrder',
      'purchase-orders:UpdatePurchaseOrder',
      'purchase-orders:UpdatePurchaseOrderStatus',
      'purchase-orders:DeletePurchaseOrder',
    ],
  },
  // https://docs.aws.amazon.com/agent-toolkit/latest/userguide/security_iam_troubleshoot.html (2026-11-28): the services that the server calls decide
  { action: 'aws-mcp:InvokeMcp', replacedBy: [] },
  { action: 'aws-mcp:CallReadOnlyTool', replacedBy: [] },
  { action: 'aws-mcp:CallReadWriteTool', replacedBy: [] },
]

/** Every retired action, for the reference pages and the checks. */
export const retiredActions: readonly RetiredAction[] = retired

const byName: ReadonlyMap<string, RetiredAction> = new Map(retired.map((each) => [each.action.toLowerCase(), each]))

/** Services whose actions are retired, all that anyone used. */
const retiredServices = ['aws-portal:', 'aws-mcp:'] as const

/** Looks up an action as a policy writes it: a retired one, or a pattern over a service that has little else ("aws-portal:*"). */
export function findRetired(action: string): RetiredAction | undefined {
  const asked = action.trim().toLowerCase()
  if (!retiredServices.some((service) => asked.startsWith(service))) return byName.get(asked)
  const covered = retired.filter((each) => matches(asked, each.action.toLowerCase()))
  return covered.length > 0
    ? { action, replacedBy: [...new Set(covered.flatMap(({ replacedBy }) => replacedBy))] }
    : undefined
}
