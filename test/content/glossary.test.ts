// Terms of the glossary in articles: each is marked once, as a whole word, and never on its own page.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGlossary, termFinder } from '../../src/site/glossary.ts'

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
