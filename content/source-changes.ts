// What changed in an article because one of its sources was read again.

interface SourceChange {
  /** The article's path: "billing/support". */
  readonly article: string
  /** The day on which the source was read. */
  readonly date: string
  /** What was wrong or missing, in a sentence or two. */
  readonly changed: string
}

/** The newest first. An article without a row agreed with its sources when they were read again. */
export const sourceChanges: readonly SourceChange[] = [
  {
    article: 'messages/not-a-denial',
    date: '2026-11-29',
    changed: 'AWS KMS has dry runs, too, not only EC2.',
  },
  {
    article: 'billing/not-authorized',
    date: '2026-11-29',
    changed: 'A message names one policy type only, even if several deny the request.',
  },
  {
    article: 'billing/data-exports',
    date: '2026-11-29',
    changed:
      'A data export needs only `s3:PutObject` for one service, and its bucket can belong to another account. An older report also needs `s3:GetBucketAcl`, which was missing.',
  },
  {
    article: 'billing/support',
    date: '2026-11-29',
    changed:
      'Opening cases in the console needs `support-console:*`, which AWS’s own policy has, too. Some actions of Trusted Advisor can be limited to single checks.',
  },
  {
    article: 'billing/region-lock',
    date: '2026-11-29',
    changed: 'The list of exemptions has `support-console:*`.',
  },
  {
    article: 'billing/marketplace',
    date: '2026-11-29',
    changed:
      'The message of Amazon Bedrock is quoted as AWS writes it. The models that need no subscription are named, and the form that Anthropic asks for.',
  },
  {
    article: 'billing/budgets',
    date: '2026-11-29',
    changed:
      'A topic for alerts must be in the account of the budget. The policy of the topic, and the reasons why an alert doesn’t arrive, were missing.',
  },
  {
    article: 'billing/credits',
    date: '2026-11-29',
    changed: 'The account that owns a credit can turn it on and off by itself.',
  },
  {
    article: 'billing/cost-explorer',
    date: '2026-11-29',
    changed: 'Opening Cost Explorer also turns on Cost Anomaly Detection.',
  },
  {
    article: 'billing/close-account',
    date: '2026-11-29',
    changed: 'Closing a member account closes a linked GovCloud account, too.',
  },
]
