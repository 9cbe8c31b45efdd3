import { type Answers, answerTo, document, type Field, type Guide, type Probe, type Written } from './guide.ts'

interface Level {
  readonly label: string
  readonly actions: readonly string[]
  readonly says: string
}

const look = [
  'account:GetAccountInformation',
  'billing:Get*',
  'billing:List*',
  'budgets:Describe*',
  'budgets:ViewBudget',
  'ce:Describe*',
  'ce:Get*',
  'ce:List*',
  'consolidatedbilling:GetAccountBillingRole',
  'consolidatedbilling:ListLinkedAccounts',
  'cur:Describe*',
  'cur:Get*',
  'freetier:Get*',
  'invoicing:Get*',
  'invoicing:List*',
  'payments:Get*',
  'payments:List*',
  'purchase-orders:Get*',
  'purchase-orders:List*',
  'tax:Get*',
  'tax:List*',
]
const invoices = ['billing:GetSellerOfRecord', 'invoicing:Get*', 'invoicing:List*']
const budgets = [
  'budgets:Describe*',
  'budgets:ListTagsForResource',
  'budgets:ModifyBudget',
  'budgets:ViewBudget',
  'ce:Get*',
]

const levels: ReadonlyMap<string, Level> = new Map([
  ['read', { label: 'See everything, change nothing', actions: look, says: 'SeeBilling' }],
  [
    'finance',
    {
      label: 'Finance: see everything, pay, manage ways to pay and tax settings',
      actions: [
        ...look,
        'invoicing:PutInvoiceEmailDeliveryPreferences',
        'payments:*',
        'purchase-orders:Add*',
        'purchase-orders:Update*',
        'tax:BatchPutTaxRegistration',
        'tax:PutTaxRegistration',
      ],
      says: 'SeeAndPay',
    },
  ],
  [
    'full',
    {
      label: 'Everything in Billing, except closing the account',
      actions: [
        'account:Get*',
        'billing:*',
        'budgets:*',
        'ce:*',
        'consolidatedbilling:*',
        'cur:*',
        'freetier:*',
        'invoicing:*',
        'payments:*',
        'purchase-orders:*',
        'tax:*',
      ],
      says: 'AllOfBilling',
    },
  ],
  ['budgets', { label: 'Budgets only', actions: budgets, says: 'Budgets' }],
  ['invoices', { label: 'Invoices only', actions: invoices, says: 'Invoices' }],
  ['costs', { label: 'Cost Explorer only', actions: ['ce:Describe*', 'ce:Get*', 'ce:List*'], says: 'Costs' }],
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
  label: 'What are they to do?',
  options: [...levels].map(([value, { label }]) => ({ value, label })),
  initial: 'read',
}
const name: Field = {
  id: 'name',
  label: 'What is the permission set, group or role called?',
  initial: 'Finance',
  complaint: (value) =>
    /^[\w+=,.@-]{1,32}$/.test(value) ? undefined : 'Up to 32 letters, digits and + = , . @ - _, without blanks',
}

/** Tasks in Billing, and the action that each one needs. */
const tasks: readonly (readonly [what: string, action: string, allowedFor: readonly string[]])[] = [
  ['look at the bill', 'billing:GetBillingData', ['read', 'finance', 'full']],
  ['download an invoice', 'invoicing:GetInvoicePDF', ['read', 'finance', 'full', 'invoices']],
  ['use Cost Explorer', 'ce:GetCostAndUsage', ['read', 'finance', 'full', 'budgets', 'costs']],
  ['look at budgets', 'budgets:ViewBudget', ['read', 'finance', 'full', 'budgets']],
  ['create or change a budget', 'budgets:ModifyBudget', ['full', 'budgets']],
  ['pay an invoice', 'payments:MakePayment', ['finance', 'full']],
  ['add a way to pay', 'payments:CreatePaymentInstrument', ['finance', 'full']],
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
          'aws sso-admin put-inline-policy-to-permission-set --instance-arn INSTANCE-ARN --permission-set-arn PERMISSION-SET-ARN --inline-policy file://policy.json',
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
