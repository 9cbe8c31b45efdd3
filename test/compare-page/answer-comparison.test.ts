// What the page shows for a comparison: both directions, what stays, the statements, and links that open in the checker.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { answerComparison } from '../../src/compare-page/answer-comparison.ts'
import { comparisonExamples } from '../../src/compare-page/examples.ts'
import type { ComparisonAnswer, Outcome, ShownExample } from '../../src/compare-page/messages.ts'
import { verdictOf } from '../../src/compare-page/words.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { fromFragment } from '../../src/session/case-file.ts'
import type { ComparisonCase } from '../../src/session/comparison.ts'

const reference = await loadReference(['s3', 'sqs', 'sts', 'iam', 'ec2', 'kms'])
const answer = (comparison: Partial<ComparisonCase>): Promise<ComparisonAnswer> =>
  answerComparison({ old: [], new: [], around: [], never: [], ...comparison }, async () => ({ reference, missing: [] }))

const policy = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const text = (...statements: readonly object[]) => [{ name: 'P', text: policy(...statements) }]
const allow = (Action: string, Resource: string, more: object = {}) => ({ Effect: 'Allow', Action, Resource, ...more })
const deny = (Action: string, Resource: string, more: object = {}) => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
})
const examplesOf = (outcome: Outcome | undefined): readonly ShownExample[] =>
  outcome?.result === 'fail' ? outcome.examples : []

const reports = 'arn:aws:s3:::reports/*'

describe('the three columns', () => {
  test.each<
    [
      title: string,
      old: readonly object[],
      now: readonly object[],
      results: readonly [string, string, string],
      headline: RegExp,
    ]
  >([
    [
      'a wider action',
      [allow('s3:GetObject', reports)],
      [allow('s3:Get*', reports)],
      ['fail', 'pass', 'fail'],
      /^Allows more$/,
    ],
    [
      'a Deny',
      [allow('s3:*', reports)],
      [allow('s3:*', reports), deny('s3:PutObject', '*')],
      ['pass', 'fail', 'fail'],
      /less, and nothing new/,
    ],
    [
      'another order',
      [allow('s3:GetObject', reports), allow('sqs:*', '*')],
      [allow('sqs:*', '*'), allow('s3:GetObject', reports)],
      ['pass', 'pass', 'fail'],
      /exactly the same/,
    ],
    ['another service', [allow('s3:*', '*')], [allow('sqs:*', '*')], ['fail', 'fail', 'pass'], /more, and also less/],
    [
      'resources split into two statements',
      [allow('s3:GetObject', 'arn:aws:s3:::a/*'), allow('s3:GetObject', 'arn:aws:s3:::b/*')],
      [{ ...allow('s3:GetObject', ''), Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] }],
      ['pass', 'pass', 'fail'],
      /exactly the same/,
    ],
  ])('%s', async (_, old, now, results, headline) => {
    const { difference } = await answer({ old: text(...old), new: text(...now) })
    expect([difference?.opened.result, difference?.closed.result, difference?.kept.result]).toEqual(results)
    expect(difference && verdictOf(difference).headline).toMatch(headline)
  })

  test.each([
    ['s3:GetObject', true],
    ['s3:GetObjct', false],
  ])('does AWS list %s?', async (action, isListed) => {
    const { difference } = await answer({ old: text(allow('s3:PutObject', '*')), new: text(allow(action, '*')) })
    expect(examplesOf(difference?.opened)[0]?.isListed).toBe(isListed)
  })

  test('an example names the statement that allows it and the one that denies it on the other side', async () => {
    const { difference } = await answer({
      old: text(allow('s3:*', '*', { Sid: 'All' })),
      new: text(allow('s3:*', '*', { Sid: 'All' }), deny('s3:DeleteBucket', '*', { Sid: 'KeepBuckets' })),
    })
    const [example] = examplesOf(difference?.closed)
    expect(example).toMatchObject({
      action: 's3:DeleteBucket',
      by: { part: 'old', index: 0, label: 'All', line: 4 },
      other: { decision: 'explicitDeny', by: { part: 'new', index: 0, label: 'KeepBuckets', line: 10 } },
    })
  })

  test('each statement that opens something has an example', async () => {
    const { difference } = await answer({
      old: text(allow('s3:GetObject', reports)),
      new: text(
        allow('s3:GetObject', reports),
        allow('s3:PutObject', reports),
        allow('sqs:*', '*'),
        allow('kms:Decrypt', '*'),
      ),
    })
    const statements = examplesOf(difference?.opened).map(({ by }) => by?.label)
    expect(new Set(statements)).toEqual(new Set(['statement 2', 'statement 3', 'statement 4']))
  })

  test('an SCP around both keeps a change from counting', async () => {
    const change = { old: text(allow('s3:*', '*')), new: text(allow('s3:*', '*'), allow('sqs:*', '*')) }
    const scp = { type: 'scp', name: 'Lock', text: policy(allow('*', '*'), deny('sqs:*', '*')) } as const
    expect((await answer(change)).difference?.opened.result).toBe('fail')
    expect((await answer({ ...change, around: [scp] })).difference?.opened.result).toBe('pass')
  })
})

test('what must never be allowed: proven, shown, and public as AWS defines it', async () => {
  const open = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: reports }
  const { never, type } = await answer({
    new: text(open),
    never: [
      { ask: 'not-granted', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::reports/secret'] },
      { ask: 'not-granted', actions: ['s3:PutObject'], resources: [] },
      { ask: 'not-public', resourceType: 'AWS::S3::Bucket' },
    ],
  })
  expect(type).toBe('resource')
  expect(never.map((outcome) => outcome?.result)).toEqual(['fail', 'pass', 'fail'])
})

describe('ways to more permissions that only the new version allows', () => {
  const starter = allow('ec2:RunInstances', '*')
  const admin = { type: 'scp', name: 'Guard', text: policy(allow('*', '*'), deny('iam:PassRole', '*')) } as const
  const whole = ['iam:PassRole and ec2:RunInstances']
  test.each<
    [
      title: string,
      old: readonly object[],
      now: readonly object[],
      around: ComparisonCase['around'],
      found: readonly string[],
    ]
  >([
    [
      'an action that amounts to all',
      [starter],
      [starter, allow('iam:CreatePolicyVersion', '*')],
      [],
      ['iam:CreatePolicyVersion'],
    ],
    ['two actions, one of them there before', [starter], [starter, allow('iam:PassRole', '*')], [], whole],
    [
      'what was there before isn’t new',
      [starter, allow('iam:PassRole', '*')],
      [starter, allow('iam:PassRole', '*')],
      [],
      [],
    ],
    ['an SCP that denies one of them', [starter], [starter, allow('iam:PassRole', '*')], [admin], []],
    ['a Deny of the same policy', [starter], [starter, allow('iam:PassRole', '*'), deny('iam:PassRole', '*')], [], []],
    ['a role that is named', [starter], [starter, allow('iam:PassRole', 'arn:aws:iam::111122223333:role/App')], [], []],
    [
      'passing to another service',
      [starter],
      [
        starter,
        allow('iam:PassRole', '*', { Condition: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } } }),
      ],
      [],
      [],
    ],
    [
      'passing to this service',
      [starter],
      [
        starter,
        allow('iam:PassRole', '*', { Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } }),
      ],
      [],
      whole,
    ],
  ])('%s', async (_, old, now, around, found) => {
    const { difference } = await answer({ type: 'identity', old: text(...old), new: text(...now), around })
    expect(difference?.escalations.map(({ actions }) => actions.join(' and '))).toEqual(found)
  })
})

test('a statement of the new version that changes nothing is suggested for removal', async () => {
  const { complaints } = await answer({ new: text(allow('s3:*', '*'), allow('s3:GetObject', reports)) })
  expect(complaints.new[0]).toMatchObject([{ severity: 'suggestion', code: 'REDUNDANT_STATEMENT', line: 9 }])
})

describe('texts that aren’t plain policies', () => {
  test('a template’s policies are read out of it, and places are those of the template', async () => {
    const template = (action: string): string =>
      `Resources:\n  Reader:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Sid: Read\n            Effect: Allow\n            Action: ${action}\n            Resource: "*"\n`
    const { difference } = await answer({
      old: [{ name: 'old.yaml', text: template('s3:GetObject') }],
      new: [{ name: 'new.yaml', text: template('s3:Get*') }],
    })
    const [example] = examplesOf(difference?.opened)
    expect(example?.by).toMatchObject({ part: 'new', index: 0, label: 'Read' })
    expect(template('s3:Get*').slice(example?.by?.span.from)).toMatch(/^(?:- )?(?:Sid|{)?/)
  })
  test('a text without a policy has a problem, and nothing is compared', async () => {
    const { difference, complaints } = await answer({
      old: text(allow('s3:*', '*')),
      new: [{ name: 'x', text: 'hello' }],
    })
    expect(difference).toBeUndefined()
    expect(complaints.new[0]?.[0]).toMatchObject({ severity: 'error', line: 1 })
  })
  test('a syntax error has its place, and nothing is said about what can’t be read', async () => {
    const broken = policy(allow('s3:*', '*')).replace('"s3:*",', '"s3:*"')
    const { difference, complaints } = await answer({
      old: text(allow('s3:*', '*')),
      new: [{ name: 'x', text: broken }],
    })
    expect(complaints.new[0]?.[0]?.line).toBe(7)
    expect(difference).toBeUndefined()
  })
})

interface Row {
  readonly policyType: 'identity' | 'resource'
  readonly old: unknown
  readonly new: unknown
}
const rows: readonly Row[] = readFileSync(new URL('../compare/labeled.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const pairs = rows.filter((_, i) => i % 7 === 0)

test('an example opens in the checker with the decision that the page claims', async () => {
  const sideOf = (documents: unknown) =>
    [documents].flat().map((document) => ({ name: 'P', text: JSON.stringify(document) }))
  let opened = 0
  for (const { policyType: type, old, new: now } of pairs) {
    const { difference } = await answer({ type, old: sideOf(old), new: sideOf(now) })
    for (const [column, isAllowed] of [
      ['opened', true],
      ['closed', false],
      ['kept', true],
    ] as const)
      for (const { link, action, resource } of examplesOf(difference?.[column])) {
        const read = await fromFragment(link ?? '')
        if (!read.ok) expect.fail(read.problem)
        const { verdict } = diagnose(read.file.given, reference)
        expect(verdict?.decision === 'allowed', `${column}: ${action} on ${resource} in ${JSON.stringify(now)}`).toBe(
          isAllowed,
        )
        opened++
      }
  }
  expect(opened).toBeGreaterThan(50)
})

test.each(comparisonExamples.filter(({ managed }) => !managed).map(({ id, comparison }) => [id, comparison] as const))(
  'the example “%s” shows a difference',
  async (_, comparison) => {
    const { difference } = await answer(comparison)
    expect([difference?.opened.result, difference?.closed.result]).toContain('fail')
    expect(difference?.kept.result).toBe('fail')
  },
)
