// The company's settings: what is right holds, what is wrong is told with its place.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCompany } from '../../src/workbench/company.ts'

const right = {
  name: 'Example Corp',
  contact: 'mailto:cloud@example.com',
  ticket: 'https://tickets.example.com/new?text={text}',
  accounts: { '111122223333': 'Finance' },
  scps: [{ name: 'Region lock', target: 'r-ab12', policy: { Version: '2012-10-17', Statement: [] } }],
  links: [{ title: 'Cloud handbook', href: 'https://example.com/cloud' }],
  sharing: false,
  dateLanguage: 'en-GB',
}

test('everything that can be said', () => {
  expect(readCompany(JSON.stringify(right))).toEqual({ company: right, problems: [] })
  expect(readCompany('{}')).toEqual({ company: {}, problems: [] })
})

test.each<[title: string, change: object, problem: RegExp]>([
  ['a script as an address', { contact: 'javascript:alert(1)' }, /^contact: must begin with https/],
  ['a ticket link without a place for the text', { ticket: 'https://example.com/' }, /^ticket: must hold \{text\}/],
  ['an account that is none', { accounts: { 12: 'x' } }, /^accounts\.12: .*12 digits|^accounts\.12/],
  ['an unknown setting', { colour: 'red' }, /colour/],
  ['a language that is none', { dateLanguage: 'x' }, /^dateLanguage: must be a language/],
  ['a word in the place of yes or no', { sharing: 'off' }, /^sharing: /],
])('%s is told, and the rest holds', (_, change, problem) => {
  const { company, problems } = readCompany(JSON.stringify({ ...right, ...change }))
  expect(problems.join('\n')).toMatch(problem)
  expect(company.name).toBe('Example Corp')
  expect(Object.keys(change).every((key) => !(key in company))).toBe(true)
})

test('the example in the guide holds', () => {
  const [, example = ''] = /^```json5\n([\s\S]*?)^```/m.exec(readFileSync('content/hosting/settings.mdx', 'utf8')) ?? []
  expect(readCompany(example).problems).toEqual([])
})

test.each(['', '{', '[]', 'null', '5', '{"__proto__": {"name": "x"}}'])('%j is told, never thrown', (text) => {
  expect(readCompany(text).problems.length).toBeGreaterThan(0)
})
