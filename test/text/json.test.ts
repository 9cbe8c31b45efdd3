import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonNode, member, positionAt, positionsIn, readJson } from '../../src/text/index.ts'
import { problemWords } from '../../src/words/index.ts'
import { plain as plainNode } from './plain.ts'

describe('what is wrong is told with its place and what would be right', () => {
  // The | marks where the problem is reported.
  test.each<[text: string, code: string, expected: RegExp]>([
    ['|', 'json-empty', /policy/],
    ['{ "a": 1 |"b": 2 }', 'json-comma', /,/],
    ['{ "a" |1 }', 'json-colon', /:/],
    ['[ 1, 2|', 'json-close-bracket', /\]/],
    ['{ "a": 1,| }', 'json-key', /}/],
    ['{ "a": |tru }', 'json-symbol', /true/],
    ['{ "a": "b\n|c" }', 'json-string', /"/],
    ['{} |{}', 'json-end', /nothing more/],
    ['{ "a": "|\\x" }', 'json-escape', /\\/],
    ['|hello', 'json-symbol', /\{/],
  ])('%j is %s', (marked, code, expected) => {
    const [problem] = readJson(marked.replace('|', '')).problems
    expect(problem?.code).toBe(code)
    expect(problem && problemWords(problem).expected).toMatch(expected)
  })

  test.each([
    ['{ "a": 1 |"b": 2 }', 'a comma missing'],
    ['{ "a": 1,\n  |tru }', 'on the second line'],
  ])('%j is marked at the bar', (marked) => {
    const [problem] = readJson(marked.replace('|', '')).problems
    expect(problem?.span.from).toBe(marked.indexOf('|'))
  })

  test('endless nesting is rejected, not followed', () => {
    expect(readJson('['.repeat(1_000_000)).problems.map(({ code }) => code)).toEqual(['json-depth'])
  })
})

describe('the readable parts of broken JSON are still read', () => {
  test.each<[string, string]>([
    ['{ "a": [1, 2, { "b": null', '{"a":[1,2,{"b":null}]}'],
    ['{ "a": 1 "b": true }', '{"a":1,"b":true}'],
    ['{ "a": 1, "a": 2 }', '{"a":2}'],
  ])('%s gives %s', (text, expected) => {
    expect(JSON.stringify(plain(readJson(text).value))).toBe(expected)
  })

  test('any JSON comes back as it was (property)', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value, null, 1)
        const read = readJson(text)
        expect(read.problems).toEqual([])
        expect(plain(read.value)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('no text makes it throw, and every place lies in the text (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ntu1e. \n/*é'), maxLength: 60 }), (text) => {
        for (const { span } of readJson(text).problems) {
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})

test.each<[text: string, offset: number, place: string]>([
  ['', 0, '1:1'],
  ['ab\ncd', 4, '2:2'],
  ['ab\r\ncd', 4, '2:1'],
  ['ab\rcd', 3, '2:1'],
  ['ab', 99, '1:3'],
])('in %j offset %i is %s', (text, offset, place) => {
  const { line, column } = positionAt(text, offset)
  expect(`${line}:${column}`).toBe(place)
})

test('positions from one table equal those of a walk from the beginning (property)', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n'), maxLength: 30 })
  fc.assert(
    fc.property(text, (written) => {
      const positionOf = positionsIn(written)
      for (let offset = 0; offset <= written.length; offset++) {
        const lines = written.slice(0, offset).split(/\r\n|\n|\r(?!$)|\r$(?!\n)/)
        const isInsideCrlf = written[offset - 1] === '\r' && written[offset] === '\n'
        if (!isInsideCrlf)
          expect(positionOf(offset)).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 })
        expect(positionAt(written, offset)).toEqual(positionOf(offset))
      }
    }),
    { seed: 1 },
  )
})

test.each([3, 15, 16, 17, 400])('of %i members, the last one with a key is found', (count) => {
  const members = Array.from({ length: count }, (_, i) => `"k${i}": ${i}`)
  const { value } = readJson(`{ "k0": "old", ${members.join(', ')}, "k1": "new" }`)
  const at = (key: string): unknown => plain(member(value, key))
  expect([at('k0'), at('k1'), at('k2'), at(`k${count}`)]).toEqual([0, 'new', 2, undefined])
})

const plain = (node: JsonNode | undefined): unknown => node && plainNode(node)
