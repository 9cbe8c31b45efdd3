// An exception from a Deny frees its caller from all that the Deny is about; a narrower one leaves everything but the denied call in force.
import { describe, expect, test } from 'vitest'
import { type Case, diagnose, opensOf } from '../../src/advise/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { narrowerSentence, opensSentence } from '../../src/words/index.ts'

const reference = await loadReference()

const user = 'arn:aws:iam::111122223333:user/mateo'
const others = 'arn:aws:iam::111122223333:user/akua'
const object = 'arn:aws:s3:::reports/a.csv'
const write = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const open = { Effect: 'Allow', Action: '*', Resource: '*' }
const own = { name: 'Own', type: 'identity', text: write(open) } as const

interface Call {
  readonly type?: PolicyType
  readonly before: object
  readonly action?: string
  readonly resource?: string
  readonly principal?: string
  readonly context?: Case['context']
}

/** What the first fix opens that exempts the caller from this Deny. */
function exempted({ type = 'scp', before, action = 's3:GetObject', resource = object, ...more }: Call) {
  const allows = type === 'resource' ? [] : [open]
  const text = write(...allows, before)
  const given: Case = {
    paste: '',
    principal: user,
    action,
    resource,
    ...more,
    policies: [{ name: 'Guard', type, text }, own],
  }
  const diagnosis = diagnose(given, reference)
  const [fix] = diagnosis.fixes
  const [opens] = opensOf(given, diagnosis, reference)
  if (!fix || !opens || !diagnosis.request) return expect.fail(JSON.stringify(diagnosis.cause.title))
  return { fix, opens, request: diagnosis.request, type }
}

const deny = (Action: unknown, Resource: unknown, more: object = {}): object => ({
  Sid: 'Guard',
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
})

describe('opens the denied call alone', () => {
  test.each<[title: string, call: Call]>([
    ['a list of actions on everything', { before: deny(['s3:GetObject', 's3:PutObject'], '*') }],
    ['a list in another case', { before: deny(['S3:getobject', 's3:PutObject'], '*') }],
    ['every action on everything', { before: deny('*', '*') }],
    ['every action on a list', { before: deny('*', [object, 'arn:aws:s3:::reports/b.csv']) }],
    ['a pattern of actions on everything', { before: deny('s3:*', '*') }],
    ['a pattern of actions on a list', { before: deny('s3:*', [object, 'arn:aws:s3:::logs/*']) }],
    ['NotAction', { before: { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], Resource: '*' } }],
    ['NotResource', { before: { Effect: 'Deny', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::public/*' } }],
    ['both', { before: { Effect: 'Deny', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::public/*' } }],
    [
      'under a condition',
      {
        before: deny(['s3:GetObject', 's3:PutObject'], '*', {
          Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1'] } },
        }),
        context: { 'aws:RequestedRegion': 'us-east-1' },
      },
    ],
    [
      'next to an exception for someone else',
      {
        before: deny(['s3:GetObject', 's3:PutObject'], '*', {
          Condition: { ArnNotLike: { 'AWS:principalARN': others } },
        }),
      },
    ],
    [
      'for a role’s session',
      { before: deny('s3:*', '*'), principal: 'arn:aws:sts::111122223333:assumed-role/App/i-1' },
    ],
    [
      'in a permissions boundary',
      { type: 'permissions-boundary', before: deny(['s3:GetObject', 's3:PutObject'], '*') },
    ],
    [
      'in a bucket policy',
      {
        type: 'resource',
        before: deny(['s3:GetObject', 's3:PutObject'], [object, 'arn:aws:s3:::reports/b.csv'], { Principal: '*' }),
      },
    ],
    [
      'on an instance, on which other services act, too',
      {
        before: deny('ec2:*', '*'),
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
      },
    ],
  ])('%s', (_, call) => {
    const { fix, opens, request, type } = exempted(call)
    if (opens.is !== 'more' || !opens.narrower) return expect.fail(JSON.stringify({ opens, after: fix.after }))
    expect(opensSentence(opens)).toMatch(/more than the denied call/)
    expect(narrowerSentence(opens.narrower)).toMatch(
      new RegExp(
        `^A narrower change opens exactly: ${request.action} on .+ for arn:aws:iam::111122223333:\\w+/\\w+.*, and nothing else\\.$`,
      ),
    )
    const before = decisions(type, fix.before, request)
    expect(before.call).toBe('explicitDeny')
    expect(decisions(type, opens.narrower.text, request)).toEqual({ ...before, call: 'allowed' })
  })
})

/** Decisions about the call, and about calls that differ from it in one thing. */
function decisions(type: PolicyType, text: string, call: ReturnType<typeof exempted>['request']) {
  const { decide, problems } = compile([{ type, text }, own])
  expect(problems).toEqual([])
  const [service] = call.action.split(':')
  return {
    call: decide(call),
    'by another': decide({ ...call, principal: others }),
    'a read': decide({ ...call, action: `${service}:GetSomething` }),
    'a write': decide({ ...call, action: `${service}:PutObject` }),
    'of another service': decide({ ...call, action: 'ssm:StartSession' }),
    'on another object': decide({ ...call, resource: 'arn:aws:s3:::reports/b.csv' }),
    'on another bucket': decide({ ...call, resource: 'arn:aws:s3:::logs/x' }),
  }
}

// A pattern has no complement: what remains of it can't be said.
describe('opens less where the call alone can’t be said', () => {
  test.each<[title: string, call: Call, says: RegExp]>([
    [
      'a pattern of resources',
      { before: deny(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::reports/*') },
      /^A narrower change opens less, and exactly: s3:GetObject on arn:aws:s3:::reports\/\* for .*\/mateo\. /,
    ],
    [
      'patterns of actions and resources',
      { before: deny('s3:*', ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*']) },
      /less, and exactly: s3:GetObject on arn:aws:s3:::reports, arn:aws:s3:::reports\/\* for/,
    ],
    [
      'a pattern of some actions',
      { before: deny('s3:Get*', '*') },
      /less, and exactly: s3:Get\* on arn:aws:s3:::reports\/a\.csv for/,
    ],
  ])('%s', (_, call, says) => {
    const { opens, request, type } = exempted(call)
    if (opens.is !== 'more' || !opens.narrower) return expect.fail(JSON.stringify(opens))
    expect(narrowerSentence(opens.narrower)).toMatch(says)
    expect(compile([{ type, text: opens.narrower.text }, own]).decide(request)).toBe('allowed')
  })

  test('says why where nothing narrower is to be had', () => {
    const { opens } = exempted({ before: deny('ec2:*', '*'), action: 'ec2:DescribeInstances', resource: '*' })
    expect(opens).not.toHaveProperty('narrower.text')
    expect(opensSentence(opens)).toMatch(
      /^Opens exactly: ec2:\* on \* for .*\/mateo\. .* can’t leave one call out of a pattern\.$/,
    )
  })

  test.each([
    ['one action on a pattern', deny('s3:GetObject', 'arn:aws:s3:::reports/*')],
    ['one action on two patterns', deny('s3:GetObject', ['arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/a*'])],
  ])('says that it’s the narrowest already: %s', (_, before) => {
    const { opens } = exempted({ before })
    expect(opens).toMatchObject({ is: 'more', narrower: undefined })
    expect(opensSentence(opens)).toMatch(/can’t leave one call out of a pattern\.$/)
  })
})

test('an exception from a Deny of the call alone opens nothing else', () => {
  const { opens } = exempted({ before: deny('s3:GetObject', object) })
  expect(opensSentence(opens)).toBe(`Opens exactly: s3:GetObject on ${object} for ${user}, and nothing else.`)
})
