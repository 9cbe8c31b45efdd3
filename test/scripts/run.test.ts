// What npm test and npm start print without a terminal.
import { expect, test } from 'vitest'
import { run, withoutProgress } from '../../scripts/run.ts'

test('a command is told not to use colors', async () => {
  const { output } = await run('node', ['-p', '[process.env.NO_COLOR, process.env.FORCE_COLOR].join()'])
  expect(output.trim()).toBe('1,')
})

test.each([
  ['·····················', ''],
  ['··x·-·*', ''],
  ['·········×·°F±T·', ''],
  [' FAIL  test/a.test.ts', ' FAIL  test/a.test.ts'],
  ['  12 passed (3s)', '  12 passed (3s)'],
  ['', ''],
  ['- a list', '- a list'],
])('progress goes, words stay: %j', (line, expected) => {
  expect(withoutProgress(`a\n${line}\nb`).split('\n').filter(Boolean)).toEqual(['a', expected, 'b'].filter(Boolean))
})

test('a program that is not there is an answer, not an exception', async () => {
  expect((await run('whydenied-no-such-program', [])).status).toBe(127)
})
