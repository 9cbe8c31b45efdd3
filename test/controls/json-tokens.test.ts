// Lines of JSON in the pieces that get a color.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonTokens } from '../../src/controls/json-tokens.ts'

const kinds = (line: string): string =>
  jsonTokens(line)
    .flatMap(({ kind, text }) => (kind ? [`${kind}:${text}`] : []))
    .join(' ')

test.each([
  ['  "Effect": "Allow",', 'key:"Effect" string:"Allow"'],
  ['"Action" : ["s3:Get*", "s3:Put*"]', 'key:"Action" string:"s3:Get*" string:"s3:Put*"'],
  ['"a": true, "b": -1.5e3', 'key:"a" literal:true key:"b" literal:-1.5e3'],
  ['"a \\" b": "c: \\\\"', 'key:"a \\" b" string:"c: \\\\"'],
  ['"open', 'string:"open'],
  ['},', ''],
])('%s', (line, expected) => {
  expect(kinds(line)).toBe(expected)
})

test('the pieces together are the line', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(
        jsonTokens(line)
          .map(({ text }) => text)
          .join(''),
      ).toBe(line)
    }),
    { seed: 20 },
  )
})
