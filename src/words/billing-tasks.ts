import type { BillingTaskId } from '../account/index.ts'
import { messagesOf, type Translation, write } from './messages.ts'

/** What the Billing view calls its tasks. */
export const billingTaskText = messagesOf('billing-tasks', {
  'see-bills': 'See bills',
  'download-invoices': 'Download invoices',
  'see-costs': 'See costs (Cost Explorer)',
  'see-budgets': 'See budgets',
  'change-budgets': 'Change budgets',
  pay: 'Pay',
  'change-payment-methods': 'Change payment methods',
  'change-tax': 'Change tax data',
  'change-preferences': 'Change billing preferences',
  'change-contact': 'Change contact data',
  'close-account': 'Close a member account',
})

/** "See bills". */
export const billingTaskLabel = (id: BillingTaskId, translation?: Translation): string =>
  write(billingTaskText(id), translation)
