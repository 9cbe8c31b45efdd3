import { getCollection } from 'astro:content'
import { version } from '../../package.json'

const groups = [
  ['bill', 'Billing'],
  ['role', 'Roles and federation'],
  ['pol', 'Policies'],
  ['cause', 'More causes'],
  ['msg', 'Messages'],
  ['cred', 'Credentials'],
] as const
/** One of each kind that people come with most: Billing, a role, the organization, MFA, another account, nothing but two words. */
const featured: ReadonlySet<string> = new Set([
  'billing-get-widget',
  'pass-role',
  'scp-region-lock-billing',
  'mfa-deny',
  'cross-account-s3',
  'access-denied-only',
])
const first = 'To begin with'
const order: readonly string[] = [first, ...groups.map(([, name]) => name)]
const groupOf = (id: string): string => groups.find(([prefix]) => id.startsWith(`${prefix}-`))?.[1] ?? first

/** What the checker is told about the site: its examples in the order of the menu, its articles, its version. */
export async function checkerProps() {
  const examples = (await getCollection('examples'))
    .map(({ id, data: { title, summary } }) => ({
      name: id,
      title,
      group: groupOf(id),
      ...(featured.has(id) ? { summary } : {}),
    }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || a.title.localeCompare(b.title, 'en'))
  const articles = (await getCollection('docs')).map(({ id }) => id)
  return { examples, articles, version }
}
