// What readers with a task typed when they walked through the built site: people from finance, administrators, partners, owners, students, security, data, and pipelines. Written on 2026-11-29.
import type { Wanted } from './phrases.ts'

export const readers: readonly Wanted[] = [
  ['bill page says you need permissions', 'billing/activate-iam-access'],
  ['how do i get the invoice pdf every month by email', 'billing/invoices-by-email'],
  ['I only see my own account on the bill, need all accounts', 'billing/finance-account', 'billing/member-accounts'],
  ['i am administrator but can not open billing', 'billing/activate-iam-access'],
  ['give our bookkeeper read only access to costs', 'billing/let-others-in'],
  ['customer wants us to pay their aws bill, transfer billing to partner', 'billing/billing-transfer'],
  ['access customer account to read costs with role and external id', 'roles/external-id', 'billing/cross-account'],
  ['closed my account but still charged', 'billing/close-account'],
  ['lost phone cannot sign in root mfa', 'billing/lost-root-mfa'],
  ['vocareum learner lab access denied iam', 'messages/training-lab'],
  ['aws academy lab everything denied since today', 'messages/training-lab'],
  ['access key leaked on github what now', 'credentials/leaked-key'],
  ['which services support resource control policies', 'services'],
  ['which services have vpc endpoint policies', 'services'],
  ['scp region lock breaks billing console', 'billing/region-lock'],
  [
    'athena insufficient permissions to execute the query lake formation',
    'messages/lake-formation',
    'reference/athena',
  ],
  ['github actions deploy role not authorized assumerolewithwebidentity', 'roles/github-oidc'],
  ['budget alert never arrived', 'billing/budgets'],
  ['who can download last years invoices', 'billing/payments-and-invoices'],
  ['cost and usage report bucket empty', 'billing/data-exports'],
  ['cannot open support case permission', 'billing/support'],
  ['claude model access denied marketplace', 'billing/marketplace'],
  ['where does this information come from sources checked', 'sources'],
]
