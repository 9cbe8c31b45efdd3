// An input that can't be used: every command names the file, the line and the column, and what was expected.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-unusable-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['evaluate', 'compare'])('%s', (command) => {
  test.each<[name: string, text: string, says: RegExp]>([
    ['empty.json', '', /empty\.json: the input is empty$/m],
    [
      'prose.json',
      'hello\n',
      /prose\.json: the input is not JSON: this is not JSON, expected .* \(line 1, column 1\)$/m,
    ],
    [
      'cut.json',
      '{\n  "request": {\n',
      /cut\.json: the input is not JSON: an object is not closed, expected } \(line 3, column 1\)$/m,
    ],
    ['list.json', '[1]', /list\.json: the input: expected an object, found a list \(line 1, column 1\)$/m],
    ['fields.json', '{\n  "requets": {}\n}', /fields\.json: \w+: .* \(line \d, column \d\)$/m],
  ])('%s', async (name, text, says) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    const { status, stdout, stderr } = await runWith([command, file])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).toContain(`whydenied: ${file}: `)
  })
})

test('JSON on standard output names the file, too', async () => {
  const file = join(folder, 'wrong.json')
  writeFileSync(file, '{"request": {"principal": 1}}')
  const { status, stdout } = await runWith(['evaluate', '--json', file])
  expect(status).toBe(2)
  expect(JSON.parse(stdout)).toEqual({
    error: `${file}: request.principal: expected a string, found 1 (line 1, column 14)`,
  })
})

test('standard input has no name', async () => {
  const { stderr } = await runWith(['evaluate'], '{"request": []}')
  expect(stderr).toBe('whydenied: request: expected an object, found a list (line 1, column 2)\n')
})
