// Dates in the form that requests hold, to the bounds of every part. https://www.w3.org/TR/NOTE-datetime
import { expect, test } from 'vitest'
import { readDate } from '../../src/iam/index.ts'

test.each<[text: string, read: string | undefined]>([
  ['2026-11-28T12:34:56Z', '2026-11-28T12:34:56.000Z'],
  ['2026-11-28T12:34:56.789Z', '2026-11-28T12:34:56.789Z'],
  ['2026-11-30T23:59:59Z', '2026-11-30T23:59:59.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['0050-01-01T00:00:00Z', '0050-01-01T00:00:00.000Z'],
  ['2026-11-28T12:34:56.7Z', '2026-11-28T12:34:56.700Z'],
  ['2026-11-28T12:34:56+01:00', '2026-11-28T11:34:56.000Z'],
  ['2026-02-29T00:00:00Z', undefined],
  ['2026-00-28T00:00:00Z', undefined],
  ['2026-13-28T00:00:00Z', undefined],
  ['2026-11-00T00:00:00Z', undefined],
  ['2026-11-28T24:00:00Z', undefined],
  ['2026-11-28T00:60:00Z', undefined],
  ['2026-11-28T00:00:60Z', undefined],
  ['2026-11-28T00:00:0aZ', undefined],
  ['2026-11-28T00:00:00.12aZ', undefined],
  ['2026/11-28T00:00:00Z', undefined],
  ['2026-11/28T00:00:00Z', undefined],
  ['2026-11-28t00:00:00Z', undefined],
  ['2026-11-28T00.00:00Z', undefined],
  ['2026-11-28T00:00.00Z', undefined],
  ['2026-11-28T00:00:00z', undefined],
  ['2026-11-28T00:00:00,123Z', undefined],
])('%s is %s', (text, read) => {
  expect(readDate(text)).toBe(read === undefined ? undefined : Date.parse(read))
})

test('the days of 2,000 years are counted like those of Date', () => {
  const texts: string[] = []
  for (let ms = Date.UTC(100, 0, 1); ms < Date.UTC(2100, 0, 1); ms += 86_400_000 * 9)
    texts.push(new Date(ms).toISOString())
  expect(texts.filter((text) => readDate(text) !== Date.parse(text))).toEqual([])
})
