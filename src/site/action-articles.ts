/** Articles about one action, or about a service and its related services. The longest matching prefix wins. */
export const actionArticles: ReadonlyMap<string, string> = new Map([
  ['account:closeaccount', 'billing/close-account'],
  ['aws-marketplace:', 'billing/marketplace'],
  ['aws-portal:', 'billing/retired-actions'],
  ['bcm-data-exports:', 'billing/data-exports'],
  ['billing:', 'billing/not-authorized'],
  ['billing:getcredit', 'billing/credits'],
  ['billing:redeemcredits', 'billing/credits'],
  ['billing:getbillingpreferences', 'billing/preferences'],
  ['billing:updatebillingpreferences', 'billing/preferences'],
  ['billing:updateiamaccesspreference', 'billing/activate-iam-access'],
  ['billingconductor:', 'billing/billing-conductor'],
  ['budgets:', 'billing/budgets'],
  ['ce:', 'billing/cost-explorer'],
  ['ce:createanomaly', 'billing/cost-anomalies'],
  ['ce:deleteanomaly', 'billing/cost-anomalies'],
  ['ce:getanomal', 'billing/cost-anomalies'],
  ['ce:updateanomaly', 'billing/cost-anomalies'],
  ['compute-optimizer:', 'billing/cost-optimization-hub'],
  ['consolidatedbilling:', 'billing/member-accounts'],
  ['cost-optimization-hub:', 'billing/cost-optimization-hub'],
  ['cur:', 'billing/data-exports'],
  ['eks-auth:', 'roles/eks-pod-identity'],
  ['freetier:', 'billing/free-tier'],
  ['iam:createaccesskey', 'credentials/create-access-key'],
  ['iam:createservicelinkedrole', 'roles/service-linked-roles'],
  ['iam:getaccesskeylastused', 'credentials/last-used'],
  ['iam:listaccesskeys', 'credentials/view-access-keys'],
  ['iam:passrole', 'roles/pass-role'],
  ['invoicing:', 'billing/payments-and-invoices'],
  ['kms:', 'policies/kms-key'],
  ['lakeformation:', 'messages/lake-formation'],
  ['organizations:describeresponsibilitytransfer', 'billing/billing-transfer'],
  ['organizations:inviteorganizationtotransferresponsibility', 'billing/billing-transfer'],
  ['organizations:listinboundresponsibilitytransfers', 'billing/billing-transfer'],
  ['organizations:listoutboundresponsibilitytransfers', 'billing/billing-transfer'],
  ['organizations:terminateresponsibilitytransfer', 'billing/billing-transfer'],
  ['organizations:updateresponsibilitytransfer', 'billing/billing-transfer'],
  ['payments:', 'billing/payments-and-invoices'],
  ['purchase-orders:', 'billing/purchase-orders'],
  ['rds-db:', 'messages/databases'],
  ['savingsplans:', 'billing/savings-plans'],
  ['sts:decodeauthorizationmessage', 'messages/encoded-message'],
  ['sts:tagsession', 'roles/session-tags'],
  ['support:', 'billing/support'],
  ['supportplans:', 'billing/support'],
  ['tax:', 'billing/tax-settings'],
  ['trustedadvisor:', 'billing/support'],
])

const starts = [...actionArticles.keys()].sort((a, b) => b.length - a.length)

/** The article about an action, "ce:GetAnomalies"; undefined where there is none of its own. */
export function actionArticle(action: string | undefined): string | undefined {
  const asked = action?.trim().toLowerCase()
  const start = asked && starts.find((each) => asked.startsWith(each))
  return start ? actionArticles.get(start) : undefined
}
