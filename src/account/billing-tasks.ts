import { coversAction, readAction } from '../iam/index.ts'
import { billingPages, type Reference } from '../reference/index.ts'

/** Something that people do in Billing, and the actions that it takes. */
export interface BillingTask {
  readonly id: BillingTaskId
  /** As AWS lists them: an action can end with "*". */
  readonly patterns: readonly string[]
}

interface Row {
  readonly id: string
  /** The page of the console in `billing-pages.ts`. */
  readonly page: string
  /** The task on the page; undefined: to open it. */
  readonly task?: string
}

/** The columns of the table; what each takes is what AWS lists for that page of its console. */
const rows = [
  { id: 'see-bills', page: 'Bills' },
  { id: 'download-invoices', page: 'Bills', task: 'Download an invoice' },
  { id: 'see-costs', page: 'Cost Explorer' },
  { id: 'see-budgets', page: 'Budgets' },
  { id: 'change-budgets', page: 'Budgets', task: 'Create, change, delete' },
  { id: 'pay', page: 'Payments', task: 'Pay, request funds' },
  {
    id: 'change-payment-methods',
    page: 'Payment preferences',
    task: 'Add, change, remove a payment method',
  },
  { id: 'change-tax', page: 'Tax settings', task: 'Change registration numbers' },
  {
    id: 'change-preferences',
    page: 'Billing preferences',
    task: 'Change alerts and sharing',
  },
  { id: 'change-contact', page: 'Account', task: 'Change contact information' },
  {
    id: 'close-account',
    page: 'Account',
    task: 'Close a member account from the management account',
  },
] as const satisfies readonly Row[]

/** A column's ID. */
export type BillingTaskId = (typeof rows)[number]['id']

/** The tasks of the Billing view. */
export const billingTasks: readonly BillingTask[] = rows.map(
  ({ id, page, task }: Row & { readonly id: BillingTaskId }) => {
    const found = billingPages.find((each) => each.page === page)
    const patterns = task === undefined ? found?.see : found?.change.find((each) => each.task === task)?.actions
    return { id, patterns: patterns ?? [] }
  },
)

/** The actions that match a pattern such as "billing:Get*", in AWS's spelling; the pattern itself if it has no wildcard. */
export function actionsMatching(pattern: string, reference: Reference | undefined): readonly string[] {
  if (!/[*?]/.test(pattern)) return [pattern]
  const read = readAction(pattern)
  const service = reference?.services.get(pattern.split(':', 1)[0]?.toLowerCase() ?? '')
  return [...(service?.actions ?? [])].flatMap(([lower, { name }]) =>
    service && coversAction(read, service.prefix, lower) ? [`${service.prefix}:${name}`] : [],
  )
}
