import { expect, test } from 'vitest'
import { applyEdit } from '../../src/text/index.ts'

test('changes are made in the order of the text, whatever their order in the list', () => {
  const changes = [
    { span: { from: 4, to: 5 }, insert: 'E' },
    { span: { from: 0, to: 0 }, insert: '>' },
  ] as const
  expect(applyEdit('abcdef', { title: '', changes })).toBe('>abcdEf')
})
