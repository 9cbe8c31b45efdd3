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
    article: 'credentials/leaked-key',
    date: '2026-11-29',
    changed:
      'Newer quarantine policies also deny reading from S3, so programs can stop. Ending a role’s sessions affects everyone who uses the role, and doesn’t work for roles of IAM Identity Center.',
  },
  {
    article: 'credentials/last-used',
    date: '2026-11-29',
    changed:
      'AWS records one use per 15 minutes. The report lacks credentials for single services, and only its creator can read the one about services.',
  },
  {
    article: 'credentials/key-formats',
    date: '2026-11-29',
    changed: 'The prefix `ANVA` was missing. A key’s account says nothing about whether the key works.',
  },
  {
    article: 'credentials/alternatives',
    date: '2026-11-29',
    changed: 'A role that wasn’t created in the console needs an instance profile before EC2 can use it.',
  },
  {
    article: 'credentials/another-user',
    date: '2026-11-29',
    changed: 'A partner with temporary delegated access works under your role’s name.',
  },
  {
    article: 'credentials/rejected-credentials',
    date: '2026-11-29',
    changed:
      'Turning on a Region takes minutes to hours, and a session from the global STS address doesn’t work there.',
  },
  {
    article: 'credentials/two-keys',
    date: '2026-11-29',
    changed: 'AWS lists the quota on another page now.',
  },
  {
    article: 'credentials/which-key-is-used',
    date: '2026-11-29',
    changed: 'Each SDK has an order of its own.',
  },
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
