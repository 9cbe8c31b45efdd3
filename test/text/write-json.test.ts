// JSON that is written back, and the origin of each of its pieces.
import { expect, test } from 'vitest'
import { originOf, placesBetween, readJson, writeJson } from '../../src/text/index.ts'

const tree = (text: string) => {
  const { value } = readJson(text)
  if (!value) throw new Error('no JSON')
  return value
}

test.each([
  ['{}', '{}'],
  ['[]', '[]'],
  ['{"a":null}', '{\n  "a": null\n}'],
  ['{"a":[1,true,"x"]}', '{\n  "a": [\n    1,\n    true,\n    "x"\n  ]\n}'],
])('%s', (text, written) => {
  expect(writeJson(tree(text)).text).toBe(written)
})

test('a place in the new text leads to the old one', () => {
  const old = '{"a": {"b": 1}}'
  const { text, places } = writeJson(tree(old))
  const at = text.indexOf('1')
  expect(originOf(places, { from: at, to: at + 1 })).toEqual({ from: old.indexOf('1'), to: old.indexOf('1') + 1 })
})

test('two trees of one shape, and of another', () => {
  const places = placesBetween(tree('{"a": [1, 2], "b": 3}'), tree('{"a": [1]}'))
  expect(places.length).toBeGreaterThan(2)
})
