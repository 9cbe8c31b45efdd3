// Several quick fixes as one edit.
import { expect, test } from 'vitest'
import { allFixes } from '../../src/checker/all-fixes.ts'
import type { Complaint } from '../../src/session/messages.ts'
import { applyEdit } from '../../src/text/index.ts'

const complaint = (from: number, to: number, insert: string): Complaint => ({
  severity: 'error',
  code: 'A',
  message: 'm',
  expected: undefined,
  span: { from, to },
  line: 1,
  column: 1,
  fix: { title: 'f', changes: [{ span: { from, to }, insert }] },
})

test.each<[title: string, fixes: readonly Complaint[], text: string | undefined]>([
  ['none', [], undefined],
  ['one is no “all”', [complaint(0, 1, 'x')], undefined],
  ['two apart', [complaint(0, 1, 'x'), complaint(3, 4, 'y')], 'xbcyef'],
  ['of two that touch the first counts', [complaint(0, 2, 'x'), complaint(1, 3, 'y'), complaint(4, 5, 'z')], 'xcdzf'],
])('%s', (_, fixes, text) => {
  const edit = allFixes(fixes)
  expect(edit && applyEdit('abcdef', edit)).toBe(text)
})
