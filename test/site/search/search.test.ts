// The search over the built site's own index, without a browser.
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keywords } from '../../../content/keywords.ts'
import { textsOf } from '../../../src/site/search/page-entry.ts'
import { firstStored, pages, search } from './built.ts'
import type { Wanted } from './phrases.ts'
import { tables } from './tables.ts'

const first = (typed: string): string | undefined => search(typed)[0]?.path

/** What is typed and finds another page first, with that page. */
const wrong = (table: readonly Wanted[]): readonly string[] =>
  table.flatMap(([typed, ...wanted]) => (wanted.includes(first(typed) ?? '') ? [] : [`${typed} → ${first(typed)}`]))

test.each(tables.map(({ name, phrases }) => [name, phrases] as const))(
  '%s: the first page is right for nine of ten',
  (_, table) => {
    const others = wrong(table)
    expect(others.length, others.join('\n')).toBeLessThanOrEqual(table.length / 10)
  },
)

test.each(tables.flatMap(({ phrases }) => phrases))('%j finds a page that answers it', (typed, ...wanted) => {
  expect(search(typed).some(({ path }) => wanted.includes(path))).toBe(true)
})

test.each(['PassRole', 'passrole', 'pass role', 'iam:PassRole', 'pasrole', 'IAM PASSROLE', 'how do I pass a role'])(
  'an identifier in any spelling: %j',
  (typed) => {
    expect(first(typed)).toMatch(/\/pass-role$/)
  },
)

test.each([
  ['no puedo ver la facturación', 'billing/not-authorized'],
  ['je ne peux pas voir ma facture', 'billing/not-authorized'],
  ['konto kündigen', 'billing/close-account'],
  ['passwort vergessen root', 'billing/lost-root-password'],
  ['non riesco a vedere la fattura', 'billing/not-authorized'],
])('words of other languages are understood: %j', (typed, path) => {
  expect(first(typed)).toBe(path)
})

test.each([
  ['InvalidClientTokenId', 'messages/invalid-key'],
  ['OptInRequired', 'messages/opt-in-and-quota'],
  ['VcpuLimitExceeded', 'messages/quota'],
  ['aws-portal:ViewBilling', 'billing/retired-actions'],
  ['ce:CreateCostCategoryDefinition', 'billing/cost-categories'],
  ['You Need Permissions', 'billing/activate-iam-access'],
  ['because no session policy allows the s3:PutObject action', 'messages/session-implicit'],
  ['gitlab pipeline: Not authorized to perform sts:AssumeRoleWithWebIdentity', 'roles/oidc-others'],
])('a code, an action, or the end of a message is read as what it is: %j', (typed, path) => {
  expect(first(typed)).toBe(path)
})

test('a usual denial of a service is a result of its own, below its page’s title', () => {
  const [hit] = search('docker push says no basic auth credentials')
  expect(hit).toMatchObject({ path: 'reference/ecr', section: { anchor: 'no-basic-auth-credentials' } })
  expect(hit?.title).toMatch(/\(ecr\)$/)
})

test.each(['acces denied biling', 'billing denied access', 'access denied billing'])(
  'a page’s everyday name counts in any order and with slips: %j',
  (typed) => {
    expect(search(typed)[0]).toMatchObject({ path: 'billing/not-authorized', isSubject: true })
  },
)

test.each([
  ['forbidden', 'messages/no-detail'],
  ['api gateway forbidden', 'reference/apigateway'],
])('a common denial’s title alone doesn’t make it the subject: %j', (typed, ...wanted) => {
  expect(wanted).toContain(first(typed))
})

test.each([
  ['wer hat Zugriff auf den Bucket', 'policies/who-can'],
  ['wer darf die rolle übernehmen', 'policies/who-can', 'policies/trust'],
  ['kontonummer ändern', 'billing/account-page', 'billing/payment-methods'],
  ['rechnungsnummer fehlt', 'billing/payments-and-invoices', 'billing/purchase-orders'],
  ['zahlungskarte tauschen', 'billing/payment-methods'],
  ['steuernummer ändern', 'billing/tax-settings'],
])('two German words in one are read as two, and German questions as what they ask: %j', (typed, ...wanted) => {
  expect(
    search(typed)
      .slice(0, 3)
      .map(({ path }) => path),
  ).toEqual(expect.arrayContaining([expect.toSatisfy((path: string) => wanted.includes(path))]))
})

test.each([
  ['it only says “You Need Permissions” in cost management', 'billing/activate-iam-access'],
  ['{"Message":"User is not authorized to access this resource with an explicit deny"}', 'reference/apigateway'],
  ['AccessDenied not authorized organizations:ListRoots', 'reference/organizations'],
  ['shut down my account', 'billing/close-account'],
  ['locked out of my key', 'policies/kms-key'],
  ['session ends after 60 minutes role chaining', 'roles/role-chaining'],
])('AWS’s own words, and words that mean something together: %j', (typed, path) => {
  expect(first(typed)).toBe(path)
})

test('the row of an action is a result of its own', () => {
  const [hit] = search('ec2:RunInstances')
  expect(hit?.path).toBe('reference/ec2')
  expect(hit?.section).toEqual({ text: 'ec2:RunInstances', anchor: 'runinstances' })
})

test('an action of many services: first the services that most people use', () => {
  const paths = search('CreateCluster').map(({ path }) => path)
  expect(paths.slice(0, 3)).toEqual(['reference/ecs', 'reference/eks', 'reference/redshift'])
})

test('a heading that has more of the words is offered with its page', () => {
  const hit = search('turn on iam access to billing')[0]
  expect(hit?.path).toBe('billing/activate-iam-access')
  expect(hit?.section?.anchor).toBe('turn-on-iam-access-to-billing')
})

test.each(['s3 access denied', 'permission denied for my user in billing', 'error access denied lambda function url'])(
  'the page for messages without details comes after real answers: %j',
  (typed) => {
    const paths = search(typed).map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(1)
    expect(paths[0]).not.toBe('messages/no-detail')
  },
)

test.each(['', ' ', '?', 'xqzwvk', '日本語', 'the of and', '('.repeat(5000), 'a'.repeat(100_000)])(
  'hostile or empty text gives an answer: %j',
  (typed) => {
    expect(Array.isArray(search(typed))).toBe(true)
  },
)

test('what the first result needs is small, and so is the rest', () => {
  expect(gzipSync(JSON.stringify(firstStored)).length).toBeLessThan(90_000)
  expect(gzipSync(JSON.stringify(textsOf(pages))).length).toBeLessThan(25_000)
})

test.each(['inv oice', 'costexplorer', 'AWS_ROOT_PASSWORD_LOST', 'AIDACKCEVSQ6C2EXAMPLE', 'hidebill', 'lambdarole'])(
  'words that are split, written as one, or joined by signs find something: %j',
  (typed) => {
    expect(search(typed).length).toBeGreaterThan(0)
  },
)

test.each([
  ['inv oice pdf', 'billing/payments-and-invoices'],
  ['costexplorer denied', 'billing/cost-explorer'],
  ['AIDACKCEVSQ6C2EXAMPLE', 'credentials/key-formats'],
  ['new mastercard', 'billing/payment-methods'],
  ['interns should not see costs', 'billing/keep-people-out'],
  ['ce:GetAnomalyMonitors no identity-based policy', 'billing/cost-anomalies'],
])('pieces, joined words, IDs, things of a kind, and negations are understood: %j', (typed, path) => {
  expect(first(typed)).toBe(path)
})

test.each([
  ['what can this role do', 'policies/who-can'],
  ['which policy denied me', 'messages/which-gate'],
  ['which of my policies blocks this call', 'messages/which-gate'],
  ['moved it into the private network and now the lambda lacks a network interface', 'reference/lambda'],
])('questions are understood, and a word that was typed before still makes a pair: %j', (typed, path) => {
  expect(first(typed)).toBe(path)
})

test('every row of keywords belongs to a page', () => {
  const paths = pages.map(({ path }) => path)
  expect([...keywords.keys()].filter((path) => !paths.includes(path))).toEqual([])
})

test('every page that a table names exists', () => {
  const paths = new Set(pages.map(({ path }) => path.replace(/#.*/, '')))
  const named = tables.flatMap(({ phrases }) => phrases.flatMap(([, ...wanted]) => wanted))
  expect(named.filter((path) => !paths.has(path))).toEqual([])
})
