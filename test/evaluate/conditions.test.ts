// Operators and keys, one line each: does an Allow with this condition match a request with this context?
import { describe, expect, test } from 'vitest'
import { allow, ask, here, policy, session, user, when } from './scenario.ts'

type Row = readonly [operator: string, value: unknown, actual: string | readonly string[] | undefined, matches: boolean]

const tables: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  [
    'absent keys (rules 92 to 95, 97)',
    [
      ['StringEquals', 'a', undefined, false],
      ['StringNotEquals', 'a', undefined, true],
      ['StringEqualsIfExists', 'a', undefined, true],
      ['Null', 'true', undefined, true],
      ['Null', 'false', undefined, false],
      ['Null', 'FALSE', 'x', true],
      ['ForAllValues:StringEquals', 'a', undefined, true],
      ['ForAllValues:StringNotEquals', 'a', undefined, true],
      ['ForAnyValue:StringEquals', 'a', undefined, false],
      ['ForAnyValue:StringNotEquals', 'a', undefined, false],
      ['ForAnyValue:StringEqualsIfExists', 'a', undefined, false],
    ],
  ],
  [
    'several values (rules 90, 95 to 100)',
    [
      ['StringEquals', ['a', 'b'], 'b', true],
      ['StringNotEquals', ['a', 'b'], 'b', false],
      ['StringNotEquals', ['a', 'b'], 'c', true],
      ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
      ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
      ['ForAllValues:StringEquals', 'a', [], true],
      ['ForAllValues:StringEquals', 'a', [''], true],
      ['ForAnyValue:StringEquals', 'a', ['a', 'c'], true],
      ['ForAnyValue:StringNotEquals', 'a', ['a', 'c'], true],
      ['ForAnyValue:StringNotEquals', 'a', ['a'], false],
      ['StringEquals', 'a', ['a'], false],
      ['StringNotEquals', 'b', ['a'], false],
      ['ForAnyValue:StringEquals', 'a', 'a', true],
    ],
  ],
  [
    'texts (rules 103, 104)',
    [
      ['StringEquals', 'a*', 'a*', true],
      ['StringEquals', 'a*', 'ab', false],
      ['StringEquals', 'a', 'A', false],
      ['StringEqualsIgnoreCase', 'Ab', 'aB', true],
      ['StringEqualsIgnoreCase', 'a*', 'ab', false],
      ['StringLike', 'a*', 'ab', true],
      ['StringLike', 'a?', 'A1', false],
      ['StringNotLike', 'a*', 'ab', false],
      ['StringLike', 'a${*}', 'a*', true],
      ['StringLike', 'a${*}', 'ab', false],
    ],
  ],
  [
    'values that AWS would refuse, under operators that negate',
    [
      ['ArnNotLike', 'topic', 'arn:aws:sns:us-east-1:111122223333:topic', false],
      ['NotIpAddress', '10.0.0.0/33', '10.1.2.3', false],
      ['NotIpAddress', ['10.0.0.0/8', 'office'], '203.0.113.5', false],
      ['NumericNotEquals', 'ten', '10', false],
      ['DateNotEquals', 'today', '2026-01-01', false],
      ['NotIpAddress', 'office', undefined, true],
    ],
  ],
  [
    'ARNs (rules 105, 106)',
    [
      ['ArnLike', 'arn:aws:sns:*:111122223333:t*', 'arn:aws:sns:us-east-1:111122223333:topic', true],
      ['ArnEquals', 'arn:aws:sns:*:111122223333:t*', 'arn:aws:sns:us-east-1:111122223333:topic', true],
      ['ArnLike', 'arn:aws:sns:*:topic', 'arn:aws:sns:us-east-1:111122223333:topic', false],
      ['ArnLike', 'topic', 'topic', false],
      ['ArnNotLike', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:user/x', true],
      ['ArnLike', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:role/a/b', true],
    ],
  ],
  [
    'numbers (rules 107, 108)',
    [
      ['NumericEquals', '10', '10.0', true],
      ['NumericEquals', 10, '10', true],
      ['NumericEquals', '12', '12abc', false],
      ['NumericGreaterThan', '5', '6', true],
      ['NumericGreaterThan', '5', '5', false],
      ['NumericLessThanEquals', '5', '5', true],
      ['NumericLessThan', '-1', '-2.5', true],
    ],
  ],
  [
    'dates (rules 109, 110)',
    [
      ['DateLessThan', '2026-01-01', '2025-12-31T23:59:59Z', true],
      ['DateLessThan', '2026-01-01T00:00:00Z', '1767225599', true],
      ['DateGreaterThan', '2026-01-01T00:00:00+02:00', '2025-12-31T22:00:01Z', true],
      ['DateEquals', '2026-01-01', '2026-01-01T00:00:00Z', true],
      ['DateEquals', '2026', '2026-01-01', true],
      ['DateLessThan', '2026-02-30', '2026-01-01', false],
      ['DateNotEquals', '2026-01-01', '2026-01-02', true],
      ['DateEquals', '2024-01-01', '1704067200000', true],
      ['DateNotEquals', '2024-01-01', '1704067200001', true],
    ],
  ],
  [
    'true and false (rule 111)',
    [
      ['Bool', 'true', 'TRUE', true],
      ['Bool', true, 'true', true],
      ['Bool', 'false', 'true', false],
      ['Bool', 'yes', 'yes', false],
    ],
  ],
  [
    'bytes (rule 112)',
    [
      ['BinaryEquals', 'QQ==', 'QQ==', true],
      ['BinaryEquals', 'QQ==', 'qq==', false],
      ['BinaryEquals', 'not base64!', 'not base64!', false],
    ],
  ],
  [
    'addresses (rules 113 to 116)',
    [
      ['IpAddress', '203.0.113.0/24', '203.0.113.77', true],
      ['IpAddress', '203.0.113.5', '203.0.113.5', true],
      ['IpAddress', '203.0.113.5', '203.0.113.6', false],
      ['IpAddress', '0.0.0.0/0', '8.8.8.8', true],
      ['IpAddress', '10.0.0.0/9', '10.128.0.1', false],
      ['NotIpAddress', '203.0.113.5', '2001:db8::1', true],
      ['NotIpAddress', ['203.0.113.0/24', '198.51.100.0/24'], '198.51.100.9', false],
      ['IpAddress', '2001:DB8:0:0::1', '2001:db8::1', true],
      ['IpAddress', '2001:db8::/33', '2001:db8:8000::1', false],
      ['IpAddress', 'nonsense/99', '1.2.3.4', false],
    ],
  ],
  ['operators that are none (rule 102)', [['StringMatches', 'a', 'a', false]]],
]

for (const [title, rows] of tables) {
  describe(title, () => {
    test.each(rows)('%s %j on %j: %s', (operator, value, actual, matches) => {
      const context = actual === undefined ? {} : { 'my:Key': actual }
      const { decision } = ask({ context, policies: [policy('identity', allow('*', when(operator, 'my:key', value)))] })
      expect(decision).toBe(matches ? 'allowed' : 'implicitDeny')
    })
  })
}

describe('keys that AWS fills in by itself (rules 123, 124)', () => {
  test.each<[as: string, key: string, value: string | undefined]>([
    [user, 'aws:username', 'mateo'],
    [user, 'aws:PrincipalArn', user],
    [user, 'aws:PrincipalType', 'User'],
    [session, 'aws:username', undefined],
    [session, 'aws:PrincipalArn', `arn:aws:iam::${here}:role/Billing`],
    [session, 'aws:PrincipalType', 'AssumedRole'],
    [session, 'aws:PrincipalAccount', here],
    [`arn:aws:iam::${here}:root`, 'aws:PrincipalArn', `arn:aws:iam::${here}:root`],
    [user, 'aws:PrincipalIsAWSService', 'false'],
  ])('%s has %s %s', (as, key, value) => {
    const condition = value === undefined ? when('Null', key, 'true') : when('StringEquals', key, value)
    expect(ask({ as, policies: [policy('identity', allow('*', condition))] }).decision).toBe('allowed')
  })

  test('unless the request gives them', () => {
    const policies = [policy('identity', allow('*', when('StringEquals', 'aws:username', 'other')))]
    expect(ask({ context: { 'aws:UserName': 'other' }, policies }).decision).toBe('allowed')
  })
})
