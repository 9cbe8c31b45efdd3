// Random pairs of policies from small vocabularies, and random requests that meet them. The same seed makes the same pairs.
import type { ContextInput, PolicyInput, Request } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { randomFrom } from '../random.ts'

export interface Pair {
  readonly type: PolicyType
  readonly old: readonly PolicyInput[]
  readonly new: readonly PolicyInput[]
}

const account = '111122223333'
const actions = [
  's3:GetObject',
  's3:PutObject',
  's3:GetObjectAcl',
  's3:DeleteBucket',
  'sqs:SendMessage',
  'ec2:StartInstances',
] as const
const actionPatterns = [
  '*',
  's3:*',
  's3:Get*',
  's3:*Object',
  's3:?etObject',
  's3:GetObject',
  's3:PutObject',
  'sqs:*',
  'ec2:Start*',
  's3:GetObjectAcl',
]
const resources = [
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/k',
  'arn:aws:s3:::ab/mary/x',
  'arn:aws:s3:::ab/mary',
  'arn:aws:s3:::b/k:1',
  `arn:aws:sqs:us-east-1:${account}:q`,
  `arn:aws:sqs:eu-west-1:${account}:qq`,
  `arn:aws:ec2:us-east-1:${account}:instance/i-1`,
  '*',
] as const
const resourcePatterns = [
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::*/k',
  'arn:aws:s3:::?',
  'arn:aws:s3:::ab/mary/*',
  'arn:aws:sqs:*:*:q',
  'arn:aws:sqs:us-east-1:*:*',
  'arn:aws:ec2:*:*:instance/*',
  'arn:aws:*:*:*:q*',
]
const variableResources = ['arn:aws:s3:::ab/${aws:username}/*', 'arn:aws:s3:::ab/${aws:username}']
const identities = [
  `arn:aws:iam::${account}:user/mary`,
  `arn:aws:iam::${account}:user/team/bob`,
  `arn:aws:sts::${account}:assumed-role/App/s`,
  'arn:aws:iam::444455556666:user/mary',
] as const
const everyone = [...identities, 'lambda.amazonaws.com', 'anonymous'] as const
const principalPatterns = [
  '*',
  { AWS: '*' },
  { AWS: account },
  { AWS: `arn:aws:iam::${account}:user/mary` },
  { AWS: `arn:aws:iam::${account}:role/App` },
  { AWS: '444455556666' },
  { Service: 'lambda.amazonaws.com' },
  { AWS: [`arn:aws:iam::${account}:user/mary`, '444455556666'] },
]
type Key = readonly [
  key: string,
  operators: readonly (readonly [operator: string, values: readonly (string | readonly string[])[]])[],
  actual: readonly (ContextInput | undefined)[],
]
const keys: readonly Key[] = [
  [
    'aws:RequestedRegion',
    [
      ['StringEquals', ['us-east-1', ['us-east-1', 'eu-west-1']]],
      ['StringNotEquals', ['us-east-1']],
      ['StringLike', ['us-*', '*']],
      ['StringLikeIfExists', ['eu-*']],
      ['Null', ['true', 'false']],
    ],
    ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-south-1', undefined],
  ],
  [
    'aws:MultiFactorAuthPresent',
    [
      ['Bool', ['true', 'false']],
      ['BoolIfExists', ['true', 'false']],
    ],
    ['true', 'false', undefined],
  ],
  [
    'aws:SourceIp',
    [
      ['IpAddress', ['10.0.0.0/8', ['192.0.2.0/24', '2001:db8::/32']]],
      ['NotIpAddress', ['10.0.0.0/8', '0.0.0.0/0']],
    ],
    ['10.1.2.3', '192.0.2.9', '198.51.100.1', '2001:db8::5', undefined],
  ],
  [
    's3:max-keys',
    [
      ['NumericLessThan', ['10', '3']],
      ['NumericGreaterThanEquals', ['2', '3']],
      ['NumericEquals', ['3']],
    ],
    ['1', '2', '2.5', '3', '9', '10', '11', undefined],
  ],
  [
    'aws:CurrentTime',
    [
      ['DateLessThan', ['2026-01-01T00:00:00Z']],
      ['DateGreaterThan', ['2025-01-01T00:00:00Z']],
    ],
    ['2024-06-01T00:00:00Z', '2025-06-01T00:00:00Z', '2026-06-01T00:00:00Z', undefined],
  ],
  [
    'aws:TagKeys',
    [
      ['ForAllValues:StringEquals', [['team', 'cost'], 'team']],
      ['ForAnyValue:StringEquals', ['team']],
      ['ForAnyValue:StringLike', ['c*']],
    ],
    [['team'], ['cost'], ['team', 'cost'], ['other'], ['team', 'other'], [], undefined],
  ],
  [
    'aws:PrincipalTag/team',
    [
      ['StringEquals', ['red', '${aws:username}']],
      ['StringNotEqualsIgnoreCase', ['RED']],
    ],
    ['red', 'RED', 'mary', 'blue', undefined],
  ],
  [
    'aws:PrincipalArn',
    [
      ['ArnLike', [`arn:aws:iam::${account}:user/*`, 'arn:aws:iam::*:role/App']],
      ['ArnNotLike', ['arn:aws:iam::*:user/team/*']],
    ],
    [undefined],
  ],
  [
    'aws:PrincipalAccount',
    [
      ['StringEquals', [account]],
      ['StringNotEquals', [account]],
    ],
    [undefined],
  ],
]

export type Random = (below: number) => number
export const seeded = randomFrom

const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T

export function randomPair(random: Random, { variables = false } = {}): Pair {
  const type = pick<PolicyType>(['identity', 'identity', 'resource'], random)
  const statements = Array.from({ length: 1 + random(4) }, () => randomStatement(type, random, variables))
  const old = statements.slice(0, 1 + random(statements.length))
  // The new side is the old one with something changed, or something of its own.
  const changed =
    random(4) === 0
      ? Array.from({ length: 1 + random(3) }, () => randomStatement(type, random, variables))
      : statements.filter(() => random(4) > 0)
  const policy = (Statement: readonly object[]): PolicyInput => ({
    type,
    document: { Version: '2012-10-17', Statement },
  })
  return { type, old: [policy(old)], new: [policy(changed)] }
}

function randomStatement(type: PolicyType, random: Random, variables: boolean): object {
  const not = (name: string): string => (random(8) === 0 ? `Not${name}` : name)
  const some = <T>(from: readonly T[]): readonly T[] => Array.from({ length: 1 + random(2) }, () => pick(from, random))
  const conditions = Array.from({ length: random(3) }, () => randomCondition(random, variables))
  const Condition: Record<string, Record<string, unknown>> = {}
  for (const [operator, key, value] of conditions) Condition[operator] = { ...Condition[operator], [key]: value }
  return {
    Effect: random(3) === 0 ? 'Deny' : 'Allow',
    ...(type === 'resource' ? { Principal: pick(principalPatterns, random) } : {}),
    [not('Action')]: some(actionPatterns),
    [not('Resource')]: some(variables ? [...resourcePatterns, ...variableResources] : resourcePatterns),
    ...(conditions.length > 0 ? { Condition } : {}),
  }
}

function randomCondition(random: Random, variables: boolean): readonly [string, string, unknown] {
  const [key, operators] = pick(keys, random)
  const [operator, values] = pick(operators, random)
  const value = pick(values, random)
  return [operator, key, !variables && value === '${aws:username}' ? 'red' : value]
}

/** A request from the same vocabulary. */
export function randomRequest({ type }: Pair, random: Random): Request {
  const context: Record<string, ContextInput> = {}
  for (const [key, , actual] of keys) {
    const value = pick(actual, random)
    if (value !== undefined) context[key] = value
  }
  return {
    principal: pick<string>(type === 'resource' ? everyone : identities, random),
    action: pick(actions, random),
    resource: pick(resources, random),
    context,
  }
}
