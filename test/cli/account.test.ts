import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { exampleTexts } from '../../src/account-page/example.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-account-'))
for (const { name, text } of exampleTexts) writeFileSync(join(folder, `${name}.gz`), gzipSync(text))

describe('who-can with files', () => {
  const ask = ['who-can', '--action', 'billing:GetBillingData']
  test('a folder of packed outputs', async () => {
    const { status, stdout: out } = await runWith([...ask, folder])
    expect(status).toBe(0)
    expect(out).toContain('6 of 10 principals can, or might, call billing:GetBillingData on *')
    expect(out).toContain('user/ana  allowed  via group finance')
    expect(out).toContain('user/carla  implicitDeny  via role Accountant by sts:AssumeRole')
  })
  test('--jsonl prints one line per user and role', async () => {
    const { stdout: out } = await runWith([...ask, '--jsonl', folder])
    const lines = out.trim().split('\n')
    expect(lines).toHaveLength(10)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'user', decision: 'allowed', via: ['group finance'] })
  })
  test.each([
    ['no such file', [...ask, join(folder, 'none.json')], 'there is no such file'],
    ['no account in it', [...ask, '-'], 'get-account-authorization-details'],
    ['an option of another command', ['who-can', '--principal', 'ana', folder], 'has no option --principal'],
  ])('%s: status 2', async (_, args, told) => {
    const { status, stderr: err } = await runWith(args, '{}')
    expect(status).toBe(2)
    expect(err).toContain(told)
  })
})

describe('account details without users and roles', () => {
  test.each([
    [{ UserDetailList: [] }],
    [{ RoleDetailList: [] }],
    [{ GroupDetailList: [{ GroupName: 'g', Arn: 'arn:aws:iam::111122223333:group/g' }] }],
    [{ UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] }],
  ])('%j has no one who can', async (listing) => {
    const text = JSON.stringify(listing)
    const who = await runWith(['who-can', '--action', 's3:GetObject', '-'], text)
    expect([who.status, who.stderr]).toEqual([0, ''])
    expect(who.stdout).toContain('0 of 0 principals')
    expect(await runWith(['account', 'report', '-'], text)).toMatchObject({ status: 0, stderr: '' })
    expect((await runWith(['what-can', '--principal', 'ana', '-'], text)).stderr).toContain('no user or role ana')
  })
  test.each([{ Policies: [] }, { Policies: [{ PolicyName: 'p', Arn: 'arn:aws:iam::111122223333:policy/p' }] }])(
    '%j lists no one, and isn’t enough',
    async (listing) => {
      const { status, stderr } = await runWith(['account', 'report', '-'], JSON.stringify(listing))
      expect([status, stderr]).toEqual([2, expect.stringContaining('get-account-authorization-details')])
    },
  )
})

test('what-can with files, by name', async () => {
  const { status, stdout: out } = await runWith(['what-can', '--principal', 'erin', folder])
  expect(status).toBe(0)
  expect(out).toContain('budgets (AWS Budget Service)')
  expect((await runWith(['what-can', '--principal', 'nobody', folder])).status).toBe(2)
})

test('what-can with a name that a user and a role have', async () => {
  const arns = ['user', 'role'].map((kind) => `arn:aws:iam::111122223333:${kind}/ana`)
  const listing = {
    UserDetailList: [{ UserName: 'ana', Arn: arns[0] }],
    RoleDetailList: [{ RoleName: 'ana', Arn: arns[1] }],
  }
  const told = `2 users and roles are named ana; name one by its ARN: ${arns.join(', ')}`
  const files = await runWith(['what-can', '--principal', 'ana', '-'], JSON.stringify(listing))
  expect(files).toMatchObject({ status: 2, stderr: expect.stringContaining(told) })
  const input = await runWith(['what-can', '-'], JSON.stringify({ account: listing, principal: 'ana' }))
  expect(input).toMatchObject({ status: 2, stderr: expect.stringContaining(told) })
})

describe('account report', () => {
  test.each([
    ['text', 'user/ben  Is an administrator'],
    ['markdown', '| arn:aws:iam::111122223333:user/ana |'],
    ['csv', '"arn:aws:iam::111122223333:user/ana","","Yes"'],
    ['html', '<td>arn:aws:iam::111122223333:user/ana</td>'],
    ['json', '"id": "billing"'],
  ])('%s', async (format, part) => {
    const { status, stdout: out } = await runWith(['account', 'report', '--format', format, folder])
    expect(status).toBe(0)
    expect(out).toContain(part)
    expect(out).toContain('No credential report was given')
  })
  test.each([[['account']], [['account', 'list', folder]], [['account', 'report', '--format', 'pdf', folder]]])(
    '%j: status 2',
    async (args) => {
      expect((await runWith(args)).status).toBe(2)
    },
  )
})
