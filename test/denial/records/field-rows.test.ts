// Cells of a query's result: which objects are parsed to find out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../../src/denial/json-in.ts'
import { FieldRows, mayBeCell } from '../../../src/denial/records/field-rows.ts'

test.each<[text: string, may: boolean]>([
  ['{"field": "errorCode", "value": "AccessDenied"}', true],
  ['{"value": "AccessDenied", "ptr": "x", "field": "errorCode"}', true],
  ['{"eventName": "GetObject"}', true],
  ['{"errorMessage":"a \\", \\"b\\": 1"}', true],
  ['{"eventVersion":"1.11","userIdentity":{"type":"IAMUser"}}', false],
  ['{ "eventName" : "GetObject" ,\n "readOnly" : true }', false],
  ['{"key": "Name", "value": "x"}', false],
])('%s: %s', (text, may) => {
  expect(mayBeCell(text)).toBe(may)
})

const key = fc.constantFrom('field', 'value', 'eventName', 'errorCode', '@message', 'other', 'a b')
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', '\\', ',', ':', '{', '}', ' ', '\n'), maxLength: 12 }),
  fc.constantFrom(true, null, 7, -1, {}, ['x'], { field: 'a', value: 'b' }),
)
const object = fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))

test('an object that can’t be a cell isn’t one, also where it’s cut off (property)', () => {
  fc.assert(
    fc.property(object, fc.constantFrom(0, 1), fc.nat({ max: 120 }), (written, indent, length) => {
      const text = JSON.stringify(written, null, indent)
      for (const each of [text, text.slice(0, length)])
        if (!mayBeCell(each)) expect(new FieldRows().take(parse(each))).toBe(false)
    }),
    { seed: 25, numRuns: 2000 },
  )
})
