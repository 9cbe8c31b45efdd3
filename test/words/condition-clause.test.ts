import { expect, it } from 'vitest'
import type { ActualValue } from '../../src/evaluate/index.ts'
import { elementClause } from '../../src/words/index.ts'

type Effect = 'Allow' | 'Deny'
type Row = readonly [
  effect: Effect,
  operator: string,
  values: readonly string[],
  actual: readonly string[] | Exclude<ActualValue['is'], 'values'>,
  clause: string,
]

/** What a condition on `k` says about a request. */
const rows: readonly Row[] = [
  ['Allow', 'StringEquals', ['a'], ['b'], '`k` must be `a`; the request has `b`'],
  ['Allow', 'StringEquals', ['a', 'b', 'c'], 'absent', '`k` must be `a`, `b` or `c`; the request doesn’t have it'],
  [
    'Allow',
    'StringEquals',
    ['1', '2', '3', '4', '5', '6'],
    ['7'],
    '`k` must be `1`, `2`, `3`, `4` or 2 more; the request has `7`',
  ],
  [
    'Allow',
    'StringEquals',
    ['a'],
    ['A'],
    '`k` must be `a`; the request has `A`, which differs in upper and lower case',
  ],
  [
    'Allow',
    'StringEquals',
    ['repo:*'],
    ['repo:x'],
    '`k` must be `repo:*`; the request has `repo:x`. StringEquals takes `*` and `?` literally',
  ],
  ['Allow', 'StringEquals', [], ['b'], '`k` must be one of no values; the request has `b`'],
  ['Allow', 'StringNotEquals', ['a', 'b'], ['a'], '`k` must not be `a` or `b`; the request has `a`'],
  ['Allow', 'StringEqualsIgnoreCase', ['a'], ['b'], '`k` must be `a` in any case; the request has `b`'],
  ['Allow', 'StringNotEqualsIgnoreCase', ['a'], ['A'], '`k` must not be `a` in any case; the request has `A`'],
  ['Allow', 'StringLike', ['a*'], [''], '`k` must match `a*`; the request has an empty value'],
  ['Allow', 'StringLike', ['a'], ['b'], '`k` must be `a`; the request has `b`'],
  ['Allow', 'StringNotLike', ['a*'], ['ab'], '`k` must not match `a*`; the request has `ab`'],
  [
    'Allow',
    'ArnEquals',
    ['arn:aws:sns:*:*:t'],
    'absent',
    '`k` must match `arn:aws:sns:*:*:t`; the request doesn’t have it',
  ],
  ['Allow', 'ArnNotLike', ['arn:*'], ['arn:x'], '`k` must not match `arn:*`; the request has `arn:x`'],
  ['Allow', 'Bool', ['true'], 'unknown', '`k` must be `true`; the request’s value isn’t known'],
  ['Allow', 'BoolIfExists', ['true'], ['false'], '`k` must be `true` or be absent; the request has `false`'],
  ['Allow', 'Null', ['true'], ['x'], '`k` must be absent; the request has `x`'],
  ['Allow', 'Null', ['false'], 'absent', '`k` must be present; the request doesn’t have it'],
  ['Allow', 'Null', ['true', 'false'], 'absent', '`k` can be present or absent; the request doesn’t have it'],
  ['Allow', 'IpAddress', ['10.0.0.0/8'], ['192.0.2.1'], '`k` must be in `10.0.0.0/8`; the request has `192.0.2.1`'],
  [
    'Allow',
    'NotIpAddress',
    ['10.0.0.0/8'],
    ['10.1.1.1'],
    '`k` must not be in `10.0.0.0/8`; the request has `10.1.1.1`',
  ],
  ['Allow', 'NumericEquals', ['5'], ['6'], '`k` must be `5`; the request has `6`'],
  ['Allow', 'NumericNotEquals', ['5'], ['5'], '`k` must not be `5`; the request has `5`'],
  ['Allow', 'NumericLessThan', ['5'], ['5'], '`k` must be less than `5`; the request has `5`'],
  ['Allow', 'NumericLessThanEquals', ['5'], ['6'], '`k` must be at most `5`; the request has `6`'],
  ['Allow', 'NumericGreaterThan', ['5'], ['5'], '`k` must be greater than `5`; the request has `5`'],
  ['Allow', 'NumericGreaterThanEquals', ['5'], ['4'], '`k` must be at least `5`; the request has `4`'],
  [
    'Allow',
    'DateLessThan',
    ['2026-01-01'],
    ['2026-02-01'],
    '`k` must be before `2026-01-01`; the request has `2026-02-01`',
  ],
  [
    'Allow',
    'DateGreaterThanEquals',
    ['2026-01-01'],
    'absent',
    '`k` must be at or after `2026-01-01`; the request doesn’t have it',
  ],
  [
    'Allow',
    'BinaryEquals',
    ['YQ=='],
    'absent',
    '`k` must hold the bytes `YQ==` (in Base64); the request doesn’t have it',
  ],
  [
    'Allow',
    'ForAnyValue:StringEquals',
    ['a'],
    ['b', 'c'],
    'at least one value of `k` must be `a`; the request has `b` and `c`',
  ],
  ['Allow', 'ForAllValues:StringLike', ['a*'], ['b'], 'every value of `k` must match `a*`; the request has `b`'],
  [
    'Allow',
    'ForAllValues:StringLike',
    ['a*'],
    [],
    'every value of `k` must match `a*`; the request has no values for it',
  ],
  [
    'Allow',
    'StringEquals',
    ['a'],
    'several',
    '`k` must be `a`; the request has several values, which this operator never matches',
  ],
  ['Allow', 'StringIs', ['a'], ['a'], '`k` is compared with StringIs, which AWS doesn’t have; the request has `a`'],
  // In "must not be … or be absent", the absent key would seem to be forbidden. It's what the operator lets through.
  ['Allow', 'StringNotEqualsIfExists', ['a'], ['a'], '`k` must not be `a`; the request has `a`'],
  ['Deny', 'StringEquals', ['a'], ['a'], 'it applies if `k` is `a`; the request has `a`'],
  ['Deny', 'StringNotEquals', ['a', 'b'], 'absent', 'it applies if `k` isn’t `a` or `b`; the request doesn’t have it'],
  [
    'Deny',
    'StringEqualsIfExists',
    ['a'],
    'absent',
    'it applies if `k` is `a` or is absent; the request doesn’t have it',
  ],
  ['Deny', 'StringNotLike', ['a*'], ['b'], 'it applies if `k` doesn’t match `a*`; the request has `b`'],
  [
    'Deny',
    'BoolIfExists',
    ['false'],
    'absent',
    'it applies if `k` is `false` or is absent; the request doesn’t have it',
  ],
  [
    'Deny',
    'NotIpAddress',
    ['10.0.0.0/8'],
    ['192.0.2.1'],
    'it applies if `k` isn’t in `10.0.0.0/8`; the request has `192.0.2.1`',
  ],
  ['Deny', 'Null', ['true'], 'absent', 'it applies if `k` is absent; the request doesn’t have it'],
  [
    'Deny',
    'NumericGreaterThan',
    ['3600'],
    ['7200'],
    'it applies if `k` is greater than `3600`; the request has `7200`',
  ],
  [
    'Deny',
    'DateGreaterThan',
    ['2026-01-01'],
    ['2026-02-01'],
    'it applies if `k` is after `2026-01-01`; the request has `2026-02-01`',
  ],
  [
    'Deny',
    'ForAnyValue:StringNotEquals',
    ['a'],
    ['b'],
    'it applies if at least one value of `k` isn’t `a`; the request has `b`',
  ],
]

it.each(rows)('%s, %s %j; the request: %j', (effect, operator, values, actual, clause) => {
  expect(
    elementClause(
      {
        code: 'condition',
        operator,
        key: 'k',
        values,
        actual: typeof actual === 'string' ? { is: actual } : { is: 'values', values: actual },
        neverIn: undefined,
        time: undefined,
        variableUnknown: false,
      },
      effect,
    ),
  ).toBe(clause)
})

/** What else is known about the mismatch. */
it.each([
  [
    { neverIn: 's3:GetObject' },
    '`k` must be `a`; the request doesn’t have it, and `s3:GetObject` requests never have it',
  ],
  [{ time: 'over' }, '`k` must be `a`; the request doesn’t have it, and that time is over'],
  [{ time: 'to-come' }, '`k` must be `a`; the request doesn’t have it, and that time hasn’t come yet'],
  [{ variableUnknown: true }, '`k` must be `a`; the request doesn’t have it, and the value of a variable isn’t known'],
] as const)('%j', (more, clause) => {
  const plain = { neverIn: undefined, time: undefined, variableUnknown: false }
  const reason = {
    code: 'condition',
    operator: 'StringEquals',
    key: 'k',
    values: ['a'],
    actual: { is: 'absent' },
  } as const
  expect(elementClause({ ...reason, ...plain, ...more })).toBe(clause)
})
