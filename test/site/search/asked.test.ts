// What the search learns from the phrases in content/asked.
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { askedOf, countAsked, readPhrases } from '../../../src/site/search/asked.ts'
import { askedFrom, pages, phrases, storedAsked } from './built.ts'
import { tables } from './tables.ts'

const small = readPhrases(`# billing/budgets
warn me before the money is gone
mail when the money runs out

# billing/invoices-by-email
the mail with the bill goes to a colleague
a mail per bill

# roles/pass-role
the pipeline hands a role to the build
a build that hands its role to the pipeline
a role for the build
`)
const paths = ['account', 'roles/pass-role', 'billing/budgets', 'billing/invoices-by-email']
const known = askedOf(countAsked(small, paths), paths)

test.each([
  ['a stem of one page makes it likelier than its shelf', ['monei'], 'billing/budgets', 'billing/invoices-by-email'],
  ['what one page has more often leads there', ['mail', 'bill'], 'billing/invoices-by-email', 'billing/budgets'],
  ['a stem of its shelf makes a page likelier than others', ['bill'], 'billing/budgets', 'roles/pass-role'],
  ['a page without phrases is as likely as the average', ['monei'], 'account', 'roles/pass-role'],
])('%s', (_, stems, likelier, than) => {
  const likelihood = known.likelihood(stems)
  expect(likelihood(likelier)).toBeGreaterThan(likelihood(than))
})

test.each([[], ['monthli'], ['__proto__'], ['constructor'], ['']])('stems of no phrase say nothing: %j', (...stems) => {
  const likelihood = known.likelihood(stems)
  expect(paths.map(likelihood)).toEqual([0, 0, 0, 0])
})

test('a stem of a single phrase isn’t counted', () => {
  const stems = countAsked(small, paths).stems.split(' ')
  expect(stems).toContain('mail')
  expect(stems).not.toContain('colleagu')
})

test('a stem counts once, however often it was typed', () => {
  const [once, often] = [known.likelihood(['mail']), known.likelihood(Array.from({ length: 100_000 }, () => 'mail'))]
  expect(paths.map(often)).toEqual(paths.map(once))
})

test('the same phrases give the same table, in any order', () => {
  expect(countAsked(small.toReversed(), paths)).toEqual(countAsked(small, paths))
})

test('every page of the phrases exists, and none has a phrase twice', () => {
  const existing = new Set(pages.map(({ path }) => path))
  expect([...new Set(phrases.map(({ path }) => path))].filter((path) => !existing.has(path))).toEqual([])
  const rows = phrases.map(({ path, typed }) => `${path}: ${typed.toLowerCase()}`)
  expect(rows.filter((row, i) => rows.indexOf(row) !== i)).toEqual([])
})

test('the tables measure the search with phrases that it hasn’t learned from', () => {
  const measured = new Set(tables.flatMap(({ phrases }) => phrases.map(([typed]) => typed.toLowerCase())))
  expect(phrases.filter(({ typed }) => measured.has(typed.toLowerCase())).map(({ typed }) => typed)).toEqual([])
})

test('the table is small', () => {
  expect(gzipSync(JSON.stringify(storedAsked)).length).toBeLessThan(33_000)
})

/** One phrase of so many is left out. */
const oneOf = 10

/** The page must be among as many of the 340 with phrases. */
const among = 20

test('phrases that were left out make their pages likely', () => {
  const isLeftOut = (_: unknown, i: number): boolean => i % oneOf === 0
  const leftOut = phrases.filter(isLeftOut)
  const learned = askedFrom(phrases.filter((phrase, i) => !isLeftOut(phrase, i)))
  const asked = [...new Set(phrases.map(({ path }) => path))]
  const found = leftOut.filter(({ path, stems }) => {
    const likelihood = learned.likelihood(stems)
    return asked.filter((other) => likelihood(other) > likelihood(path)).length < among
  })
  expect(found.length / leftOut.length).toBeGreaterThan(0.6)
})
