/**
 * The services behind the Billing console's pages. Users and roles need "IAM user and role access to Billing information" for them.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html
 */
export const billingServices: ReadonlySet<string> = new Set([
  'aws-portal',
  'bcm-data-exports',
  'bcm-pricing-calculator',
  'billing',
  'billingconductor',
  'budgets',
  'ce',
  'consolidatedbilling',
  'cur',
  'freetier',
  'invoicing',
  'payments',
  'purchase-orders',
  'tax',
])

/** Does this action, "service:Action", need IAM access to Billing to be activated? */
export const needsBillingAccess = (action: string): boolean =>
  billingServices.has(action.trim().toLowerCase().split(':', 1)[0] ?? '')
