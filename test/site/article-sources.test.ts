import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceChanges } from '../../content/source-changes.ts'
import { comparisonsIn } from '../../src/site/article-sources.ts'

const compared = '[Compared](/start/what-it-does/#dates-of-sources)'

test.each([
  ['no sources', 'Some text.', []],
  [
    'one line with two pages',
    `## Sources\n\n${compared} on 2026-11-28: [One](https://docs.aws.amazon.com/1.html), [Two](https://repost.aws/2).`,
    [['2026-11-28', 'One https://docs.aws.amazon.com/1.html', 'Two https://repost.aws/2']],
  ],
  [
    'two days: the newest first',
    `${compared} on 2026-11-24: [Old](https://a.example/o).\n\n${compared} on 2026-11-29: [New](https://a.example/n).`,
    [
      ['2026-11-29', 'New https://a.example/n'],
      ['2026-11-24', 'Old https://a.example/o'],
    ],
  ],
  ['a link before the line', `[Other](https://a.example/x)\n${compared} on 2026-11-29: none.`, [['2026-11-29']]],
])('%s', (_, markdown, expected) => {
  const read = comparisonsIn(markdown)
  expect(read.map(({ date, pages }) => [date, ...pages.map(({ title, address }) => `${title} ${address}`)])).toEqual(
    expected,
  )
})

describe.each(sourceChanges)('$article on $date', ({ article, date, changed }) => {
  test('belongs to an article that was compared on that day', () => {
    const file = `content/${article}.mdx`
    expect(existsSync(file)).toBe(true)
    expect(comparisonsIn(readFileSync(file, 'utf8')).map((each) => each.date)).toContain(date)
    expect(changed).toMatch(/\.$/)
  })
})

test('changes are listed from the newest to the oldest', () => {
  const dates = sourceChanges.map(({ date }) => date)
  expect(dates).toEqual(dates.toSorted().toReversed())
})
