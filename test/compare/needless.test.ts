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
