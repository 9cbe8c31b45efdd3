// What can't be used: every command answers with one sentence and status 2.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-unusable-'))
const before = process.cwd()
beforeAll(() => {
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'binary'), new Uint8Array([0, 1, 0, 0, 0, 7, 1, 200]))
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

const names = commands.map(({ name }) => name)
/** Those that read files: the others say what they take instead, which is a sentence, too. */
const inputs: readonly (readonly string[])[] = [['--nope'], ['-x'], ['nowhere.json'], ['binary'], ['empty']]

test.each(names.flatMap((name) => inputs.map((args) => [name, ...args] as const)))('%s %s', async (...args) => {
  const { status, stdout, stderr } = await runWith(args)
  expect(stderr.split('\n').filter((line) => line !== '')).toEqual([expect.stringMatching(/^whydenied: .+[^.]$/)])
  // `ci` looks for policies and tests in the folder, and says that it found none.
  expect([status, args[0] === 'ci' ? '' : stdout]).toEqual([2, ''])
})

test.each<[args: readonly string[], says: string]>([
  [['lint', '--fast'], 'unknown option --fast; --help lists them'],
  [['lint', '--type'], "option '--type <value>' argument missing"],
  [['lint', '--json=3'], "option '--json' does not take an argument"],
  [['denials', '--type', 'scp'], 'denials has no option --type; --help lists them'],
  [['guess'], 'unknown command guess; --help lists them'],
])('%o says %s', async (args, says) => {
  expect(await runWith(args)).toEqual({ status: 2, stdout: '', stderr: `whydenied: ${says}\n` })
})

test.each(names)('%s --help says what it takes, and has no blanks at the ends of lines', async (name) => {
  const { status, stdout, stderr } = await runWith([name, '--help'])
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout.startsWith(`whydenied ${name}`)).toBe(true)
  expect(stdout).not.toMatch(/ $/m)
})
