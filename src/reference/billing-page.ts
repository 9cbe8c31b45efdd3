/** A page of the Billing and Cost Management console, or one that people look for there, with the actions it needs. Actions can end with "*". */
export interface BillingPage {
  readonly area: 'Billing' | 'Cost Management' | 'Related'
  /** Unique in the table. */
  readonly page: string
  /** To open it. */
  readonly see: readonly string[]
  /** To change something on it, by task. */
  readonly change: readonly BillingTask[]
  /** Does the account setting "IAM user and role access to Billing information" control the page? AWS's list doesn't mention every page. */
  readonly iamAccess: 'needed' | 'not needed' | 'not stated'
  /** The accounts or users that can open or change it, where not everyone can. */
  readonly only?: string
  /** AWS publishes no list for this page: these are the actions of the service behind it. */
  readonly inferred?: true
}

export interface BillingTask {
  /** Unique on its page. */
  readonly task: string
  readonly actions: readonly string[]
}
