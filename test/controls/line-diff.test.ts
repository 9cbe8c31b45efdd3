import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inLines, lineDiff } from '../../src/controls/line-diff.ts'

const marks = { same: ' ', added: '+', removed: '-' } as const
const shown = (before: string, after: string): readonly string[] =>
  lineDiff(before, after).map((line) => (line.is === 'gap' ? `…${line.count}` : `${marks[line.is]}${line.text}`))

describe('inLines', () => {
  it.each([
    ['a policy in one line', '{"a":1}', '{"a":1,"b":[2]}', ['{\n  "a": 1\n}', '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}']],
    ['a policy over lines', '{\n"a":1}', '{\n"a":2}', ['{\n"a":1}', '{\n"a":2}']],
    ['no JSON', '{"a":', '{"a":1}', ['{"a":', '{"a":1}']],
    ['a new policy', '', '{"a":1}', ['', '{"a":1}']],
    [
      'a key of every object',
      '{"__proto__":1}',
      '{"__proto__":2}',
      ['{\n  "__proto__": 1\n}', '{\n  "__proto__": 2\n}'],
    ],
  ])('%s', (_, before, after, shown) => {
    expect(inLines(before, after)).toEqual(shown)
  })

  it('leaves a long text as it is', () => {
    const long = JSON.stringify('x'.repeat(60_000))
    expect(inLines(long, long)).toEqual([long, long])
  })
})

describe('lineDiff', () => {
  it('marks what was added and removed', () => expect(shown('a\nb\n', 'a\nc\n')).toEqual([' a', '-b', '+c']))
  it('shows a new document as added', () => expect(shown('', 'a\nb')).toEqual(['+a', '+b']))
  it('leaves out what is far from a change', () => {
    const lines = Array.from({ length: 20 }, (_, i) => String(i))
    expect(shown(lines.join('\n'), [...lines.slice(0, 10), 'new', ...lines.slice(10)].join('\n'))).toEqual([
      '…7',
      ' 7',
      ' 8',
      ' 9',
      '+new',
      ' 10',
      ' 11',
      ' 12',
      '…7',
    ])
  })
  it('gives back both texts from its lines', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', '{', '}'), { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = lineDiff(before, after).flatMap((line) => (line.is === 'gap' ? [] : [line]))
        const hidden = lineDiff(before, after).some(({ is }) => is === 'gap')
        fc.pre(!hidden)
        const side = (other: string): string =>
          lines
            .filter(({ is }) => is !== other)
            .map(({ text }) => text)
            .join('\n')
        expect([side('added'), side('removed')]).toEqual([before, after])
      }),
    )
  })
})
