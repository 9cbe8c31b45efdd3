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
const first = 'To begin with'
const order: readonly string[] = [first, ...groups.map(([, name]) => name)]
const groupOf = (id: string): string => groups.find(([prefix]) => id.startsWith(`${prefix}-`))?.[1] ?? first

/** What the checker is told about the site: its examples in the order of the menu, its articles, its version. */
export async function checkerProps() {
  const examples = (await getCollection('examples'))
    .map(({ id, data: { title, summary } }) => ({ name: id, title, summary, group: groupOf(id) }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || a.title.localeCompare(b.title, 'en'))
  const articles = (await getCollection('docs')).map(({ id }) => id)
  return { examples, articles, version }
}
