import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Brackets } from '../../src/text/index.ts'

/** The brackets outside strings, each with its place. */
function bracketsIn(text: string): string {
  const brackets = new Brackets()
  const found: string[] = []
  for (let code = brackets.next(text); code !== undefined; code = brackets.next(text))
    found.push(`${String.fromCharCode(code)}${brackets.at - 1}`)
  return found.join(' ')
}

test.each([
  ['', ''],
  ['no brackets', ''],
  ['{"a": [1]}', '{0 [6 ]8 }9'],
  ['{"a": "}"}', '{0 }9'],
  ['{"a": "\\"}"}', '{0 }11'],
  ['{"a": "\\\\"}', '{0 }10'],
  // A quote is missing: the string ends with its line.
  ['{"a: 1,\n"b": 2}', '{0 }14'],
  // The last backslash escapes what isn't there.
  ['{"a\\', '{0'],
])('%j: %s', (text, expected) => expect(bracketsIn(text)).toBe(expected))

test('a limit in the middle of an escape doesn’t end the string', () => {
  const brackets = new Brackets()
  const text = '"a\\"}" }'
  expect(brackets.next(text, 3)).toBeUndefined()
  expect([brackets.next(text), brackets.at]).toEqual(['}'.charCodeAt(0), text.length])
})

test('any limits on the way give the same brackets (property)', () => {
  const texts = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', '\n', 'a'), maxLength: 60 })
  fc.assert(
    fc.property(texts, fc.array(fc.nat(60)), (text, limits) => {
      const brackets = new Brackets()
      const found: string[] = []
      for (const limit of [...limits.sort((a, b) => a - b), text.length])
        for (
          let code = brackets.next(text, Math.min(limit, text.length));
          code !== undefined;
          code = brackets.next(text, Math.min(limit, text.length))
        )
          found.push(`${String.fromCharCode(code)}${brackets.at - 1}`)
      expect(found.join(' ')).toBe(bracketsIn(text))
    }),
    { seed: 20261128 },
  )
})
