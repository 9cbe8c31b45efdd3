// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// Statements that change nothing: covered by others, or denied altogether. A law removes them and compares.
import { describe, expect, test } from 'vitest'
import { equivalent, needlessStatements, noNewAccess } from '../../src/compare/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { randomPair, seeded } from './random-pair.ts'

const write = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  more: object = {},
): object => ({ Effect: 'Allow', Action, Resource, ...more })
const deny = (Action: string, Resource: string, more: object = {}): object => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
})
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }
const objects = 'arn:aws:s3:::a/*'

describe('which statements change nothing', () => {
  test.each<[title: string, statements: readonly object[], found: readonly string[]]>([
    ['one inside another', [allow('s3:*', '*'), allow('s3:GetObject', objects)], ['1 covered']],
    ['one inside another, the narrow one first', [allow('s3:GetObject', objects), allow('s3:*', '*')], ['0 covered']],
    ['two that say the same: the later one', [allow('s3:Get*', '*'), allow('s3:Get*', '*')], ['1 covered']],
    [
      'one that two others cover between them',
      [
        allow('s3:GetObject', '*', mfa),
        allow('s3:GetObject', '*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
        allow('s3:GetObject', objects),
      ],
      ['2 covered'],
    ],
    [
      'resources that two others cover between them',
      [
        allow('s3:GetObject', objects),
        allow('s3:GetObject', 'arn:aws:s3:::b/*'),
        allow('s3:GetObject', ['arn:aws:s3:::a/1', 'arn:aws:s3:::b/1']),
      ],
      ['2 covered'],
    ],
    [
      'a condition that narrows what is allowed anyway',
      [allow('s3:GetObject', '*'), allow('s3:GetObject', '*', mfa)],
      ['1 covered'],
    ],
    [
      'an Allow that a Deny denies',
      [allow('s3:GetObject', objects), deny('s3:*', '*'), allow('sqs:*', '*')],
      ['0 denied'],
    ],
    ['an Allow that a Deny denies in part', [allow('s3:*', '*'), deny('s3:GetObject', '*')], []],
    ['a Deny inside another', [allow('*', '*'), deny('s3:*', '*'), deny('s3:GetObject', objects)], ['2 covered']],
    [
      'a Deny of what nothing here allows still counts for other policies',
      [allow('sqs:*', '*'), deny('s3:*', '*')],
      [],
    ],
    ['a Deny with another condition', [allow('*', '*'), deny('s3:*', '*', mfa), deny('s3:GetObject', objects)], []],
    ['statements about different things', [allow('s3:GetObject', objects), allow('s3:PutObject', objects)], []],
    ['a single statement', [allow('s3:GetObject', objects)], []],
  ])('%s', (_, statements, found) => {
    const needless = needlessStatements('identity', write(...statements), undefined)
    expect(needless.map(({ statement, why }) => `${statement.statement} ${why}`)).toEqual(found)
  })

  test.each<[PolicyType]>([['scp'], ['permissions-boundary'], ['session']])('in a policy of type %s, too', (type) => {
    const text = write(allow('*', '*'), allow('s3:*', '*'), deny('s3:*', '*', mfa))
    expect(needlessStatements(type, text, undefined).map(({ statement }) => statement.statement)).toEqual([1])
  })
  test('in a resource-based policy a statement for everyone covers one for a role', () => {
    const role = { Principal: { AWS: 'arn:aws:iam::111122223333:role/App' } }
    const text = write(allow('s3:*', '*', { Principal: '*' }), allow('s3:GetObject', objects, role))
    expect(needlessStatements('resource', text, undefined).map(({ statement }) => statement.statement)).toEqual([1])
  })
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
  test.each<[title: string, type: PolicyType, wide: unknown, narrow: unknown, needless: readonly number[]]>([
    ['an account, a user', 'resource', { AWS: '111122223333' }, { AWS: 'arn:aws:iam::111122223333:user/mary' }, []],
    ['an account, a role', 'trust', { AWS: '111122223333' }, { AWS: 'arn:aws:iam::111122223333:role/App' }, []],
    ['an account in two ways', 'resource', { AWS: '111122223333' }, { AWS: 'arn:aws:iam::111122223333:root' }, [1]],
    [
      'a role, its session',
      'resource',
      { AWS: 'arn:aws:iam::111122223333:role/App' },
      { AWS: 'arn:aws:sts::111122223333:assumed-role/App/mary' },
      [],
    ],
    ['everyone, a user', 'resource', '*', { AWS: 'arn:aws:iam::111122223333:user/mary' }, [1]],
    [
      'an account and a user, the user',
      'resource',
      { AWS: ['111122223333', 'arn:aws:iam::111122223333:user/mary'] },
      { AWS: 'arn:aws:iam::111122223333:user/mary' },
      [1],
    ],
  ])('who is named needs no identity-based policy: %s', (_, type, wide, narrow, needless) => {
    const statement = (Principal: unknown) => ({
      Effect: 'Allow',
      Principal,
      ...(type === 'trust' ? { Action: 'sts:AssumeRole' } : { Action: 's3:GetObject', Resource: objects }),
    })
    const found = needlessStatements(type, write(statement(wide), statement(narrow)), undefined)
    expect(found.map((each) => each.statement.statement)).toEqual(needless)
  })
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
  test.each<[title: string, first: readonly string[], second: readonly string[], needless: readonly number[]]>([
    ['less than the other', ['role/App', 'session'], ['role/App'], [1]],
    ['more than the other', ['role/App'], ['role/App', 'session'], [2]],
    ['other sessions than the other', ['role/App', 'session'], ['role/App', 'other session'], []],
  ])('a Deny with NotPrincipal that exempts %s', (_, first, second, needless) => {
    const arns = new Map([
      ['role/App', 'arn:aws:iam::111122223333:role/App'],
      ['session', 'arn:aws:sts::111122223333:assumed-role/App/mary'],
      ['other session', 'arn:aws:sts::111122223333:assumed-role/App/bob'],
    ])
    const exempting = (names: readonly string[]): object =>
      deny('s3:*', objects, { NotPrincipal: { AWS: names.map((name) => arns.get(name)) } })
    const text = write(allow('s3:*', '*', { Principal: '*' }), exempting(first), exempting(second))
    expect(needlessStatements('resource', text, undefined).map(({ statement }) => statement.statement)).toEqual(
      needless,
    )
  })
  test.each([{ AWS: 'arn:aws:iam::${AWS::AccountId}:root' }, { AWS: '${aws_iam_role.app.arn}' }, '${var.caller}'])(
    'a principal that the text doesn’t name proves nothing: %j',
    (Principal) => {
      const text = write(
        allow('kms:*', '*', { Principal }),
        allow('kms:Decrypt', '*', { Principal: { Service: 'sns.amazonaws.com' } }),
      )
      expect(needlessStatements('resource', text, undefined)).toEqual([])
      const all = { type: 'resource' as const, text: write(allow('kms:*', '*', { Principal })) }
      const none = { type: 'resource' as const, text: write() }
      expect(noNewAccess({ type: 'resource', old: [none], new: [all] }).result).toBe('unknown')
      expect(noNewAccess({ type: 'resource', old: [all], new: [all] }).result).toBe('pass')
    },
  )
  test('what can’t be read has none', () => {
    expect(needlessStatements('identity', '{"Statement": [', undefined)).toEqual([])
  })
})

test('without its needless statements a policy allows the same', () => {
  const random = seeded(4)
  let removed = 0
  for (let i = 0; i < 150; i++) {
    const { type, old } = randomPair(random)
    const document = old[0]?.document
    const text = JSON.stringify(document)
    const needless = new Set(needlessStatements(type, text, undefined).map(({ statement }) => statement.statement))
    if (needless.size === 0) continue
    removed++
    const { Statement: all }: { readonly Statement: readonly object[] } = JSON.parse(text)
    const left = { Version: '2012-10-17', Statement: all.filter((_, at) => !needless.has(at)) }
    const { result } = equivalent({ type, old, new: [{ type, document: left }] })
    expect(result, text).toBe('pass')
  }
  expect(removed).toBeGreaterThan(10)
})
