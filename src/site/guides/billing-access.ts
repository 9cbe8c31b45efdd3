import { matches } from '../../iam/index.ts'
import { servicesOfBilling } from '../../reference/index.ts'
import { rowsNamed } from '../articles/opened-pages.ts'
import { type Answers, answerTo, document, type Field, type Guide, type Probe, type Written } from './guide.ts'

interface Level {
  readonly label: string
  /** Rows of the table of Billing pages, or services of which everything is allowed. */
  readonly actions: readonly string[]
  readonly says: string
}

/** The actions of rows of the table, without those that a pattern covers. */
function actionsOfRows(...names: readonly string[]): readonly string[] {
  const all = [...new Set(rowsNamed(names).flatMap(({ actions }) => actions))]
  const isCovered = (action: string): boolean =>
    all.some((pattern) => pattern !== action && pattern.endsWith('*') && matches(pattern, action))
  return all.filter((action) => !isCovered(action)).toSorted()
}

const billsAndInvoices = ['bills', 'bills/download-an-invoice']
const costs = ['cost-explorer', 'reports']
/** What someone sees who may see everything. */
const look = [
  ...billsAndInvoices,
  ...costs,
  'billing-home',
  'payments',
  'credits',
  'purchase-orders',
  'purchase-orders/see-details',
  'cost-and-usage-reports',
  'cost-categories',
  'cost-allocation-tags',
  'free-tier',
  'billing-preferences',
  'payment-preferences',
  'tax-settings',
  'account',
  'cost-management-home',
  'dashboards',
  'budgets',
  'cost-anomaly-detection',
  'savings-plans-overview',
  'savings-plans-inventory',
  'savings-plans-utilization',
  'savings-plans-coverage',
  'reservations-overview',
  'reservations-utilization',
  'reservations-coverage',
  'data-exports',
  'billing-view',
  'cost-management-preferences',
]

const levels: ReadonlyMap<string, Level> = new Map([
  ['read', { label: 'See everything, change nothing', actions: actionsOfRows(...look), says: 'SeeBilling' }],
  [
    'finance',
    {
      label: 'Finance: see everything, pay, manage payment methods and tax settings',
      actions: actionsOfRows(
        ...look,
        'payments/pay-request-funds',
        'payment-preferences/add-change-remove-a-payment-method',
        'tax-settings/change-registration-numbers',
        'tax-settings/change-inheritance',
        'purchase-orders/add-change-delete',
        'billing-preferences/get-invoices-by-email',
      ),
      says: 'SeeAndPay',
    },
  ],
  [
    'full',
    {
      label: 'Everything in Billing, except closing the account',
      actions: ['account:Get*', 'account:List*', ...servicesOfBilling().map((service) => `${service}:*`)],
      says: 'AllOfBilling',
    },
  ],
  [
    'budgets',
    {
      label: 'Budgets, and the costs behind them',
      actions: actionsOfRows('budgets', 'budgets/create-change-delete', 'budgets/tag', ...costs),
      says: 'Budgets',
    },
  ],
  ['invoices', { label: 'Bills and invoices', actions: actionsOfRows(...billsAndInvoices), says: 'Invoices' }],
  ['costs', { label: 'Cost Explorer only', actions: actionsOfRows(...costs), says: 'Costs' }],
])

const who: Field = {
  id: 'who',
  label: 'How do they sign in?',
  options: [
    { value: 'identity-center', label: 'Through IAM Identity Center (best)' },
    { value: 'group', label: 'As IAM users, in a group' },
    { value: 'role', label: 'With a role' },
  ],
  initial: 'identity-center',
}
const level: Field = {
  id: 'level',
  label: 'What should they be able to do?',
  options: [...levels].map(([value, { label }]) => ({ value, label })),
  initial: 'read',
}
const name: Field = {
  id: 'name',
  label: 'What is the permission set, group, or role called?',
  initial: 'Finance',
  complaint: (value) =>
    /^[\w+=,.@-]{1,32}$/.test(value) ? undefined : 'Up to 32 letters, digits and + = , . @ - _, no spaces',
}

/** Tasks in Billing, and the action that each one needs. */
const tasks: readonly (readonly [what: string, action: string, allowedFor: readonly string[]])[] = [
  ['look at the bill', 'billing:GetBillingData', ['read', 'finance', 'full', 'invoices']],
  ['download an invoice', 'invoicing:GetInvoicePDF', ['read', 'finance', 'full', 'invoices']],
  ['use Cost Explorer', 'ce:GetCostAndUsage', ['read', 'finance', 'full', 'budgets', 'costs']],
  ['look at budgets', 'budgets:ViewBudget', ['read', 'finance', 'full', 'budgets']],
  ['create or change a budget', 'budgets:ModifyBudget', ['full', 'budgets']],
  ['pay an invoice', 'payments:MakePayment', ['finance', 'full']],
  ['add a payment method', 'payments:CreatePaymentInstrument', ['finance', 'full']],
  ['change tax settings', 'tax:PutTaxRegistration', ['finance', 'full']],
  ['close the account', 'account:CloseAccount', []],
]

/** Lets others into Billing: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html */
export const billingAccess: Guide = {
  id: 'billing-access',
  title: 'Let others access Billing',
  intro:
    'Answer three questions. The policy is written as you answer, and checked at once: you see who can do what before you put it in place.',
  article: 'billing/let-others-in',
  fields: [who, level, name],
  plan: (answers) => ({
    documents: [written(answers)],
    probes: tasks.map((task) => probe(answers, task)),
    also: [
      'IAM access to Billing must be turned on: the root user activates “IAM user and role access to Billing information” on the Account page, once.',
      'In an organization, a service control policy (SCP) can still deny access. Paste it into the checker together with this policy.',
      ...(answerTo(answers, level) === 'costs' || answerTo(answers, level) === 'budgets'
        ? ['The management account must have opened Cost Explorer once.']
        : []),
    ],
  }),
}

function written(answers: Answers): Written {
  const wanted = levels.get(answerTo(answers, level))
  const statement = { Sid: wanted?.says, Effect: 'Allow', Action: wanted?.actions, Resource: '*' }
  const called = answerTo(answers, name).trim()
  const base = { title: `${called} in Billing`, policyType: 'identity', text: document(statement) } as const
  switch (answerTo(answers, who)) {
    case 'group':
      return {
        ...base,
        where: `In the IAM console open User groups, ${called}, Permissions, Add permissions, Create inline policy, JSON.`,
        command: `aws iam put-group-policy --group-name ${called} --policy-name Billing --policy-document file://policy.json`,
      }
    case 'role':
      return {
        ...base,
        where: `In the IAM console open Roles, ${called}, Add permissions, Create inline policy, JSON.`,
        command: `aws iam put-role-policy --role-name ${called} --policy-name Billing --policy-document file://policy.json`,
      }
    default:
      return {
        ...base,
        where: `In IAM Identity Center open Permission sets, create ${called} as a custom permission set, put this into its inline policy, and assign it to a group for this account.`,
        command:
          'aws sso-admin put-inline-policy-to-permission-set --instance-arn <INSTANCE_ARN> --permission-set-arn <PERMISSION_SET_ARN> --inline-policy file://policy.json',
      }
  }
}

const account = '111122223333'

function probe(answers: Answers, [what, action, allowedFor]: (typeof tasks)[number]): Probe {
  const called = answerTo(answers, name).trim()
  const principals: Readonly<Record<string, string>> = {
    group: `arn:aws:iam::${account}:user/member-of-${called}`,
    role: `arn:aws:sts::${account}:assumed-role/${called}/mateojackson`,
  }
  const principal =
    principals[answerTo(answers, who)] ??
    `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_${called}_0123456789abcdef/mateojackson`
  const resource = action.startsWith('budgets:') ? `arn:aws:budgets::${account}:budget/monthly` : '*'
  return {
    who: called,
    what,
    request: { principal, action, resource, contextIs: 'complete' },
    wanted: allowedFor.includes(answerTo(answers, level)) ? 'allowed' : 'denied',
  }
}
