import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ObjectSplitter, type Segment } from '../../src/denial/object-splitter.ts'

function split(text: string, length: number): readonly Segment[] {
  const splitter = new ObjectSplitter()
  const found: Segment[] = []
  for (let at = 0; at < text.length; at += length) found.push(...splitter.push(text.slice(at, at + length)))
  return [...found, ...splitter.end()]
}
const objects = (segments: readonly Segment[]): readonly string[] =>
  segments.filter(({ kind }) => kind === 'object').map(({ text }) => text)

describe('a text is split into objects and the text between them', () => {
  test.each<[text: string, objects: readonly string[]]>([
    ['{"a":1}', ['{"a":1}']],
    ['x {"a":"}"} y {"b":{"c":2}} z', ['{"a":"}"}', '{"b":{"c":2}}']],
    ['{"Records":[{"a":1},{"a":2}]}', ['{"a":1}', '{"a":2}']],
    ['{a} { } {', []],
    ['{"a":1', ['{"a":1']],
    ['{"a": "b\n{"eventSource":1,"eventName":2}', ['{"eventSource":1,"eventName":2}']],
  ])('%s', (text, expected) => {
    expect(objects(split(text, 1_000_000))).toEqual(expected)
  })

  test('nothing is lost or repeated, in pieces of any length (property)', () => {
    const text = fc.string({
      unit: fc.constantFrom('{"', '{', '}', '"', '\\', ':', '[', ']', '\n', ' ', 'userIdentity', '"Records":['),
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (written, length) => {
        const found = split(written, length)
        expect(found.map((each) => each.text).join('')).toBe(written)
        let at = 0
        for (const { from, text: part } of found) {
          expect(from).toBe(at)
          at += part.length
        }
        expect(objects(found)).toEqual(objects(split(written, 1_000_000)))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test.each([1000, 64_000, 10_000_000])(
    'members of an object that grows too long come out one by one (pieces of %i)',
    (length) => {
      const members = Array.from({ length: 40_000 }, (_, i) => `{"n":${i},"text":"${'x'.repeat(20)}"}`)
      const found = objects(split(`{"any":{"name":[${members.join(',')}]}} {"after":1}`, length))
      expect(found.length).toBe(40_001)
      expect(found.at(-1)).toBe('{"after":1}')
    },
  )
})
