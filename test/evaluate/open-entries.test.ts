// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// A name without a value in Principal or Action: the answer depends on it, it's never dropped, and it never proves anything.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, type Decision, type PolicyInput, type Request } from '../../src/evaluate/index.ts'

const caller = 'arn:aws:sts::111122223333:assumed-role/app/i-1'
const query: Request = {
  principal: caller,
  action: 'dynamodb:Query',
  resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/T',
}
const assume: Request = {
  principal: caller,
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::111122223333:role/deploy',
}

const identity = (statement: object): PolicyInput => ({
  type: 'identity',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] },
})
const trust = (Principal: unknown, Effect = 'Allow'): PolicyInput => ({
  type: 'trust',
  document: { Version: '2012-10-17', Statement: [{ Effect, Principal, Action: 'sts:AssumeRole' }] },
})
const anonymous: Request = { principal: 'anonymous', action: 's3:GetObject', resource: 'arn:aws:s3:::b/o' }
const everyone = (AWS: string): PolicyInput => ({
  type: 'resource',
  document: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
  },
})

const from = (operator: string, ip: string): PolicyInput =>
  identity({ Action: '*', Condition: { [operator]: { 'aws:SourceIp': [ip, '192.0.2.0/24'] } } })
const at = (ip: string): Request => ({ ...query, context: { 'aws:SourceIp': ip } })

test.each<[what: string, policy: PolicyInput, request: Request, decision: Decision]>([
  ['an address, another one', from('IpAddress', '${var.office}'), at('203.0.113.1'), 'undetermined'],
  ['an address, one that is named', from('IpAddress', '${var.office}'), at('192.0.2.7'), 'allowed'],
  ['an address that is left out', from('NotIpAddress', '${var.office}'), at('203.0.113.1'), 'undetermined'],
  ['a masked address', from('IpAddress', 'x.x.x.x/32'), at('203.0.113.1'), 'undetermined'],
  ['no address', from('IpAddress', 'office'), at('203.0.113.1'), 'implicitDeny'],
])('%s', (_, policy, request, decision) => {
  expect(compile([policy], {}).decide(request)).toBe(decision)
})

const where = (operator: string, key: string, value: string | readonly string[]): PolicyInput =>
  identity({ Action: '*', Condition: { [operator]: { [key]: value } } })
const given = (key: string, value: string, more: Readonly<Record<string, string>> = {}): Request => ({
  ...query,
  context: { [key]: value, ...more },
})
const topic = 'arn:aws:sns:us-east-1:111122223333:t'
const time = '2026-01-01T00:00:00Z'

describe('a value that must be read, left open: it can be any, and what it means decides', () => {
  test.each<[operator: string, key: string, value: string | readonly string[], request: string, decision: Decision]>([
    ['NumericLessThan', 's3:max-keys', '${var.n}', '10', 'undetermined'],
    ['NumericLessThan', 's3:max-keys', ['${var.n}', '20'], '10', 'allowed'],
    ['NumericNotEquals', 's3:max-keys', '${var.n}', '10', 'undetermined'],
    ['NumericNotEquals', 's3:max-keys', ['${var.n}', '10'], '10', 'implicitDeny'],
    ['NumericEquals', 's3:max-keys', '1${var.n}', '10', 'undetermined'],
    ['DateLessThan', 'aws:CurrentTime', '${var.until}', time, 'undetermined'],
    ['Bool', 'aws:SecureTransport', '${var.tls}', 'true', 'undetermined'],
    ['Null', 'aws:SourceVpce', '${var.none}', 'vpce-1', 'undetermined'],
    ['BinaryEquals', 'aws:RequestTag/x', '${var.bytes}', 'QUJD', 'undetermined'],
    ['ForAllValues:NumericLessThan', 's3:max-keys', '${var.n}', '10', 'undetermined'],
    ['ArnLike', 'aws:SourceArn', '${var.arn}', topic, 'undetermined'],
    ['ArnNotLike', 'aws:SourceArn', '${var.arn}', topic, 'undetermined'],
    ['ArnEquals', 'aws:SourceArn', '${var.prefix}:t', topic, 'undetermined'],
    ['NumericLessThan', 's3:max-keys', 'many', '10', 'implicitDeny'],
    ['ArnLike', 'aws:SourceArn', 'everything', topic, 'implicitDeny'],
  ])('%s %s %j, in the request %s: %s', (operator, key, value, actual, decision) => {
    expect(compile([where(operator, key, value)], {}).decide(given(key, actual))).toBe(decision)
  })

  test.each<[operator: string, key: string, value: string, request: string, filled: string, decision: Decision]>([
    ['NumericLessThan', 's3:max-keys', '${var.n}', '10', '11', 'allowed'],
    ['NumericLessThan', 's3:max-keys', '${var.n}', '10', '10', 'implicitDeny'],
    ['NumericEquals', 's3:max-keys', '1${var.n}', '10', '0', 'allowed'],
    ['DateLessThan', 'aws:CurrentTime', '${var.n}', time, '2027-01-01T00:00:00Z', 'allowed'],
    ['Bool', 'aws:SecureTransport', '${var.n}', 'true', 'true', 'allowed'],
    ['IpAddress', 'aws:SourceIp', '${var.n}', '203.0.113.1', '203.0.113.0/24', 'allowed'],
    ['NotIpAddress', 'aws:SourceIp', '${var.n}', '203.0.113.1', '203.0.113.0/24', 'implicitDeny'],
    ['ArnLike', 'aws:SourceArn', '${var.n}', topic, 'arn:aws:sns:us-east-1:111122223333:t', 'allowed'],
    ['ArnLike', 'aws:SourceArn', '${var.n}', topic, 'arn:aws:sns:us-east-1:111122223333:u', 'implicitDeny'],
    ['ArnEquals', 'aws:SourceArn', '${var.n}:t', topic, 'arn:aws:sns:us-east-1:111122223333', 'allowed'],
  ])('%s %s %s, in the request %s, filled in as %s: %s', (operator, key, value, actual, filled, decision) => {
    const request = given(key, actual, { 'var.n': filled })
    expect(compile([where(operator, key, value)], {}).decide(request)).toBe(decision)
  })
})

test.each<[what: string, policy: PolicyInput, request: Request, decision: Decision, depends: readonly string[]]>([
  ['a list of actions', identity({ Action: '${var.actions}' }), query, 'undetermined', ['var.actions']],
  ['an operation', identity({ Action: 'dynamodb:${var.operation}' }), query, 'undetermined', ['var.operation']],
  ['a service', identity({ Action: '${var.Service}:Query' }), query, 'undetermined', ['var.Service']],
  ['an operation of another service', identity({ Action: 's3:${var.operation}' }), query, 'implicitDeny', []],
  ['one next to the action itself', identity({ Action: ['dynamodb:Query', '${var.more}'] }), query, 'allowed', []],
  ['what NotAction leaves out', identity({ NotAction: '${var.actions}' }), query, 'undetermined', ['var.actions']],
  ['another NotAction', identity({ NotAction: ['dynamodb:*', '${var.more}'] }), query, 'implicitDeny', []],
  [
    'an action on another resource',
    identity({ Action: '${var.actions}', Resource: 'arn:aws:s3:::b/*' }),
    query,
    'implicitDeny',
    [],
  ],
  ['an effect', identity({ Effect: '${var.effect}', Action: 'dynamodb:*' }), query, 'undetermined', ['var.effect']],
  ['an effect in two names', identity({ Effect: '${a}${b}', Action: 'dynamodb:*' }), query, 'undetermined', ['a b']],
  ['a masked effect', identity({ Effect: '<effect>', Action: 'dynamodb:*' }), query, 'undetermined', ['<effect>']],
  ['the effect of another action', identity({ Effect: '${var.effect}', Action: 's3:*' }), query, 'implicitDeny', []],
  [
    'an effect that no value makes valid',
    identity({ Effect: 'maybe', Action: 'dynamodb:*' }),
    query,
    'implicitDeny',
    [],
  ],
  ['a role', trust({ AWS: '${aws_iam_role.app.arn}' }), assume, 'undetermined', ['aws_iam_role.app.arn']],
  ['everyone, and the call is anonymous', everyone('${who}'), anonymous, 'undetermined', ['who']],
  [
    'a user, and the call is anonymous',
    everyone('arn:aws:iam::111122223333:user/${who}'),
    anonymous,
    'implicitDeny',
    [],
  ],
  ['a whole Principal', trust('${TrustedPrincipal}'), assume, 'undetermined', ['TrustedPrincipal']],
  ['a service, and a role calls', trust({ Service: '${var.service}' }), assume, 'implicitDeny', []],
  ['a provider, and a role calls', trust({ Federated: '${Provider.Arn}' }), assume, 'implicitDeny', []],
  [
    'one next to the role itself',
    trust({ AWS: ['arn:aws:iam::111122223333:role/app', '${x}'] }),
    assume,
    'allowed',
    [],
  ],
  [
    'two parts of an ARN',
    trust({ AWS: 'arn:aws:iam::${AWS::AccountId}:role/${env}-app' }),
    { ...assume, principal: 'arn:aws:sts::111122223333:assumed-role/dev-app/i-1' },
    'undetermined',
    ['AWS::AccountId', 'env'],
  ],
])('%s: %#', (_, policy, request, decision, depends) => {
  const verdict = compile([policy]).explain(request)
  expect(verdict).toMatchObject({ decision, missingContext: depends })
})

test('the values that decide are named: the action, or the caller as a principal names it', () => {
  expect(compile([identity({ Action: '${var.actions}' })]).explain(query)).toMatchObject({
    questions: [
      { key: 'var.actions', outcomes: expect.arrayContaining([{ value: 'dynamodb:Query', decision: 'allowed' }]) },
    ],
  })
  expect(compile([trust({ AWS: '${role}' })]).explain(assume)).toMatchObject({
    questions: [
      {
        key: 'role',
        outcomes: expect.arrayContaining([{ value: 'arn:aws:iam::111122223333:role/app', decision: 'allowed' }]),
      },
    ],
  })
})

describe('law: with its value given, an open entry decides like the value in its place', () => {
  const values = fc.constantFrom(
    '*',
    'dynamodb:Query',
    'DynamoDB:query',
    'dynamodb:Que*',
    's3:GetObject',
    'arn:aws:iam::111122223333:role/app',
    'arn:aws:iam::111122223333:role/path/app',
    'arn:aws:iam::111122223333:root',
    '111122223333',
    '444455556666',
    caller,
  )
  const shapes = fc.constantFrom<(value: string) => readonly [PolicyInput, Request]>(
    (value) => [identity({ Action: value }), query],
    (value) => [identity({ Action: ['s3:PutObject', value] }), query],
    (value) => [identity({ NotAction: value }), query],
    (value) => [trust({ AWS: value }), assume],
    (value) => [trust({ AWS: ['arn:aws:iam::444455556666:root', value] }), assume],
    (value) => [trust({ AWS: `arn:aws:iam::${value}:role/app` }), assume],
    (value) => [trust({ AWS: value }, 'Deny'), assume],
  )

  test('and without it, the answer is never one that a value contradicts', () => {
    fc.assert(
      fc.property(shapes, values, (shape, value) => {
        const [literal, request] = shape(value)
        const [open] = shape('${var.x}')
        const wide = identity({ Action: 'sts:*' })
        const expected = compile([wide, literal]).decide(request)
        const evaluator = compile([wide, open])
        expect(evaluator.decide({ ...request, context: { 'var.x': value } })).toBe(expected)
        expect(['undetermined', expected]).toContain(evaluator.decide(request))
      }),
      { seed: 16, numRuns: 300 },
    )
  })
})

test.each<[what: string, policy: PolicyInput, request: Request, decision: Decision]>([
  ['an action', identity({ Action: ['s3:ListBucket', '<redacted>'] }), query, 'undetermined'],
  ['an operation', identity({ Action: 'dynamodb:XXXXXXXX' }), query, 'undetermined'],
  ['an operation of another service', identity({ Action: 's3:<redacted>' }), query, 'implicitDeny'],
  ['a wildcard is none', identity({ Action: 'dynamodb:***' }), query, 'allowed'],
  ['a principal', trust({ AWS: '[REDACTED]' }), assume, 'undetermined'],
  ['the name of a role', trust({ AWS: 'arn:aws:iam::111122223333:role/<role>' }), assume, 'undetermined'],
])('a mask in an entry hides a value, too: %s', (_, policy, request, decision) => {
  expect(compile([policy]).decide(request)).toBe(decision)
})

describe('a whole Principal that is left open takes whatever its value is', () => {
  const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
  test.each<[value: string, principal: string, action: string, decision: Decision]>([
    ['*', caller, 'sts:AssumeRole', 'allowed'],
    ['ec2.amazonaws.com', 'ec2.amazonaws.com', 'sts:AssumeRole', 'allowed'],
    ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'sts:AssumeRole', 'implicitDeny'],
    [github, github, 'sts:AssumeRoleWithWebIdentity', 'allowed'],
    ['arn:aws:iam::111122223333:role/app', caller, 'sts:AssumeRole', 'allowed'],
    ['no principal', caller, 'sts:AssumeRole', 'implicitDeny'],
  ])('%s for %s', (value, principal, action, decision) => {
    const policy: PolicyInput = {
      type: 'trust',
      document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '${who}', Action: action }] },
    }
    const request = { ...assume, principal, action }
    expect(compile([policy]).decide({ ...request, context: { who: value } })).toBe(decision)
    expect(compile([policy]).decide(request)).toBe('undetermined')
  })
})

test.each<[what: string, policy: PolicyInput, request: Request, decision: Decision]>([
  ['the kind of principal: its form shows it', trust({ '${kind}': caller }), assume, 'allowed'],
  [
    'a pattern with a wildcard',
    identity({ Action: 'dynamodb:${verb}*Item' }),
    { ...query, action: 'dynamodb:GetItem' },
    'undetermined',
  ],
  ['an action that no value gives', identity({ Action: 'dynamodb:${verb}Item' }), query, 'implicitDeny'],
  ['NotPrincipal', notFor({ AWS: '${who}' }), assume, 'undetermined'],
])('left open: %s', (_, policy, request, decision) => {
  expect(compile([identity({ Action: 'sts:*' }), policy]).decide(request)).toBe(decision)
})

function notFor(NotPrincipal: unknown): PolicyInput {
  const statement = { Effect: 'Deny', NotPrincipal, Action: 'sts:AssumeRole' }
  const allow = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/app' }, Action: 'sts:AssumeRole' }
  return { type: 'trust', document: { Version: '2012-10-17', Statement: [allow, statement] } }
}

describe('an effect without a value', () => {
  const policies = (effect: string): readonly PolicyInput[] => [
    identity({ Effect: effect, Action: 'dynamodb:*' }),
    identity({ Action: 'dynamodb:*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
  ]

  test.each(['Allow', 'Deny', 'Other'])('with %s it decides as written out', (effect) => {
    for (const secure of ['true', 'false']) {
      const context = { 'aws:SecureTransport': secure }
      const open = compile(policies('${var.effect}')).decide({
        ...query,
        context: { ...context, 'var.effect': effect },
      })
      expect(open).toBe(compile(policies(effect)).decide({ ...query, context }))
    }
  })
})

test('a value that is tried with a name left open settles nothing, and only what holds whatever the name means is told', () => {
  const policy = where('NumericLessThanEqualsIfExists', 's3:max-keys', '${var.n}')
  const { decision, questions } = compile([policy], {}).explain({
    principal: caller,
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::b',
    contextIs: 'partial',
  })
  expect({ decision, questions }).toEqual({
    decision: 'undetermined',
    questions: [
      { key: 's3:max-keys', outcomes: [{ value: undefined, decision: 'allowed' }] },
      { key: 'var.n', outcomes: [] },
    ],
  })
})
