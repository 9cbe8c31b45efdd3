// Random scenarios from small vocabularies, so that things match about half of the time. The same seed makes the same scenarios.
import type { ContextInput, Facts, PolicyInput, Request } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'

export interface RandomScenario {
  readonly request: Request
  readonly policies: readonly PolicyInput[]
  readonly facts: Facts
}

/** A generator of numbers between 0 and 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const here = '111122223333'
const there = '444455556666'
const principals = [
  `arn:aws:iam::${here}:user/mary`,
  `arn:aws:iam::${here}:user/team/mary`,
  `arn:aws:iam::${here}:role/Finance`,
  `arn:aws:sts::${here}:assumed-role/Finance/mary`,
  `arn:aws:sts::${there}:assumed-role/Finance/mary`,
  `arn:aws:sts::${here}:assumed-role/AWSReservedSSO_Finance_0123456789abcdef/mary`,
  `arn:aws:sts::${here}:federated-user/mary`,
  `arn:aws:iam::${here}:root`,
  `arn:aws:iam::${there}:user/mary`,
  `arn:aws:sts::${here}:assumed-role/AWSServiceRoleForECS/s`,
  'lambda.amazonaws.com',
  'anonymous',
]
const provider = `arn:aws:iam::${here}:oidc-provider/idp.example.com`
const tokenCallers = [provider, 'idp.example.com', 'lambda.amazonaws.com']
const key = `arn:aws:kms:us-east-1:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
const role = `arn:aws:iam::${here}:role/Target`
const calls: readonly (readonly [action: string, resources: readonly string[]])[] = [
  ['s3:GetObject', ['arn:aws:s3:::b/mary/o', 'arn:aws:s3:::b/o*', 'arn:aws:s3:::c/o']],
  ['s3:PutObject', ['arn:aws:s3:::b/mary/o']],
  ['kms:Decrypt', [key]],
  ['kms:Encrypt', [`arn:aws:kms:us-east-1:${here}:alias/aws/s3`]],
  ['kms:ListKeys', ['*']],
  ['sts:AssumeRole', [role, role.replace(here, there), `arn:aws:iam::${here}:role/aws-service-role/ecs/Linked`]],
  ['sts:TagSession', [role]],
  ['sts:AssumeRoleWithWebIdentity', [role]],
  ['sts:GetCallerIdentity', ['*']],
  ['iam:PassRole', [role, role.replace(here, there)]],
  ['billing:GetBillingData', ['*']],
  ['ce:GetCostAndUsage', ['*']],
  [
    'lambda:InvokeFunction',
    [`arn:aws:lambda:us-east-1:${here}:function:f`, `arn:aws:lambda:us-east-1:${there}:function:f`],
  ],
  ['sqs:SendMessage', [`arn:aws:sqs:us-east-1:${here}:q`, `arn:aws:sqs:us-east-1:${there}:q`]],
]
const patterns = (action: string): readonly string[] => {
  const [service = '', name = ''] = action.split(':')
  return [
    '*',
    `${service}:*`,
    action,
    action.toUpperCase(),
    `${service}:${name.slice(0, 3)}*`,
    `${service}:?${name.slice(1)}`,
    's3:Put*',
    'ec2:*',
  ]
}
const shapes = (resource: string): readonly string[] =>
  resource === '*'
    ? ['*', '*', 'arn:aws:s3:::b']
    : [
        '*',
        resource,
        `${resource.slice(0, -1)}?`,
        `${resource.slice(0, 11)}*`,
        'arn:aws:s3:::b/${aws:username}/*',
        'arn:aws:s3:::b/o${*}',
        `${resource}x`,
        "arn:aws:s3:::b/${aws:PrincipalTag/team, 'mary'}/o",
      ]
const named = [
  { AWS: '*' },
  '*',
  { AWS: here },
  { AWS: `arn:aws:iam::${here}:root` },
  { AWS: `arn:aws:iam::${there}:root` },
  { AWS: `arn:aws:iam::${here}:user/mary` },
  { AWS: [`arn:aws:iam::${here}:role/Finance`, `arn:aws:iam::${there}:user/mary`] },
  { AWS: `arn:aws:sts::${here}:assumed-role/Finance/mary` },
  { AWS: `arn:aws:sts::${here}:federated-user/mary` },
  { Service: 'lambda.amazonaws.com' },
  { Service: ['ec2.amazonaws.com'], AWS: there },
  { Federated: provider },
  { Federated: 'idp.example.com' },
]
type Operators = readonly (readonly [operator: string, values: readonly string[]])[]
const conditions: readonly (readonly [key: string, operators: Operators, actual: readonly ContextInput[]])[] = [
  [
    'aws:MultiFactorAuthPresent',
    [
      ['Bool', ['true', 'false', 'TRUE']],
      ['Null', ['true', 'false']],
    ],
    ['true', 'false'],
  ],
  [
    'aws:SourceIp',
    [
      ['IpAddress', ['10.0.0.0/8', '10.1.0.0/16', '203.0.113.5']],
      ['NotIpAddress', ['10.0.0.0/8', '203.0.113.0/24']],
    ],
    ['10.1.2.3', '10.9.9.9', '203.0.113.5'],
  ],
  [
    'aws:RequestedRegion',
    [
      ['StringEquals', ['eu-west-1', 'us-*']],
      ['StringNotEquals', ['eu-west-1']],
      ['StringLike', ['eu-*', 'us-east-?']],
      ['StringNotLike', ['us-*']],
    ],
    ['eu-west-1', 'us-east-1'],
  ],
  [
    'aws:PrincipalTag/team',
    [
      ['StringEqualsIgnoreCase', ['RED', '${aws:username}']],
      ['StringNotEqualsIgnoreCase', ['blue']],
      ['StringEquals', ['${aws:username}', "${aws:username, 'mary'}"]],
    ],
    ['red', 'mary', 'b*'],
  ],
  [
    'aws:SourceVpce',
    [
      ['StringEquals', ['vpce-1', 'vpce-2']],
      ['StringNotEquals', ['vpce-1']],
      ['Null', ['true', 'false']],
    ],
    ['vpce-1', 'vpce-3'],
  ],
  [
    'aws:TagKeys',
    [
      ['StringEquals', ['a', 'b']],
      ['StringNotEquals', ['a']],
      ['StringLike', ['a*']],
      ['Null', ['true', 'false']],
    ],
    [['a'], ['a', 'b'], ['ab'], [], [''], 'a'],
  ],
  [
    'aws:PrincipalArn',
    [
      ['ArnLike', [`arn:aws:iam::*:role/*`, `arn:aws:iam::${here}:user/mary`, 'arn:aws:*:user/mary']],
      ['ArnNotLike', [`arn:aws:iam::${here}:*`]],
    ],
    [],
  ],
  [
    'aws:MultiFactorAuthAge',
    [
      ['NumericLessThan', ['300', '1e3']],
      ['NumericGreaterThanEquals', ['300']],
      ['NumericEquals', ['300', '300.0']],
      ['NumericNotEquals', ['5']],
    ],
    ['299', '300', '12abc'],
  ],
  [
    'aws:CurrentTime',
    [
      ['DateLessThan', ['2026-11-24T00:00:00Z', '2026-11-25']],
      ['DateGreaterThan', ['2026-11-24']],
    ],
    ['2026-11-24T12:00:00Z', '2026-11-23T23:59:59Z'],
  ],
  [
    'aws:PrincipalAccount',
    [
      ['StringEquals', [here, there]],
      ['StringNotEquals', [here]],
    ],
    [],
  ],
  ['aws:PrincipalIsAWSService', [['Bool', ['true', 'false']]], []],
]
const types: readonly PolicyType[] = [
  'identity',
  'identity',
  'identity',
  'resource',
  'resource',
  'trust',
  'permissions-boundary',
  'session',
  'scp',
  'scp',
  'rcp',
  'vpc-endpoint',
]
const targets = [undefined, 'r-root', 'ou-1', here, there]

export function randomScenario(random: () => number): RandomScenario {
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined && items.length === 0) throw new Error('nothing to choose from')
    return item as Item
  }
  const chance = (of: number): boolean => random() < of
  const [action, resources] = one(calls)
  const resource = one(resources)
  const byToken = action.endsWith('WithWebIdentity') && chance(0.7)
  const context: Record<string, ContextInput> = {}
  for (const [name, , values] of conditions)
    if (values.length > 0 && chance(0.5)) context[chance(0.2) ? name.toLowerCase() : name] = one(values)

  const condition = (): Record<string, Record<string, unknown>> => {
    const [name, operators] = one(conditions)
    const [operator, values] = one(operators)
    const quantifier =
      name === 'aws:TagKeys' && operator !== 'Null' && chance(0.7) ? one(['ForAllValues:', 'ForAnyValue:']) : ''
    const ifExists = operator !== 'Null' && chance(0.2) ? 'IfExists' : ''
    return {
      [`${quantifier}${operator}${ifExists}`]: { [name]: chance(0.5) ? one(values) : [one(values), one(values)] },
    }
  }
  const statement = (type: PolicyType): Record<string, unknown> => {
    const effect = type === 'rcp' ? 'Deny' : chance(0.75) ? 'Allow' : 'Deny'
    const some = <Item>(items: readonly Item[]): Item | readonly Item[] =>
      chance(0.7) ? one(items) : [one(items), one(items)]
    const principal = ['resource', 'trust', 'rcp', 'vpc-endpoint'].includes(type)
      ? chance(0.93)
        ? { [chance(0.9) ? 'Principal' : 'NotPrincipal']: type === 'rcp' ? '*' : one(named) }
        : {}
      : {}
    return {
      Effect: effect,
      ...principal,
      [chance(0.85) ? 'Action' : 'NotAction']: some(patterns(action)),
      ...(chance(type === 'trust' ? 0.8 : 0.04)
        ? {}
        : { [chance(0.9) ? 'Resource' : 'NotResource']: some(shapes(resource)) }),
      ...(chance(effect === 'Deny' ? 0.8 : 0.35) ? { Condition: condition() } : {}),
    }
  }
  const policy = (): PolicyInput => {
    const type = one(types)
    const target = type === 'scp' || type === 'rcp' ? one(targets) : undefined
    const statements = Array.from({ length: 1 + Math.floor(random() * 3) }, () => statement(type))
    return { type, target, document: { ...(chance(0.9) ? { Version: '2012-10-17' } : {}), Statement: statements } }
  }
  return {
    request: {
      principal: byToken ? one(tokenCallers) : one(principals),
      action,
      resource,
      ...(resource.startsWith('arn:aws:s3') && chance(0.7) ? { resourceAccount: one([here, there]) } : {}),
      context,
    },
    policies: Array.from({ length: 1 + Math.floor(random() * 5) }, policy),
    facts: {
      ...(chance(0.1) ? { managementAccount: true } : {}),
      ...(chance(0.2) ? { billingIamAccess: chance(0.5) } : {}),
    },
  }
}
