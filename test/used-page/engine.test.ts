// What the page about used permissions answers, without a browser.
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { toIndex, toShard } from '../../src/reference/index.ts'
import { openShelf } from '../../src/session/service-data.ts'
import { UsedEngine } from '../../src/used-page/engine.ts'
import { exampleCaller, examplePolicy, exampleTrail } from '../../src/used-page/example.ts'

const reference = await loadReference(['s3', 'sqs', 'ec2', 'iam', 'ce', 'budgets', 'dynamodb'])
const files = new Map([
  ['index', JSON.stringify(toIndex(reference))],
  ...[...reference.services].map(([prefix, service]) => [prefix, JSON.stringify(toShard(service))] as const),
])
const asked: string[] = []
const shelf = openShelf('https://whydenied.example.com/', async (url) => {
  const name = /reference\/(.+)\.json$/.exec(url)?.[1] ?? ''
  asked.push(name)
  return files.get(name)
})
const silent = (): void => {}

async function example(): Promise<UsedEngine> {
  const engine = new UsedEngine(shelf)
  await engine.open([], [exampleTrail], silent)
  return engine
}

test('the example: callers with their kinds, windows, and counts; only the data of their services is loaded', async () => {
  const engine = new UsedEngine(shelf)
  const { callers, texts, problems } = await engine.open([], [exampleTrail], silent)
  expect(callers.map(({ kind, name, events, actions }) => [kind, name, events, actions])).toEqual([
    ['role', 'app', 6, 3],
    ['permission set', 'Billing', 2, 2],
    ['user', 'mateo', 2, 2],
  ])
  expect(callers[0]).toMatchObject({ first: '2026-10-01T09:30:00Z', last: '2026-10-28T09:30:00Z' })
  expect([texts, problems]).toEqual([1, []])
  expect(asked.toSorted()).toEqual(['budgets', 'ce', 'ec2', 'iam', 'index', 's3', 'sqs'])
})

test('files are read in pieces, packed or not, with progress; what can’t be read is named', async () => {
  const engine = new UsedEngine(shelf)
  const progress: string[] = []
  const packed = new File([gzipSync(exampleTrail.text)], 'trail.json.gz')
  const broken = new File([gzipSync(exampleTrail.text).subarray(0, 200)], 'cut.json.gz')
  const { callers, problems } = await engine.open([packed, broken], [], (words) => progress.push(words))
  expect(callers[0]).toMatchObject({ name: 'app', events: 6 })
  expect(progress).toContain('Reading … 100%')
  expect(problems).toEqual([expect.stringMatching(/^cut\.json\.gz wasn’t read completely: .*too early/)])
})

test('details: actions with their last use, what trails never show, and a policy for just that', async () => {
  const details = await (await example()).details(exampleCaller)
  expect(details.actions.map(({ action, last }) => [action, last?.slice(0, 10)])).toEqual([
    ['s3:GetObject', '2026-10-22'],
    ['s3:ListBucket', '2026-10-03'],
    ['sqs:ListQueues', '2026-10-28'],
  ])
  expect(details.neverShown.join(' ')).toContain('iam:PassRole is never in a trail')
  expect(JSON.parse(details.policy).Statement).toHaveLength(3)
})

test('current policies are trimmed, with a proof, and Denies stay', async () => {
  const trimming = await (await example()).trim(exampleCaller, [{ name: 'pasted', text: examplePolicy }])
  expect(trimming).toMatchObject({ is: 'trimmed', isProven: true, lost: [], notAllowedBefore: [], missing: [] })
  if (trimming.is !== 'trimmed') return
  const [policy] = trimming.policies
  expect(JSON.parse(policy?.after ?? '').Statement).toEqual([
    { Effect: 'Allow', Resource: '*', Action: ['s3:GetObject', 's3:ListBucket', 'sqs:ListQueues'] },
    { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' },
  ])
  expect(trimming.proof).toMatch(/^Proven/)
  expect(trimming.compare).toMatch(/^[\w-]+$/)
})

test.each([
  [
    'a template',
    `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "*" }] })\n}`,
  ],
  ['Markdown', `The policy:\n\n\`\`\`json\n${examplePolicy}\n\`\`\`\n`],
])('current policies in %s are found', async (_, text) => {
  expect(await (await example()).trim(exampleCaller, [{ name: 'x', text }])).toMatchObject({
    is: 'trimmed',
    isProven: true,
  })
})

const details = (policies: readonly object[]): string =>
  JSON.stringify({
    RoleDetailList: [{ RoleName: 'app', Arn: exampleCaller, RolePolicyList: policies, AttachedManagedPolicies: [] }],
  })

test('account details: only the policies of this caller are trimmed', async () => {
  const text = details([{ PolicyName: 'Own', PolicyDocument: JSON.parse(examplePolicy) }])
  const engine = await example()
  expect(await engine.trim(exampleCaller, [{ name: 'account.json', text }])).toMatchObject({
    policies: [{ name: 'Own' }],
  })
  expect(await engine.trim('arn:aws:iam::111122223333:user/mateo', [{ name: 'account.json', text }])).toEqual({
    is: 'problem',
    problem: 'The account details don’t contain arn:aws:iam::111122223333:user/mateo.',
  })
  expect(await engine.trim(exampleCaller, [{ name: 'x', text: details([]) }])).toMatchObject({ is: 'problem' })
})

test('a text without a policy says so', async () => {
  expect(await (await example()).trim(exampleCaller, [{ name: 'x', text: 'hello' }])).toEqual({
    is: 'problem',
    problem: 'No policy was found in it.',
  })
})

test('without data, the trail is still read, and the page says what is missing', async () => {
  const engine = new UsedEngine(openShelf('https://x.example/', async () => undefined))
  const { callers, problems } = await engine.open([], [exampleTrail], silent)
  expect(callers).toHaveLength(3)
  expect(problems).toEqual([expect.stringContaining('couldn’t be loaded')])
  await expect(engine.details(exampleCaller)).rejects.toThrow('couldn’t be loaded')
})
