import { expect, test } from 'vitest'
import { hanging, indentation } from '../../src/controls/indentation.ts'

test.each<[line: string, spaces: number]>([
  ['', 0],
  ['{', 0],
  ['  "Statement": [', 2],
  ['      "s3:*",', 6],
  ['    ', 4],
  [`${' '.repeat(16)}x`, 16],
  // Deeper ones would leave a wrapped line no room on a phone.
  [`${' '.repeat(60)}x`, 16],
  // How wide a tab is, only the reader's browser knows.
  ['\tx', 0],
])('%j is indented by %i', (line, spaces) => {
  expect(indentation(line)).toBe(spaces)
  expect(hanging(line)).toEqual({ '--wd-indent': `${spaces}ch` })
})
