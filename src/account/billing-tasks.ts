import { coversAction, readAction } from '../iam/index.ts'
import { billingPages, type Reference } from '../reference/index.ts'

/** Something that people do in Billing, and the actions that it takes. */
export interface BillingTask {
  readonly id: string
  /** "See bills". */
  readonly label: string
  /** As AWS lists them: an action can end with "*". */
  readonly patterns: readonly string[]
}

interface Row {
  readonly id: string
  readonly label: string
  /** The page of the console in `billing-pages.ts`. */
  readonly page: string
  /** The task on the page; undefined: to open it. */
  readonly task?: string
}

/** The columns of the table; what each takes is what AWS lists for that page of its console. */
const rows: readonly Row[] = [
  { id: 'see-bills', label: 'See bills', page: 'Bills' },
  { id: 'download-invoices', label: 'Download invoices', page: 'Bills', task: 'Download an invoice' },
  { id: 'see-costs', label: 'See costs (Cost Explorer)', page: 'Cost Explorer' },
  { id: 'see-budgets', label: 'See budgets', page: 'Budgets' },
  { id: 'change-budgets', label: 'Change budgets', page: 'Budgets', task: 'Create, change, delete' },
  { id: 'pay', label: 'Pay', page: 'Payments', task: 'Pay, request funds' },
  {
    id: 'change-payment-methods',
    label: 'Change payment methods',
    page: 'Payment preferences',
    task: 'Add, change, remove a payment method',
  },
  { id: 'change-tax', label: 'Change tax data', page: 'Tax settings', task: 'Change registration numbers' },
  {
    id: 'change-preferences',
    label: 'Change billing preferences',
    page: 'Billing preferences',
    task: 'Change alerts and sharing',
  },
  { id: 'change-contact', label: 'Change contact data', page: 'Account', task: 'Change contact information' },
  {
    id: 'close-account',
    label: 'Close a member account',
    page: 'Account',
    task: 'Close a member account from the management account',
  },
]

/** The tasks of the Billing view. */
export const billingTasks: readonly BillingTask[] = rows.map(({ id, label, page, task }) => {
  const found = billingPages.find((each) => each.page === page)
  const patterns = task === undefined ? found?.see : found?.change.find((each) => each.task === task)?.actions
  return { id, label, patterns: patterns ?? [] }
})

/** The actions that match a pattern such as "billing:Get*", in AWS's spelling; the pattern itself if it has no wildcard. */
export function actionsMatching(pattern: string, reference: Reference | undefined): readonly string[] {
  if (!/[*?]/.test(pattern)) return [pattern]
  const read = readAction(pattern)
  const service = reference?.services.get(pattern.split(':', 1)[0]?.toLowerCase() ?? '')
  return [...(service?.actions ?? [])].flatMap(([lower, { name }]) =>
    service && coversAction(read, service.prefix, lower) ? [`${service.prefix}:${name}`] : [],
  )
}
