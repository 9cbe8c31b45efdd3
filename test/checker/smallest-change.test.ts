import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallestChange } from '../../src/checker/editor/smallest-change.ts'
import { applyEdit } from '../../src/text/index.ts'

it('is undefined if the texts are equal', () => expect(smallestChange('a', 'a')).toBeUndefined())
it('leaves the common beginning and end unchanged', () => {
  expect(smallestChange('{ "a": 1 }', '{ "a": 12 }')).toEqual({ span: { from: 8, to: 8 }, insert: '2' })
})
it('turns the one text into the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = smallestChange(before, after)
      expect(change ? applyEdit(before, { title: '', changes: [change] }) : before).toBe(after)
    }),
  )
})
