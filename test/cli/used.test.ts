// whydenied used: trails in, what each caller used and a policy for just that out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-used-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const call = (name: string, role: string): object => ({
  eventVersion: '1.08',
  eventTime: '2026-10-01T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: name,
  userIdentity: {
    type: 'AssumedRole',
    sessionContext: { sessionIssuer: { arn: `arn:aws:iam::111122223333:role/${role}` } },
  },
  requestParameters: { bucketName: 'logs', key: 'a' },
})
const trail = join(folder, 'trail.json.gz')
writeFileSync(trail, gzipSync(JSON.stringify({ Records: [call('GetObject', 'app'), call('ListBuckets', 'other')] })))
const policy = join(folder, 'policy.json')
const write = (actions: readonly string[]): void =>
  writeFileSync(
    policy,
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }),
  )

test('every caller with its actions, its window, and what the trail doesn’t show', async () => {
  const { stdout, status } = await runWith(['used', trail])
  expect(stdout).toMatch(
    /role\/app\n {2}1 event from 2026-10-01T10:00:00Z to[\s\S]*s3:GetObject, last[\s\S]*iam:PassRole is never[\s\S]*role\/other\n[\s\S]*s3:ListAllMyBuckets/,
  )
  expect(status).toBe(0)
})
test('the current policies of one caller are trimmed, with a proof', async () => {
  write(['s3:*', 'sqs:*'])
  const { stdout } = await runWith(['used', '--principal', 'app', '--with', policy, trail])
  expect(stdout).toMatch(/"Action": \[\s+"s3:GetObject"\s+\]/)
  expect(stdout).toMatch(/Against the current policies: Proven/)
  expect(stdout).toMatch(/Every event that the current policies allow is still allowed/)
})
test('an event that the current policies don’t allow is named: something else allowed it', async () => {
  write(['sqs:*'])
  const { stdout } = await runWith(['used', '--principal', 'app', '--with', policy, trail])
  expect(stdout).toMatch(/Not used at all: .*policy\.json/)
  expect(stdout).toMatch(/Not clearly allowed by the current policies either: s3:GetObject on arn:aws:s3:::logs\/a/)
})
test('policies without a single caller, or a file that isn’t there, can’t be used', async () => {
  expect(await runWith(['used', '--with', policy, trail])).toMatchObject({ status: 2, stdout: '' })
  expect(await runWith(['used', join(folder, 'nope.json')])).toMatchObject({ status: 2 })
})
test('--json has the same', async () => {
  const { callers } = JSON.parse((await runWith(['used', '--json', trail])).stdout)
  expect(callers).toMatchObject([
    { caller: 'arn:aws:iam::111122223333:role/app', actions: [{ action: 's3:GetObject', count: 1 }] },
    {},
  ])
})

test('account details give every caller its own policies, and callers that they don’t have are named', async () => {
  const details = join(folder, 'account.json')
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:*', 'ec2:*'], Resource: '*' }] }
  const entity = {
    RoleName: 'app',
    Arn: 'arn:aws:iam::111122223333:role/app',
    RolePolicyList: [{ PolicyName: 'Wide', PolicyDocument: document }],
    AttachedManagedPolicies: [],
  }
  writeFileSync(
    details,
    JSON.stringify({ RoleDetailList: [entity], UserDetailList: [], GroupDetailList: [], Policies: [] }),
  )
  const { stdout, stderr, status } = await runWith(['used', '--json', '--with', details, trail])
  const { callers } = JSON.parse(stdout)
  expect(callers).toMatchObject([
    { trimmed: { names: ['Wide'], opensNothing: { result: 'pass' }, notAllowed: [] } },
    { caller: 'arn:aws:iam::111122223333:role/other' },
  ])
  expect(callers[0].trimmed.policies[0]).toMatch(/"s3:GetObject"/)
  expect(callers[1].trimmed).toBeUndefined()
  expect(stderr).toContain('no policies for arn:aws:iam::111122223333:role/other')
  expect(status).toBe(0)
})
