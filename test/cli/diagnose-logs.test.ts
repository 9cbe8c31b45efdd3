// diagnose over logs: with the policies of each caller, only what is new, and as a table for lakes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-bulk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const id = '111122223333'
const line = (caller: string, action: string): string =>
  `User: arn:aws:${caller} is not authorized to perform: ${action} on resource: arn:aws:s3:::logs/a\n`
const app = line(`sts::${id}:assumed-role/app/session`, 's3:GetObject')
const mary = line(`iam::${id}:user/mary`, 's3:PutObject')
const log = write('app.log', app.repeat(3) + mary)

const statement = (Effect: string, Action: string): object => ({ Effect, Action, Resource: '*' })
const document = (...Statement: readonly object[]): object => ({ Version: '2012-10-17', Statement })
const account = write(
  'account.json',
  JSON.stringify({
    UserDetailList: [],
    GroupDetailList: [],
    RoleDetailList: [
      {
        RoleName: 'app',
        Arn: `arn:aws:iam::${id}:role/service/app`,
        AssumeRolePolicyDocument: document(),
        RolePolicyList: [
          { PolicyName: 'Own', PolicyDocument: document(statement('Allow', 's3:*'), statement('Deny', 's3:Get*')) },
        ],
        AttachedManagedPolicies: [],
      },
    ],
    Policies: [],
  }),
)
const rowsOf = async (...args: readonly string[]) => {
  const { stdout, status, stderr } = await runWith(['diagnose', '--format', 'json', ...args, log])
  expect([stderr, status]).toEqual(['', 1])
  return JSON.parse(stdout).rows
}

test('with account details, each kind is diagnosed with the policies of its caller: the session of a role in a path has the role’s', async () => {
  const [before] = await rowsOf()
  expect(before).toMatchObject({ count: 3, certainty: expect.not.stringMatching('confirmed') })
  const [role, user] = await rowsOf('--policies', account)
  expect(role).toMatchObject({ count: 3, certainty: 'confirmed', explanation: expect.stringContaining('Own') })
  expect(user).toMatchObject({ count: 1, certainty: expect.not.stringMatching('confirmed') })
})

test.each([
  ['a file that isn’t there', join(folder, 'nope.json'), /nope\.json/],
  ['a file without account details', log, /needs account details/],
])('--policies with %s can’t be used', async (_, file, says) => {
  const { status, stderr, stdout } = await runWith(['diagnose', '--format', 'json', '--policies', file, log])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(says)
})

test('--since-last: the HTML report names what is new, and files that didn’t change are skipped', async () => {
  const state = join(folder, 'state.json')
  const report = join(folder, 'report.html')
  const run = () =>
    runWith(['diagnose', '--format', 'html', '--since-last', state, '--output', report, join(folder, '*.log')])
  expect(await run()).toMatchObject({ status: 1, stdout: '' })
  expect(readFileSync(report, 'utf8')).toMatch(
    /New since the last run<\/h2>\s*<table>[\s\S]*s3:GetObject[\s\S]*Seen before<\/h2>\s*<p>None/,
  )
  expect(await run()).toMatchObject({ status: 0 })
  write('later.log', mary + line(`iam::${id}:user/mary`, 's3:DeleteObject'))
  expect(await run()).toMatchObject({ status: 1 })
  const html = readFileSync(report, 'utf8')
  const [fresh = '', seen = ''] = html.slice(html.indexOf('New since')).split('Seen before')
  expect([fresh.includes('s3:DeleteObject'), fresh.includes('s3:PutObject')]).toEqual([true, false])
  expect([seen.includes('s3:PutObject'), seen.includes('s3:DeleteObject')]).toEqual([true, false])
})

test('Parquet: one row per kind, with types', async () => {
  const output = join(folder, 'kinds.parquet')
  expect(await runWith(['diagnose', '--format', 'parquet', '--output', output, log])).toMatchObject({
    status: 1,
    stdout: '',
  })
  const bytes = readFileSync(output)
  const rows = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) })
  expect(rows).toMatchObject([
    { count: 3n, action: 's3:GetObject', fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/), isNew: null },
    { count: 1n, action: 's3:PutObject', resources: '["arn:aws:s3:::logs/a"]' },
  ])
})

test.each([
  ['Parquet without a file', ['--format', 'parquet'], /needs --output/],
  ['a folder that isn’t there', ['--format', 'csv', '--output', join(folder, 'no', 'a.csv')], /can’t write .*a\.csv/],
  ['a state that is something else', ['--since-last', log], /isn’t the state of an earlier run/],
])('%s can’t be used', async (_, args, says) => {
  const { status, stderr } = await runWith(['diagnose', ...args, log])
  expect(status).toBe(2)
  expect(stderr).toMatch(says)
})
