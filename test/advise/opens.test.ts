// What a fix opens: exactly the denied call, or more, with a request that shows it and a narrower document.
import { describe, expect, test } from 'vitest'
import type { Fix } from '../../src/advise/index.ts'
import { type Case, diagnose, opensOf } from '../../src/advise/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { opensSentence } from '../../src/words/index.ts'

const user = 'arn:aws:iam::111122223333:user/mateo'
const request = { principal: user, action: 's3:GetObject', resource: 'arn:aws:s3:::reports/a.csv' }
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
function opened(type: PolicyType, before: string, after: string, others: Case['policies'] = []) {
  const given: Case = { paste: '', ...request, policies: [{ name: 'Policy', type, text: before }, ...others] }
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
      /For example, arn:.* can also perform s3:/,
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
  const narrower = compile([{ type: 'identity', text: opens.narrower }])
  expect([narrower.problems, narrower.decide(request), narrower.decide(opens.example)]).toEqual([
    [],
    'allowed',
    'implicitDeny',
  ])
})

test('a fix that opens the call alone has no narrower one', () => {
  expect(opened('identity', write(lists), write(lists, gets))).not.toHaveProperty('narrower')
})
