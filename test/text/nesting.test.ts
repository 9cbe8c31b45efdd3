import { expect, test } from 'vitest'
import { readHcl } from '../../src/text/hcl.ts'
import { endOfShallow } from '../../src/text/nesting.ts'
import { readScript } from '../../src/text/script.ts'

test.each([
  ['{"a": [1]}', 2, '{"a": [1]}'],
  ['{"a": [1]}', 1, '{"a": '],
  ['}}}{[', 1, '}}}{'],
  ['{"[[[": 1}', 1, '{"[[[": 1}'],
  ['{}{}{}', 1, '{}{}{}'],
  ['f(g(1))', 1, 'f(g'],
  ['{"\\"[[[": 1}', 1, '{"\\"[[[": 1}'],
  ['{"a\n[1]}', 1, '{"a\n'],
])('%j has at most %d levels up to %j', (text, deepest, shallow) => {
  expect(text.slice(0, endOfShallow(text, deepest))).toBe(shallow)
})

// The parsers of programs ran out of memory: 3 GB for each of these.
test.each(['{code', 'f({', 'f(', 'a = {', 'x [{', '`${', '!'])('320 KB of %j are read', (unit) => {
  const text = unit.repeat(Math.ceil(320_000 / unit.length))
  expect(readHcl(text).kind).toBe('object')
  for (const as of ['program', 'value', 'values'] as const) expect(() => readScript(text, as)).not.toThrow()
})

test('what comes before too many levels is still read', () => {
  const text = `a = 1\n${'b {\n'.repeat(1000)}`
  expect(readHcl(text).members[0]?.key.value).toBe('a')
})
