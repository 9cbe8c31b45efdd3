import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { unknownTableActions } from '../../src/reference/index.ts'
import { isOldData } from '../../src/site/data-age.ts'
import {
  changesBetween,
  type DataSnapshot,
  dataChangeSchema,
  isChange,
  withChange,
} from '../../src/site/data-changes.ts'

const snapshot = (date: string, actions: Readonly<Record<string, string>>, keys: readonly string[]): DataSnapshot => ({
  version: date.replaceAll('-', '.'),
  date,
  services: new Map([['s3', { name: 'Amazon S3', actions: new Map(Object.entries(actions)), keys: new Set(keys) }]]),
})

const old = snapshot('2026-08-01', { GetObject: 'Read', PutObject: 'Read', OldAction: 'List' }, ['s3:prefix'])
const current = snapshot('2026-09-01', { GetObject: 'Read', PutObject: 'Write', NewAction: 'List' }, ['s3:delimiter'])

test('what came, what went, and what has another access level', () => {
  const policies = new Map([
    ['New', { created: '2026-08-10T00:00:00.000Z', changed: '2026-08-20T00:00:00.000Z' }],
    ['Changed', { created: '2020-01-01', changed: '2026-09-01T23:00:00.000Z' }],
    ['Later', { created: '2020-01-01', changed: '2026-09-02' }],
    ['Before', { created: '2020-01-01', changed: '2026-08-01' }],
  ])
  expect(changesBetween(old, current, policies)).toEqual({
    from: { version: '2026.08.01', date: '2026-08-01' },
    to: { version: '2026.09.01', date: '2026-09-01' },
    services: { added: [], removed: [] },
    actions: { added: ['s3:NewAction'], removed: ['s3:OldAction'] },
    accessLevels: ['s3:PutObject: Read → Write'],
    keys: { added: ['s3:delimiter'], removed: ['s3:prefix'] },
    policies: { created: ['New'], changed: ['Changed'] },
  })
})

test.each<[says: string, known: readonly string[], change: string, then: readonly string[]]>([
  ['the first', [], '08 09', ['08 09']],
  ['a later one comes first', ['08 09'], '09 10', ['09 10', '08 09']],
  ['an older one goes to its place', ['09 10'], '08 09', ['09 10', '08 09']],
  ['one that’s known', ['08 09'], '08 09', ['08 09']],
  ['one within a known one', ['07 10'], '08 09', ['07 10']],
  ['to the same day from a later one', ['07 09'], '08 09', ['07 09']],
  ['to the same day from an earlier one', ['08 09'], '07 09', ['07 09']],
  ['one with two known ones in it', ['09 10', '08 09', '06 07'], '08 10', ['08 10', '06 07']],
  ['back in time', ['08 09'], '10 09', ['08 09']],
])('no day is told twice: %s', (_, known, change, then) => {
  const months = (span: string) => {
    const [from, to] = span.split(' ').map((month) => snapshot(`2026-${month}-01`, {}, []))
    return changesBetween(from ?? old, to ?? old, new Map())
  }
  const told = withChange(known.map(months), months(change))
  expect(told.map(({ from, to }) => `${from.date.slice(5, 7)} ${to.date.slice(5, 7)}`)).toEqual(then)
})

test('the same data isn’t a change', () => {
  expect(isChange(changesBetween(old, old, new Map()))).toBe(false)
  expect(isChange(changesBetween(old, current, new Map()))).toBe(true)
})

test('the data file has the form that the page reads, the newest first', () => {
  const changes = z.array(dataChangeSchema).parse(JSON.parse(readFileSync('content/data-changes.json', 'utf8')))
  expect(changes.length).toBeGreaterThan(0)
  const days = changes.map(({ to }) => to.date)
  expect(days).toEqual(days.toSorted().toReversed())
})

test('our tables name only actions that the data has', async () => {
  expect(unknownTableActions(await loadReference())).toEqual([])
  expect(unknownTableActions(await loadReference(['s3'])).length).toBeGreaterThan(100)
})

test.each([
  ['2026-09-26', '2026-12-25', false],
  ['2026-09-26', '2026-12-26', true],
  ['2026-09-26', '2026-09-26', false],
])('data of %s is old on %s: %s', (day, now, expected) => {
  expect(isOldData(day, Date.parse(now))).toBe(expected)
})
