// What a fix opens: exactly the denied call, or more, with a request that shows it and a narrower document.
import { describe, expect, test } from 'vitest'
import type { Fix } from '../../src/advise/index.ts'
import { type Case, diagnose, opensOf } from '../../src/advise/index.ts'
import { compile, type Facts, type Request } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { opensSentence } from '../../src/words/index.ts'

const user = 'arn:aws:iam::111122223333:user/mateo'
const getsReport = { principal: user, action: 's3:GetObject', resource: 'arn:aws:s3:::reports/a.csv' }
const request = getsReport
const write = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const allow = (Action: string | readonly string[], Resource: string, more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
const lists = allow('s3:ListBucket', 'arn:aws:s3:::reports')
const gets = allow('s3:GetObject', request.resource)

/** A fix that changes the only given policy of this type, next to others. */
function opened(
  type: PolicyType,
  before: string,
  after: string,
  others: Case['policies'] = [],
  { request = getsReport, facts = {} }: { readonly request?: Request; readonly facts?: Facts } = {},
) {
  const given: Case = {
    paste: '',
    ...request,
    context: undefined,
    facts,
    policies: [{ name: 'Policy', type, text: before }, ...others],
  }
  const diagnosis = diagnose(given, undefined)
  const verdict = compile([{ type, text: before }]).explain(request)
  const fix: Fix = {
    title: 'A change',
    owner: 'account administrator',
    policyType: type,
    policyIndex: 0,
    edit: undefined,
    before,
    after,
    note: '',
    risk: undefined,
    hasPlaceholder: false,
    included: [],
    options: [],
    holder: undefined,
    deliveries: [],
    proof: { before: verdict, after: verdict },
  }
  const [opens] = opensOf(given, { ...diagnosis, request, fixes: [fix] }, undefined)
  if (!opens) return expect.fail('nothing was worked out')
  return opens
}

const deny = (Resource: string): object => ({ Effect: 'Deny', Action: 's3:*', Resource })
const all = { name: 'All', type: 'identity', text: write(allow('s3:*', '*')) } as const

describe('in words', () => {
  test.each<[title: string, type: PolicyType, before: string, after: string, others: Case['policies'], says: RegExp]>([
    [
      'the denied call alone',
      'identity',
      write(lists),
      write(lists, gets),
      [],
      /^Opens exactly: s3:GetObject on arn:aws:s3:::reports\/a\.csv, and nothing else\.$/,
    ],
    [
      'with a condition',
      'identity',
      write(lists),
      write(lists, { ...gets, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      [],
      /csv, if Bool aws:MultiFactorAuthPresent true, and nothing else/,
    ],
    [
      'more objects',
      'identity',
      write(lists),
      write(lists, allow('s3:GetObject', 'arn:aws:s3:::reports/*')),
      [],
      /^Opens exactly: s3:GetObject on arn:aws:s3:::reports\/\*\. That’s more than the denied call/,
    ],
    [
      'more actions',
      'identity',
      write(lists),
      write(lists, allow('s3:*', request.resource)),
      [],
      /For example, arn:aws:iam::111122223333:user\/mateo can also perform s3:/,
    ],
    [
      'a Deny that is taken away',
      'identity',
      write(allow('s3:*', '*'), deny('arn:aws:s3:::reports/*')),
      write(allow('s3:*', '*')),
      [],
      /^That’s more than the denied call/,
    ],
    [
      'a Deny around which little else is allowed',
      'scp',
      write(allow('*', '*'), deny('arn:aws:s3:::reports/*')),
      write(allow('*', '*')),
      [{ name: 'Own', type: 'identity', text: write(gets) }],
      /and nothing else/,
    ],
    [
      'a boundary, with an identity-based policy that allows all of S3',
      'permissions-boundary',
      write(lists),
      write(lists, gets),
      [all],
      /and nothing else/,
    ],
    [
      'a bucket policy for everyone',
      'resource',
      write({ ...lists, Principal: { AWS: user } }),
      write({ ...lists, Principal: { AWS: user } }, { ...gets, Principal: '*' }),
      [],
      /That’s more than the denied call/,
    ],
    [
      'a bucket policy for the caller',
      'resource',
      write({ ...lists, Principal: { AWS: user } }),
      write({ ...lists, Principal: { AWS: user } }, { ...gets, Principal: { AWS: user } }),
      [],
      /and nothing else/,
    ],
  ])('%s', (_, type, before, after, others, says) => {
    expect(opensSentence(opened(type, before, after, others))).toMatch(says)
  })
})

test('the narrower document allows the call and not the example', () => {
  const opens = opened('identity', write(lists), write(lists, allow('s3:*', 'arn:aws:s3:::reports/*')))
  if (opens.is !== 'more' || opens.narrower === undefined) return expect.fail(JSON.stringify(opens))
  const narrower = compile([{ type: 'identity', text: opens.narrower.text }])
  expect([narrower.problems, narrower.decide(request), narrower.decide(opens.example)]).toEqual([
    [],
    'allowed',
    'implicitDeny',
  ])
})

test('a fix that opens the call alone has no narrower one', () => {
  expect(opened('identity', write(lists), write(lists, gets))).not.toHaveProperty('narrower')
})

// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
describe('"*" in the policy of a resource is that resource', () => {
  const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  const keyPolicy = (...actions: readonly string[]): string =>
    write(...actions.map((action) => allow(action, '*', { Principal: { AWS: user } })))
  test.each<[action: string, resource: string, before: readonly string[], after: readonly string[], says: RegExp]>([
    [
      'kms:Decrypt',
      key,
      ['kms:DescribeKey'],
      ['kms:DescribeKey', 'kms:Decrypt'],
      /^Opens exactly: kms:Decrypt on arn.*, and nothing else/,
    ],
    [
      'kms:Decrypt',
      key,
      ['kms:DescribeKey'],
      ['kms:DescribeKey', 'kms:*'],
      /That’s more than the denied call.*key\/1234abcd-12ab-34cd-56ef-1234567890ab\.$/,
    ],
    [
      'sqs:SendMessage',
      'arn:aws:sqs:us-east-1:111122223333:orders',
      ['sqs:ReceiveMessage'],
      ['sqs:ReceiveMessage', 'sqs:SendMessage'],
      /on arn:aws:sqs:us-east-1:111122223333:orders, and nothing else/,
    ],
    // A bucket policy's "*" is the bucket and every object.
    [
      's3:GetObject',
      'arn:aws:s3:::reports/a.csv',
      ['s3:ListBucket'],
      ['s3:ListBucket', 's3:GetObject'],
      /also perform s3:getobject on arn:aws:s3:::reports/i,
    ],
  ])('%s on %s', (action, resource, before, after, says) => {
    const call = { principal: user, action, resource }
    expect(opensSentence(opened('resource', keyPolicy(...before), keyPolicy(...after), [], { request: call }))).toMatch(
      says,
    )
  })
})

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
test('an SCP that doesn’t limit the management account doesn’t limit what a fix opens there', () => {
  const scp = { name: 'Limit', type: 'scp', text: write(gets) } as const
  const says = (managementAccount: boolean): string =>
    opensSentence(
      opened('identity', write(lists), write(lists, allow('s3:*', '*')), [scp], { facts: { managementAccount } }),
    )
  expect(says(false)).toMatch(/and nothing else/)
  expect(says(true)).toMatch(/That’s more than the denied call/)
})

// SNS needs both actions to deliver into an encrypted queue: nothing narrower would work, so nothing narrower is offered.
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services
// What a Deny held back is allowed elsewhere: by FullAWSAccess, or by policies that weren't pasted.
describe('a Deny that no longer applies to the caller', () => {
  const exempt = { Condition: { ArnNotLike: { 'aws:PrincipalArn': user } } }
  const deny = (Action: string, Resource: string, more: object = {}): object => ({
    Effect: 'Deny',
    Action,
    Resource,
    ...more,
  })
  const everyone = { Principal: '*' }
  const own: Case['policies'] = [{ name: 'Own', type: 'identity', text: write(gets) }]
  test.each<[title: string, type: PolicyType, policy: (more: object) => string, others: Case['policies'], is: string]>([
    ['an SCP alone', 'scp', (more) => write(deny('s3:*', '*', more)), [], 'more'],
    [
      'an SCP of the denied call alone',
      'scp',
      (more) => write(deny('s3:GetObject', request.resource, more)),
      [],
      'exactly',
    ],
    ['an SCP with what it allows', 'scp', (more) => write(deny('s3:*', '*', more), gets), [], 'exactly'],
    ['an RCP alone', 'rcp', (more) => write(deny('s3:*', '*', { ...everyone, ...more })), [], 'more'],
    ['a boundary alone', 'permissions-boundary', (more) => write(deny('s3:*', '*', more)), [], 'more'],
    ['an identity-based policy alone', 'identity', (more) => write(deny('s3:*', '*', more)), [], 'more'],
    [
      'an identity-based policy with its Allow',
      'identity',
      (more) => write(deny('s3:*', '*', more), gets),
      [],
      'exactly',
    ],
    [
      'a bucket policy alone',
      'resource',
      (more) => write(deny('s3:*', 'arn:aws:s3:::reports/*', { ...everyone, ...more })),
      [],
      'more',
    ],
    [
      'a bucket policy next to the caller’s',
      'resource',
      (more) => write(deny('s3:*', 'arn:aws:s3:::reports/*', { ...everyone, ...more })),
      own,
      'exactly',
    ],
  ])('%s', (_, type, policy, others, is) => {
    expect(opened(type, policy({}), policy(exempt), others).is).toBe(is)
  })
})

test('a Deny that is split or taken away opens what it held back', () => {
  const deny = (Action: string, more: object = {}): object => ({ Effect: 'Deny', Action, Resource: '*', ...more })
  const exempt = { Condition: { ArnNotLike: { 'aws:PrincipalArn': user } } }
  expect(opened('scp', write(deny('s3:*')), write(deny('s3:Put*'), deny('s3:Get*', exempt))).is).toBe('more')
  expect(opened('scp', write(deny('s3:*'), lists), write(lists)).is).toBe('more')
})

test('what the call needs as much as the denied action isn’t more', () => {
  const log = {
    delivery: {
      destination: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      providerResponse: '{"ErrorCode":"KMS.AccessDeniedException","ErrorMessage":"null (Service: AWSKMS)"}',
      statusCode: 400,
    },
    status: 'FAILURE',
  }
  const given: Case = { paste: JSON.stringify(log), policies: [] }
  const diagnosis = diagnose(given, undefined)
  const [opens] = opensOf(given, diagnosis, undefined)
  expect(diagnosis.fixes[0]?.after).toContain('kms:Decrypt')
  expect(opens?.is === 'more' ? opens.narrower : undefined).toBeUndefined()
})

// A text leaves behind the patterns that don't begin as it does, so as many as AWS saves in one policy are told apart.
test.each([
  ['names', (i: number) => `arn:aws:s3:::data-${i}/*`],
  ['names with stars behind them', (i: number) => `arn:aws:s3:::data-${i}*/logs/*/x*`],
])('of a statement with 500 resources, what a fix opens is known: %s', (_, name) => {
  const many = Array.from({ length: 500 }, (__, i) => name(i))
  const before = { Effect: 'Allow', Action: 's3:PutObject', Resource: many }
  expect(opened('identity', write(before), write(before, allow('s3:GetObject', request.resource))).is).toBe('exactly')
  expect(opened('identity', write(before), write(before, allow('s3:GetObject', 'arn:aws:s3:::reports*'))).is).toBe(
    'more',
  )
})
