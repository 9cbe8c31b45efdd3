// Everything that the home page leads to.

export interface HomeLink {
  readonly label: string
  readonly href: string
}

export interface Door {
  readonly title: string
  readonly intro: string
  readonly icon: 'error' | 'account' | 'book'
  readonly links: readonly HomeLink[]
}

/** The reasons to visit the site, by kind of reader. */
export const doors: readonly Door[] = [
  {
    title: 'I got an error',
    intro: 'Paste it with whatever you have: policies, Terraform, logs.',
    icon: 'error',
    links: [
      { label: 'Open the checker', href: '/checker/' },
      { label: 'Only “Access Denied”? Find the policy type that stopped you', href: '/messages/which-gate/' },
      { label: 'How to read an AWS error message', href: '/messages/anatomy/' },
      { label: 'What’s wrong with my access key?', href: '/credentials/rejected-credentials/' },
    ],
  },
  {
    title: 'I administer an account',
    intro: 'Give access, and check a change before you make it.',
    icon: 'account',
    links: [
      { label: 'Let others access Billing', href: '/guides/billing-access/' },
      { label: 'Give people outside the account access', href: '/guides/outside-access/' },
      { label: 'Compare two versions of a policy', href: '/compare/' },
      { label: 'Who can do what in the account?', href: '/account/' },
      { label: 'Which permissions were used?', href: '/used/' },
      { label: 'What the policy checks find', href: '/checks/' },
      { label: 'Billing pages and the actions they need', href: '/billing/pages-and-actions/' },
    ],
  },
  {
    title: 'I want to look something up',
    intro: 'Every AWS service and action, even offline.',
    icon: 'book',
    links: [
      { label: 'Find an action', href: '/reference/' },
      { label: 'How AWS evaluates a request', href: '/policies/how-aws-decides/' },
      { label: 'All articles', href: '/docs/' },
      { label: 'Glossary', href: '/start/glossary/' },
    ],
  },
]

export const billingTopics: readonly HomeLink[] = [
  { label: 'I’m not authorized to perform an action in Billing', href: '/billing/not-authorized/' },
  { label: 'I’m not authorized to perform iam:PassRole', href: '/billing/pass-role/' },
  { label: 'I want to view my access keys', href: '/billing/access-keys/' },
  { label: 'I want to let others access Billing', href: '/billing/let-others-in/' },
  { label: 'I want to give people outside my account access', href: '/billing/cross-account/' },
]

export const searchedErrors: readonly HomeLink[] = [
  { label: 'You Need Permissions', href: '/billing/activate-iam-access/' },
  { label: 'AccessDenied, 403 Forbidden', href: '/messages/no-detail/' },
  { label: 'no identity-based policy allows', href: '/messages/identity-implicit/' },
  { label: 'explicit deny in a service control policy', href: '/messages/scp-explicit/' },
  { label: 'no role trust policy allows sts:AssumeRole', href: '/messages/trust-policy/' },
  { label: 'Encoded authorization failure message', href: '/messages/encoded-message/' },
  { label: 'ExpiredToken', href: '/messages/expired-token/' },
  { label: 'InvalidClientTokenId', href: '/messages/invalid-key/' },
  { label: 'SignatureDoesNotMatch', href: '/messages/signature/' },
  { label: 'RequestTimeTooSkewed', href: '/messages/clock/' },
  { label: 'Error loading SSO Token', href: '/messages/sso-expired/' },
  { label: 'ThrottlingException', href: '/messages/throttling/' },
  { label: 'Cannot exceed quota for AccessKeysPerUser', href: '/credentials/two-keys/' },
]
