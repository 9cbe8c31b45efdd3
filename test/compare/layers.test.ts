// Every kind of policy on either side and around both, and parts of a request that depend on each other.
import { describe, expect, test } from 'vitest'
import { answerQuestion, type Comparison, noNewAccess } from '../../src/compare/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
import { accountIn, type PolicyType } from '../../src/iam/index.ts'

const policy = (type: PolicyType, statements: readonly object[], target?: string): PolicyInput => ({
  type,
  target,
  document: { Version: '2012-10-17', Statement: statements },
})
const allow = (Action: string | readonly string[], Resource = '*', more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
const deny = (Action: string, Resource = '*', more: object = {}): object => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
})
const everyone = { Principal: '*' }
const when = (operator: string, key: string, value: string | readonly string[]): object => ({
  Condition: { [operator]: { [key]: value } },
})
const outcome = (comparison: Comparison): string =>
  comparison.result === 'unknown' ? `unknown: ${comparison.because}` : comparison.result

type Case = readonly [
  title: string,
  type: PolicyType,
  old: readonly PolicyInput[],
  now: readonly PolicyInput[],
  around: readonly PolicyInput[],
  outcome: string,
]
const reads = [policy('identity', [allow('s3:GetObject')])]
const doesAll = [policy('identity', [allow('s3:*')])]
const onlyReads = (type: PolicyType): readonly PolicyInput[] => [policy(type, [allow('s3:GetObject')])]
const scps = (root: string, unit: string): readonly PolicyInput[] => [
  policy('scp', [allow(root)], 'r-root'),
  policy('scp', [allow(unit)], 'ou-1'),
]
const open = [policy('resource', [allow('s3:*', '*', everyone)])]
const closed = [policy('resource', [deny('iam:*', '*', everyone)])]

describe('layers around both sides', () => {
  test.each<Case>([
    ['nothing', 'identity', reads, doesAll, [], 'fail'],
    ['an SCP that allows no more', 'identity', reads, doesAll, onlyReads('scp'), 'pass'],
    [
      'an SCP of another account',
      'identity',
      reads,
      doesAll,
      [policy('scp', [allow('s3:GetObject')], '444455556666')],
      'fail',
    ],
    [
      'SCPs of two levels, one of which allows no more',
      'identity',
      reads,
      doesAll,
      scps('s3:Get*', 's3:*Object'),
      'fail',
    ],
    ['SCPs that together allow no more', 'identity', reads, doesAll, scps('s3:GetObject', '*'), 'pass'],
    ['a boundary', 'identity', reads, doesAll, onlyReads('permissions-boundary'), 'pass'],
    ['a session policy', 'identity', reads, doesAll, onlyReads('session'), 'pass'],
    ['an RCP that denies the rest', 'identity', reads, doesAll, [policy('rcp', [deny('s3:*', '*', everyone)])], 'pass'],
    [
      'a key, next to the policy of a bucket',
      'identity',
      reads,
      [policy('identity', [allow('s3:GetObject'), allow('kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/1')])],
      [policy('resource', [deny('s3:DeleteBucket', '*', everyone)], 'arn:aws:s3:::b')],
      'fail',
    ],
    [
      'an RCP can’t deny EC2',
      'identity',
      reads,
      [policy('identity', [allow('*')])],
      [policy('rcp', [deny('*', '*', everyone)])],
      'fail',
    ],
    ['an RCP and service-linked roles', 'resource', closed, open, [policy('rcp', [deny('*', '*', everyone)])], 'fail'],
    [
      'a resource-based policy grants it anyway',
      'identity',
      [policy('identity', [deny('iam:*')])],
      reads,
      [policy('resource', [allow('s3:*', '*', everyone)])],
      'fail',
    ],
    [
      'a resource-based policy that denies',
      'identity',
      reads,
      doesAll,
      [policy('resource', [{ Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: '*' }])],
      'pass',
    ],
    [
      'a boundary doesn’t limit what a resource-based policy grants to the caller',
      'resource',
      closed,
      open,
      onlyReads('permissions-boundary'),
      'fail',
    ],
    [
      'a boundary that explicitly denies does',
      'resource',
      closed,
      open,
      [policy('permissions-boundary', [deny('*')])],
      'pass',
    ],
    [
      'an SCP around a bucket policy doesn’t limit anonymous callers',
      'resource',
      closed,
      open,
      [policy('scp', [deny('*')])],
      'fail',
    ],
  ])('%s', (_, type, old, now, surroundings, expected) => {
    expect(outcome(noNewAccess({ type, old, new: now, surroundings }))).toBe(expected)
  })
})

describe('policies that limit', () => {
  test.each<Case>([
    ['an SCP allows more', 'scp', onlyReads('scp'), [policy('scp', [allow('*')])], [], 'fail'],
    ['a level that allows less hides one that allows more', 'scp', scps('*', 's3:*'), scps('s3:*', '*'), [], 'pass'],
    ['both levels allow more', 'scp', scps('*', 's3:*'), scps('*', '*'), [], 'fail'],
    [
      'a boundary allows more',
      'permissions-boundary',
      onlyReads('permissions-boundary'),
      [policy('permissions-boundary', [allow('s3:*')])],
      [],
      'fail',
    ],
    ['a session policy allows less', 'session', [policy('session', [allow('s3:*')])], onlyReads('session'), [], 'pass'],
    [
      'an RCP denies less',
      'rcp',
      [policy('rcp', [deny('s3:*', '*', everyone)])],
      [policy('rcp', [deny('s3:Get*', '*', everyone)])],
      [],
      'fail',
    ],
    [
      'an RCP denies more',
      'rcp',
      [policy('rcp', [deny('s3:Get*', '*', everyone)])],
      [policy('rcp', [deny('s3:*', '*', everyone)])],
      [],
      'pass',
    ],
    [
      'an endpoint policy allows more',
      'vpc-endpoint',
      [policy('vpc-endpoint', [allow('s3:GetObject', '*', everyone)])],
      [policy('vpc-endpoint', [allow('s3:*', '*', everyone)])],
      [],
      'fail',
    ],
    [
      'an endpoint policy allows less',
      'vpc-endpoint',
      [policy('vpc-endpoint', [allow('s3:*', '*', everyone)])],
      [policy('vpc-endpoint', [allow('s3:Get*', '*', everyone)])],
      [],
      'pass',
    ],
  ])('%s', (_, type, old, now, surroundings, expected) => {
    expect(outcome(noNewAccess({ type, old, new: now, surroundings }))).toBe(expected)
  })
})

const queue = 'arn:aws:sqs:us-east-1:444455556666:q'
const identity = (...statements: readonly object[]): readonly PolicyInput[] => [policy('identity', statements)]
const bucket = (...statements: readonly object[]): readonly PolicyInput[] => [policy('resource', statements)]
const home = (before: string, after = ''): string => `arn:aws:s3:::b/${before}\${aws:username}${after}`

describe('parts that depend on each other', () => {
  test.each<Case>([
    [
      'a queue of an account and aws:ResourceAccount of the same',
      'identity',
      [],
      identity(allow('sqs:*', queue, when('StringEquals', 'aws:ResourceAccount', '444455556666'))),
      [],
      'fail',
    ],
    [
      'a queue of an account and aws:ResourceAccount of another',
      'identity',
      [],
      identity(allow('sqs:*', queue, when('StringEquals', 'aws:ResourceAccount', '111122223333'))),
      [],
      'pass',
    ],
    [
      'a bucket’s owner',
      'identity',
      [],
      identity(allow('s3:*', '*', when('StringEquals', 's3:ResourceAccount', '111122223333'))),
      [],
      'fail',
    ],
    [
      'a caller of another account than the queue',
      'identity',
      [],
      identity(allow('sqs:*', queue, when('StringEquals', 'aws:PrincipalAccount', '111122223333'))),
      [],
      'fail',
    ],
    [
      'aws:userid of a session',
      'identity',
      [],
      identity(allow('s3:*', '*', when('StringLike', 'aws:userid', 'AROAEXAMPLE:*'))),
      [],
      'fail',
    ],
    [
      'aws:SourceArn and aws:SourceAccount that differ',
      'resource',
      closed,
      bucket({
        ...allow('s3:*'),
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' },
          StringEquals: { 'aws:SourceAccount': '444455556666' },
        },
      }),
      [],
      'pass',
    ],
    [
      'an account’s principal and a condition on its ARN',
      'resource',
      closed,
      bucket({
        ...allow('s3:*', '*', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/team/*')),
        Principal: { AWS: '444455556666' },
      }),
      [],
      'fail',
    ],
    [
      'a service that only a condition names',
      'resource',
      closed,
      bucket({ ...allow('s3:*', '*', when('StringLike', 'aws:PrincipalServiceName', 'cloudtrail.*')), Principal: '*' }),
      [],
      'fail',
    ],
    [
      'a variable that another pattern covers',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::b/*')),
      identity(allow('s3:*', home('', '/*'))),
      [],
      'pass',
    ],
    [
      'a variable that one value of another pattern covers',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::b/mary/*')),
      identity(allow('s3:*', home('', '/*'))),
      [],
      'fail',
    ],
    [
      'a variable whose shorter values are not covered',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::b/??*/y')),
      identity(allow('s3:*', home('', '/y'))),
      [],
      'fail',
    ],
    [
      'a variable that conditions fix',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::b/mary')),
      identity(allow('s3:*', home(''), when('StringEquals', 'aws:username', 'mary'))),
      [],
      'pass',
    ],
    [
      'a variable that conditions limit to what is covered',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::b/ab*')),
      identity(allow('s3:*', home(''), when('StringLike', 'aws:username', 'a?'))),
      [],
      'fail',
    ],
    [
      'one variable in two places',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::b/*')),
      identity(allow('s3:*', home('x/')), allow('s3:*', home('', '/x'))),
      [],
      'pass',
    ],
    [
      'a name that is filled in later',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::${var.bucket}/*')),
      identity(allow('s3:GetObject', 'arn:aws:s3:::x/*')),
      [],
      'unknown: open-names',
    ],
    [
      'a name that is filled in later, where it doesn’t matter',
      'identity',
      identity(allow('s3:*', 'arn:aws:s3:::${var.bucket}/*')),
      identity(allow('sqs:*')),
      [],
      'fail',
    ],
  ])('%s', (_, type, old, now, surroundings, expected) => {
    expect(outcome(noNewAccess({ type, old, new: now, surroundings }))).toBe(expected)
  })

  test.each([
    ['an owner', identity(allow('*', '*', when('StringEquals', 'aws:ResourceAccount', '222233334444')))],
    [
      'an owner that isn’t named',
      identity(allow('*', '*', when('StringNotEquals', 'aws:ResourceAccount', '222233334444'))),
    ],
    ['a queue', identity(allow('sqs:*', queue))],
    [
      'a caller’s account',
      identity(allow('sqs:*', queue, when('StringEquals', 'aws:PrincipalAccount', '444455556666'))),
    ],
  ])('an example’s accounts fit together: %s', (_, now) => {
    const comparison = noNewAccess({ type: 'identity', old: [], new: now })
    if (comparison.result !== 'fail') return expect.fail(outcome(comparison))
    for (const { request, assumed } of comparison.examples) {
      const told = request.context?.['aws:resourceaccount'] ?? request.resourceAccount
      expect(new Set([told, request.resourceAccount, accountIn(request.resource) ?? told]).size).toBe(1)
      expect(compile([...now, ...assumed]).decide(request)).toBe('allowed')
    }
  })
})

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
test.each<[action: string, result: Comparison['result']]>([
  ['s3:PutObject', 'pass'],
  ['s3:GetObject', 'fail'],
])('only what is asked for is looked for: not %s, although no SCP limits Mechanical Turk', (action, result) => {
  const input = { type: 'scp', new: scps('*', 's3:Get*') } as const
  expect(answerQuestion({ check: 'not-granted', access: { actions: [action] } }, input).result).toBe(result)
})

test('more accounts with SCPs of their own than can be told apart prove nothing', () => {
  const policy = (Action: string, more: object = {}): PolicyInput => ({
    type: 'identity',
    document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*', ...more } },
  })
  const scps = Array.from(
    { length: 60 },
    (_, i): PolicyInput => ({
      ...policy('s3:GetObject'),
      type: 'scp',
      target: String(100_000_000_000 + i),
    }),
  )
  const input = { type: 'identity', old: [policy('s3:GetObject')], surroundings: scps } as const
  expect(noNewAccess({ ...input, new: [policy('s3:PutObject')] }).result).not.toBe('pass')
  const here = { Condition: { StringEquals: { 'aws:PrincipalAccount': '100000000059' } } }
  expect(noNewAccess({ ...input, new: [policy('s3:PutObject', here)] }).result).not.toBe('fail')
})
