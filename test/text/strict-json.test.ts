import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../src/text/index.ts'
import { readStrict } from '../../src/text/strict-json.ts'

const deepest = 100
const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON's own characters, those around its rules, and blanks that JSON doesn't have. */
const nearly = fc.string({
  unit: fc.constantFrom(...'{}[]",:\\/ntu1e.-+0 \n\t\r\u0001é\u2028\u00a0', 'true', 'null', '"a":', '\\u00e9', '\\"'),
  maxLength: 24,
})

describe('strict JSON', () => {
  test.each([
    ['{"a":1,}', 'a comma too many'],
    ['{"a" 1}', 'no colon'],
    ['[1 2]', 'no comma'],
    ['01', 'a leading zero'],
    ['1.', 'no digits behind the point'],
    ['"a\nb"', 'a line break in a string'],
    ['"\\x"', 'no such escape'],
    ['"\\u12"', 'an escape that is too short'],
    ['"a\\"', 'no end'],
    ['{"a":1}}', 'a bracket too many'],
    ['truex', 'a word with a tail'],
    ['// a\n1', 'a comment'],
    ['\u00a01', 'a blank of another kind'],
    ['', 'nothing'],
    ['{a:1}', 'a key without quotes'],
    ['{"a"', 'no value'],
  ])('%j is left to the tolerant reader: %s', (text) => {
    expect(readStrict(text, deepest)).toBeUndefined()
  })

  test('accepts what JSON.parse accepts, and nothing else (property)', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.json()), (text) => {
        expect(readStrict(text, deepest) !== undefined).toBe(parses(text))
      }),
      { seed: 20, numRuns: 3000 },
    )
  })

  test('gives the tree of the tolerant reader, with the same places (property)', () => {
    const value = fc.jsonValue({ maxDepth: 5 })
    const wide = fc.array(fc.tuple(fc.string(), value), { minLength: 14, maxLength: 20 })
    const text = fc.oneof(
      value.map((each) => JSON.stringify(each)),
      value.map((each) => JSON.stringify(each, null, 2)),
      wide.map((members) => `{${members.map(([key, each]) => `${JSON.stringify(key)}: ${JSON.stringify(each)}`)}}`),
    )
    fc.assert(
      fc.property(text, (json) => {
        // A mistake behind the value sends the same text to the tolerant reader.
        expect(readStrict(json, deepest)).toEqual(readJson(`${json} !`).value)
      }),
      { seed: 21, numRuns: 500 },
    )
  })

  test('keys that occur twice are both there', () => {
    const tree = readStrict('{"a":1,"a":2,"__proto__":3}', deepest)
    expect(tree?.kind === 'object' && tree.members.map(({ key }) => key.value)).toEqual(['a', 'a', '__proto__'])
  })

  test.each([
    [100, true],
    [101, false],
  ])('%i lists in one another: %s', (depth, isRead) => {
    const text = '['.repeat(depth) + ']'.repeat(depth)
    expect(readStrict(text, deepest) !== undefined).toBe(isRead)
    expect(readJson(text).problems.length === 0).toBe(isRead)
  })
})
