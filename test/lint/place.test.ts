import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place } from '../../src/lint/place.ts'
import { positionAt } from '../../src/text/index.ts'
import { cpuTime } from '../cpu-time.ts'

test('many places at once equal the places computed one by one, with any kind of line ending (property)', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n'), maxLength: 20 })
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 20 })), (written, offsets) => {
      const found = offsets.map((at) => Math.min(at, written.length)).map((from) => ({ span: { from, to: from } }))
      for (const { span, line, column } of place(written, found)) {
        expect({ line, column }).toEqual(positionAt(written, span.from))
      }
    }),
  )
})

test('a text of one long line is walked once, not once per place', () => {
  const text = 'x'.repeat(5_000_000)
  const found = Array.from({ length: 4000 }, (_, i) => ({ span: { from: text.length - i, to: text.length } }))
  expect(place(text, found).at(-1)).toMatchObject({ line: 1, column: text.length + 1 })
  const once = cpuTime(() => place(text, found.slice(0, 1)))
  expect(cpuTime(() => place(text, found))).toBeLessThan(Math.max(150, once * 40))
})
