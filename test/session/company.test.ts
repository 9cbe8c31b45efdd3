// The company's settings: what is right holds, what is wrong is told with its place.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCompany } from '../../src/session/company.ts'

const right = {
  name: 'Example Corp',
  contact: 'mailto:cloud@example.com',
  ticket: 'https://tickets.example.com/new?text={text}',
  accounts: { '111122223333': 'Finance' },
  scps: [{ name: 'Region lock', target: 'r-ab12', policy: { Version: '2012-10-17', Statement: [] } }],
  declarativePolicyTexts: ['Public AMIs are blocked. Ask #cloud-help.'],
  links: [{ title: 'Cloud handbook', href: 'https://example.com/cloud' }],
  sharing: false,
  embedIn: ['https://portal.example.com', 'http://localhost:8080'],
  dateLanguage: 'en-GB',
}

test('everything that can be said', () => {
  expect(readCompany(JSON.stringify(right))).toEqual({ company: right, problems: [] })
  expect(readCompany('{}')).toEqual({ company: {}, problems: [] })
})

test.each<[title: string, change: object, problem: RegExp]>([
  ['a script as an address', { contact: 'javascript:alert(1)' }, /contact: must begin with https/],
  ['a script behind a blank', { contact: ' javascript:alert(1)' }, /contact: must begin with https/],
  ['a page inside an address', { contact: 'data:text/html,<script>1</script>' }, /contact: must begin with https/],
  ['a script as a link', { links: [{ title: 'x', href: 'JavaScript:1' }] }, /links\.0\.href: must begin with https/],
  ['a script as a ticket', { ticket: 'javascript:alert("{text}")' }, /ticket: must begin with https/],
  ['the text in the place of a host', { ticket: 'https://{text}.example.com/' }, /ticket: must hold \{text\} behind/],
  ['a ticket link without a place for the text', { ticket: 'https://example.com/' }, /ticket: must hold \{text\}/],
  ['an account that is none', { accounts: { 12: 'x' } }, /accounts\.12: must be an account number/],
  ['an account without a name', { accounts: { '111122223333': 5 } }, /accounts\.111122223333: /],
  ['a policy as a text', { scps: [{ name: 'x', policy: '{}' }] }, /scps\.0\.policy: /],
  ['a text that any error could hold', { declarativePolicyTexts: ['denied'] }, /declarativePolicyTexts\.0: must have/],
  ['a site with a path', { embedIn: ['https://portal.example.com/'] }, /embedIn\.0: must be an origin/],
  ['any site', { embedIn: ['*'] }, /embedIn\.0: must be an origin/],
  ['a site that ends the header', { embedIn: ['https://a.example; script-src *'] }, /embedIn\.0: must be an origin/],
  ['a site without a scheme', { embedIn: ['portal.example.com'] }, /embedIn\.0: must be an origin/],
  ['an unknown setting', { colour: 'red' }, /unknown setting “colour”/],
  ['an unknown part', { links: [{ title: 'x', href: 'https://x', icon: 'y' }] }, /unknown setting “icon”/],
  ['a language that is none', { dateLanguage: 'x' }, /dateLanguage: must be a language/],
])('%s is told, and the rest holds', (_, change, problem) => {
  const { company, problems } = readCompany(JSON.stringify({ ...right, ...change }))
  expect(problems.join('\n')).toMatch(problem)
  expect(company.name).toBe('Example Corp')
  expect(Object.keys(change).every((key) => !(key in company))).toBe(true)
})

test('a mistake is told with its line and column', () => {
  const text = '{\n  "name": "Example Corp",\n  "links": [{ "title": "Wiki", "href": "wiki" }],\n  "colour": "red"\n}'
  expect(readCompany(text).problems).toEqual([
    'Line 3, column 32, links.0.href: must begin with https://, http:// or mailto:.',
    'Line 4, column 3: unknown setting “colour”.',
  ])
  expect(readCompany('{\n  "name": "Example Corp"\n  "sharing": false\n}').problems).toEqual([
    'Line 3, column 3: A comma is missing here; expected "," between two entries.',
  ])
})

test('who wrote something about sharing that cannot be read gets none', () => {
  expect(readCompany(JSON.stringify({ ...right, sharing: 'off' })).company).toEqual({ ...right, sharing: false })
  expect(readCompany('{"sharing": false').company).toEqual({ sharing: false })
})

test('the example in the guide holds', () => {
  const [, example = ''] = /^```json5\n([\s\S]*?)^```/m.exec(readFileSync('content/hosting/settings.mdx', 'utf8')) ?? []
  expect(readCompany(example).problems).toEqual([])
})

test.each(['', '{', '[]', 'null', '5', '{"__proto__": {"name": "x"}}'])('%j is told, never thrown', (text) => {
  expect(readCompany(text).problems.length).toBeGreaterThan(0)
})
