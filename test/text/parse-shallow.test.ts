import { parser } from '@lezer/javascript'
import { expect, test } from 'vitest'
import { readHcl } from '../../src/text/hcl.ts'
import { hclParser } from '../../src/text/hcl-parser.ts'
import { parseShallow } from '../../src/text/parse-shallow.ts'
import { readScript } from '../../src/text/script.ts'

/** Where the innermost part of the parsed text ends. */
const parsedUpTo = (text: string, as = parser): number => {
  let furthest = 0
  parseShallow(as, text).iterate({
    enter: ({ from }) => {
      furthest = Math.max(furthest, from)
    },
  })
  return furthest
}

test.each([
  ['100 levels of objects', `a = ${'{b: '.repeat(100)}1${'}'.repeat(100)}`],
  ['a long list', `a = [${'{b: [1]}, '.repeat(20_000)}]`],
  ['a long program', 'f({a: [1]})\n'.repeat(20_000)],
  ['a long chain', `a${'.b()'.repeat(5000)}`],
  ['a long sum', `a${' + b'.repeat(5000)}`],
])('%s is read to its end', (_, text) => {
  expect(parsedUpTo(text)).toBeGreaterThan(0.98 * text.trimEnd().length - 200)
})

// Each took gigabytes, minutes, or all of the call stack.
test.each([
  '{code',
  'f({',
  'f(',
  'a = {',
  'x [{',
  '${',
  '!',
  '- ',
  '++',
  'await ',
  'a = b -> ',
  'if (a) ',
  'new ',
  'a ? ',
])('320 KB of %j are read', (unit) => {
  const text = unit.repeat(Math.ceil(320_000 / unit.length))
  expect(readHcl(text).kind).toBe('object')
  for (const as of ['program', 'value', 'values'] as const) expect(() => readScript(text, as)).not.toThrow()
})

test.each([
  ['brackets', parser, '['],
  ['operators', parser, '- '],
  ['Terraform’s blocks', hclParser, 'a {\n'],
])('the depth of %s is seen', (_, as, unit) => {
  expect(parsedUpTo(unit.repeat(20_000), as)).toBeLessThan(5000)
})

test('what comes before too many levels is still read', () => {
  const text = `a = 1\n${'b {\n'.repeat(1000)}`
  expect(readHcl(text).members[0]?.key.value).toBe('a')
})
