// Behavior that only a real process shows: its streams, its exit status, and errors without a stack trace.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-process-'))
const message =
  'User: arn:aws:iam::123456789012:user/mary is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b'
const inputs = {
  message: join(folder, 'message.txt'),
  lines: join(folder, 'lines.jsonl'),
  policy: join(folder, 'policy.json'),
  scenario: join(folder, 'scenario.json'),
}
writeFileSync(inputs.message, message)
writeFileSync(inputs.lines, `${JSON.stringify({ text: message })}\n`.repeat(3000))
writeFileSync(inputs.policy, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}')
writeFileSync(
  inputs.scenario,
  '{"request":{"principal":"arn:aws:iam::123456789012:user/a","action":"s3:GetObject"},"policies":[]}',
)

const shell = (script: string, ...args: readonly string[]) =>
  spawnSync('sh', ['-c', script, process.execPath, ...args], { encoding: 'utf8' })
const program = '"$0" src/cli/main.ts'

const writing: readonly (readonly [command: string, file: string])[] = [
  ['explain', inputs.message],
  ['explain --jsonl', inputs.lines],
  ['denials --json', inputs.message],
  ['evaluate', inputs.scenario],
  ['lint --type identity', inputs.policy],
  ['lint --format sarif', inputs.policy],
  ['diagnose', inputs.message],
  ['diagnose --format html', inputs.message],
  ['--help', ''],
]

describe.each(writing)('%s', (command, file) => {
  test.runIf(process.platform === 'linux')('a full disk is told, with exit status 2', () => {
    const { status, stderr } = shell(`${program} ${command} ${file === '' ? '' : '"$1"'} > /dev/full`, file)
    expect(stderr).toMatch(/^whydenied: can’t write to standard output: the disk is full\n$/m)
    expect([status, /\n\s+at /.test(stderr)]).toEqual([2, false])
  })
})

test('a closed pipe is reported, with exit status 2', () => {
  const { stdout } = shell(
    `{ ${program} explain --jsonl "$1" 2>&1 >&3; echo "status $?"; } 3>&1 >"$2" | head -1`,
    inputs.lines,
    join(folder, 'told'),
  )
  expect(stdout).toMatch(/"kind":"access-denied"/)
  const told = shell('cat "$1"', join(folder, 'told')).stdout
  expect(told).toBe('whydenied: can’t write to standard output: the program that reads it has ended\nstatus 2\n')
})

test.each([
  ['explain --jsonl', 'nope.jsonl', /can’t read .*nope\.jsonl: there is no such file/],
  ['explain --jsonl', '.', /can’t read .*: it is a folder/],
  ['evaluate', 'nope.json', /can’t read .*nope\.json: there is no such file/],
  ['denials README.md --since-last', 'nope/state.json', /can’t write .*nope\/state\.json: there is no such folder/],
  ['diagnose --format json README.md --output', '.', /can’t write .*: it is a folder/],
  ['diagnose', 'nope.json', /can’t read .*nope\.json: there is no such file/],
])('%s %s', (command, file, says) => {
  const { status, stderr } = shell(`${program} ${command} "$1"`, join(folder, file))
  expect(stderr).toMatch(says)
  expect([status, stderr.trim().split('\n').length]).toEqual([2, 1])
})

test.runIf(process.platform === 'linux')('mcp reports a full disk', () => {
  const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })
  const { status, stderr } = shell(`printf '%s\\n' "$1" | ${program} mcp > /dev/full`, ping)
  expect([status, stderr]).toEqual([2, 'whydenied: can’t write to standard output: the disk is full\n'])
})

test('standard input, standard output, and the exit status', () => {
  const { status, stdout, stderr } = shell(`printf '%s' "$1" | ${program} explain --json`, message)
  expect([JSON.parse(stdout).action, status, stderr]).toEqual(['s3:GetObject', 1, ''])
})
