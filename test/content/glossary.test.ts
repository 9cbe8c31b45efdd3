// Terms of the glossary in articles: each is marked once, as a whole word, and never on its own page.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readGlossary, termFinder, termFinderBelowLead, termsInLead } from '../../src/site/glossary.ts'

const page = readFileSync('content/start/glossary.mdx', 'utf8')
const terms = readGlossary(page)

test('every row of the table is a term with an anchor of its own', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| ')).length - 2
  expect(terms).toHaveLength(rows)
  expect(new Set(terms.map(({ id }) => id)).size).toBe(rows)
  for (const { means } of terms) expect(means).not.toMatch(/[`[\]|]/)
})

const marked = (texts: readonly string[], on = '/a/b/'): readonly string[] => {
  const find = termFinder(terms, on)
  return texts.flatMap((text) => find(text).flatMap(({ text: words, term }) => (term ? [`${words} → ${term.id}`] : [])))
}

test.each<[says: string, texts: readonly string[], found: readonly string[]]>([
  ['the first occurrence, not the second', ['An SCP and an SCP', 'SCP'], ['SCP → scp']],
  ['a plural', ['SCPs and trust policies'], ['SCPs → scp', 'trust policies → trust-policy']],
  ['an abbreviation by its full name', ['your service control policy', 'SCP'], ['service control policy → scp']],
  ['any case', ['Explicit deny'], ['Explicit deny → explicit-deny']],
  ['an abbreviation only in capitals', ['scp and arns'], []],
  ['no part of a word', ['principality, ARNold, my-principal'], []],
  ['the longer of two', ['a principal tag'], ['principal tag → principal-tag']],
  ['no everyday word', ['the action, the resource, an allow'], []],
])('marks %s', (_, texts, found) => expect(marked(texts)).toEqual(found))

test('is silent about a term on the page about it', () => {
  expect(marked(['An SCP and an RCP'], '/policies/scp/')).toEqual(['RCP → rcp'])
})

test('what the lead explains isn’t marked again below it', () => {
  const source = '---\ntitle: T\ndescription: An SCP limits the root user.\n---\n'
  const named = (text: string, id: string) =>
    termFinderBelowLead(source, id)(text).flatMap(({ term }) => (term ? [term.id] : []))
  expect(termsInLead('An SCP limits the root user.', 'billing/a').flatMap(({ term }) => term?.id ?? [])).toEqual([
    'scp',
    'root-user',
  ])
  expect(named('SCPs, the root user, and MFA', 'billing/a')).toEqual(['mfa'])
  expect(named('SCPs, the root user, and MFA', 'tools/a')).toEqual(['scp', 'root-user', 'mfa'])
})

test('loses no letter', () => {
  const text = 'Two SCPs, an explicit deny, and a member account.'
  expect(
    termFinder(
      terms,
      '/',
    )(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(text)
})

const articles = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'))

/** Abbreviations that need no meaning here: everyday ones, and names of companies and of services. */
const plain = new Set(
  'AWS ID IDs IP US EU UK PDF CSV API APIs SDK SSH HTTPS URL JSON EC2 S3 EKS ECS SNS SQS SAP SSO EMEA SARL GovCloud GitHub DuckDB'.split(
    ' ',
  ),
)
const known = new Set(terms.flatMap(({ words }) => words.flatMap((word) => word.split(' '))))

/** What a reader meets first: the lead, and the first paragraph that explains. */
function openingOf(file: string): string {
  const source = readFileSync(`content/${file}`, 'utf8')
  const [top = '', yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? []
  const first = /^## What it means\n+((?:.+\n)+)/m.exec(source.slice(top.length))?.[1] ?? ''
  return `${parse(yaml).description}\n${first}`.replaceAll(/`[^`]*`|\]\([^)]*\)/g, ' ')
}

test.each(articles)('the opening of %s has no abbreviation that neither it nor the glossary explains', (file) => {
  const opening = openingOf(file)
  const short = opening.match(/(?<![\w-])[A-Z][A-Za-z0-9]*[A-Z0-9]+s?(?![\w-])/g) ?? []
  const isExplained = (word: string): boolean =>
    plain.has(word) ||
    known.has(word.replace(/s$/, '')) ||
    opening.includes(`(${word})`) ||
    opening.includes(`**${word}** (`)
  expect(short.filter((word) => !/[a-z]{2}/.test(word) && !isExplained(word))).toEqual([])
})
