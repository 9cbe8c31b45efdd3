// Why each element of a statement matched or not, as data.
import { expect, test } from 'vitest'
import {
  allow,
  ask,
  deny,
  foreigner,
  here,
  object,
  policy,
  role,
  type Scenario,
  session,
  user,
  when,
} from './scenario.ts'

const read = { action: 's3:GetObject', on: object, owner: here } as const
const one = (type: 'identity' | 'resource', statement: object, more: Partial<Scenario> = {}): Scenario => ({
  ...read,
  policies: [policy(type, { ...statement })],
  ...more,
})
const named = (Principal: unknown) => one('resource', allow('s3:*', { Principal }))
const unnamed = (NotPrincipal: unknown) => one('resource', deny('s3:*', { NotPrincipal }))
/** Dates that a request in June 2026 fails. */
const dates: Readonly<Record<string, string>> = {
  DateGreaterThan: '2027-01-01T00:00:00Z',
  DateNotEquals: '2026-06-01T00:00:00Z',
}
const { Resource: _, ...noResource } = allow('s3:*')

test.each<[title: string, scenario: Scenario, element: string, reason: object]>([
  ['everyone', named('*'), 'Principal', { code: 'principal-covers' }],
  ['the account', named({ AWS: here }), 'Principal', { code: 'principal-covers-account' }],
  ['someone else', named({ AWS: foreigner }), 'Principal', { code: 'principal-misses', names: [foreigner] }],
  ['a caller left out', unnamed({ AWS: user }), 'NotPrincipal', { code: 'principal-left-out' }],
  ['a caller not left out', unnamed({ AWS: foreigner }), 'NotPrincipal', { code: 'principal-not-left-out' }],
  ['a resource', one('identity', allow('s3:*')), 'Resource', { code: 'resource-covered' }],
  [
    'a resource left out',
    one('identity', { ...noResource, NotResource: object }),
    'NotResource',
    { code: 'resource-left-out' },
  ],
  [
    'a resource not left out',
    one('identity', { ...noResource, NotResource: 'arn:aws:s3:::b' }),
    'NotResource',
    { code: 'resource-not-left-out' },
  ],
  [
    'an action without resources',
    one('identity', allow('s3:*', { Resource: object }), { action: 's3:ListAllMyBuckets', on: '*' }),
    'Resource',
    { code: 'resource-needs-star' },
  ],
  [
    'another resource',
    one('identity', allow('s3:*', { Resource: 'arn:aws:s3:::b/k' })),
    'Resource',
    { code: 'resource-missed' },
  ],
  [
    'a variable that isn’t known',
    one('identity', allow('s3:*', { Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' }), { partial: true }),
    'Resource',
    { code: 'variable-unknown' },
  ],
  [
    'the bucket instead of what is in it',
    one('identity', allow('s3:*', { Resource: 'arn:aws:s3:::reports' })),
    'Resource',
    { code: 'resource-slip' },
  ],
  [
    'a misspelled action',
    one('identity', allow('s3:GetObjct')),
    'Action',
    { code: 'action-slip', slip: 'misspelling' },
  ],
  ['another service', one('identity', allow('s4:GetObject')), 'Action', { code: 'action-slip', slip: 'service' }],
  [
    'two actions in one text',
    one('identity', allow('s3:GetObject,s3:PutObject')),
    'Action',
    { code: 'action-slip', slip: 'separator' },
  ],
  [
    'two actions in one text, neither of them this one',
    one('identity', allow('s3:ListBucket,s3:PutObject')),
    'Action',
    { code: 'action-not-covered' },
  ],
  ...[
    ['s3', 'arn:aws:sqs:::reports/2026/q4.csv', { code: 'resource-slip', slip: 'service' }],
    ['partition', 'arn:aws-cn:s3:::reports/*', { code: 'resource-slip', slip: 'partition' }],
    ['two parts', 'arn:aws-cn:sqs:::reports/*', { code: 'resource-missed' }],
    ['no ARN', '*reports', { code: 'resource-missed' }],
  ].map(([title, Resource, reason]): [string, Scenario, string, object] => [
    `a resource that differs in ${title}`,
    one('identity', allow('s3:*', { Resource })),
    'Resource',
    Object(reason),
  ]),
  ...[
    ['DateLessThan', 'over'],
    ['DateGreaterThan', 'to-come'],
    ['DateEquals', undefined],
    ['DateNotEquals', undefined],
  ].map(([operator = '', time]): [string, Scenario, string, object] => [
    `a date under ${operator}`,
    one('identity', allow('s3:*', when(operator, 'aws:CurrentTime', dates[operator] ?? '2026-01-01T00:00:00Z')), {
      context: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' },
    }),
    'Condition',
    { code: 'condition', time },
  ]),
  [
    'a key that is absent',
    one('identity', allow('s3:*', when('Bool', 'aws:MultiFactorAuthPresent', 'true'))),
    'Condition',
    { code: 'condition', actual: { is: 'absent' } },
  ],
  [
    'a key that isn’t known',
    one('identity', allow('s3:*', when('Bool', 'aws:MultiFactorAuthPresent', 'true')), { partial: true }),
    'Condition',
    { code: 'condition', actual: { is: 'unknown' } },
  ],
  [
    'a value',
    one('identity', allow('s3:*', when('StringEquals', 'aws:SourceIp', 'x')), {
      context: { 'aws:SourceIp': '10.0.0.1' },
    }),
    'Condition',
    { code: 'condition', actual: { is: 'values', values: ['10.0.0.1'] } },
  ],
  [
    'several values under an operator for one',
    one('identity', allow('s3:*', when('StringEquals', 'my:k', 'a')), { context: { 'my:k': ['a', 'b'] } }),
    'Condition',
    { code: 'condition', actual: { is: 'several' } },
  ],
  [
    'several values under an operator for sets',
    one('identity', allow('s3:*', when('ForAnyValue:StringEquals', 'my:k', 'c')), { context: { 'my:k': ['a', 'b'] } }),
    'Condition',
    { code: 'condition', actual: { is: 'values', values: ['a', 'b'] } },
  ],
])('%s', (_title, scenario, element, reason) => {
  const traces = ask(scenario).gates.flatMap(({ statements }) => statements)
  expect(traces.flatMap(({ elements }) => elements).find((each) => each.element === element)?.reason).toMatchObject(
    reason,
  )
})

test('a role session is covered by its role', () => {
  const { gates } = ask({ ...named({ AWS: role }), as: session })
  expect(gates.flatMap(({ statements }) => statements)[0]?.elements[0]?.reason).toMatchObject({
    code: 'principal-covers',
  })
})
