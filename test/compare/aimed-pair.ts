// Random pairs of policies in which everything meets: keys that follow from one another, wildcards within ARNs and services, variables with defaults,
// operators of the wrong type, exemptions of single gates, and up to three other policies around both sides.
import type { PolicyInput } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import type { EntangledPair } from './entangled-pair.ts'
import type { Random } from './random-pair.ts'

export const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T

export const accounts = ['111122223333', '444455556666', '123456789012'] as const

/** Keys by what they are about: those of one family depend on each other, so a pair has conditions on few families. */
const families: readonly (readonly (readonly [key: string, ...values: readonly string[]])[])[] = [
  [
    [
      'aws:PrincipalArn',
      'arn:aws:iam::111122223333:role/App',
      'arn:aws:iam::*:role/*',
      'arn:aws:iam::111122223333:user/m*',
      'arn:*:iam::1*:*',
      'arn:aws:iam::111122223333:user/${aws:username}',
      '*:root',
      'arn:aws:sts::*:federated-user/*',
      'arn:aws:iam::111122223333:role/x/App',
      'ARN:AWS:IAM::111122223333:ROLE/APP',
    ],
    ['aws:username', 'mary', 'Mary', 'm*', '?ob', '${aws:PrincipalTag/team}', "${aws:PrincipalTag/team, 'bob'}"],
    ['aws:userid', 'AROA1:mary', '*:mary', 'AIDA*', 'AROA1:*', '*:${aws:PrincipalTag/team}', '111122223333'],
    ['aws:PrincipalAccount', ...accounts, '1*', '${aws:ResourceAccount}', '${aws:SourceAccount}'],
    ['aws:PrincipalType', 'User', 'AssumedRole', 'Account', 'FederatedUser', 'Anonymous', 'A*', '*'],
    ['aws:PrincipalIsAWSService', 'true', 'false', 'TRUE'],
    ['aws:PrincipalServiceName', 'lambda.amazonaws.com', 's*.amazonaws.com', '*'],
  ],
  [
    ['aws:ResourceAccount', ...accounts, '${aws:PrincipalAccount}', '4*', '*'],
    ['s3:ResourceAccount', ...accounts, '${aws:PrincipalAccount}'],
    ['aws:PrincipalAccount', ...accounts, '${aws:ResourceAccount}'],
    ['aws:ResourceOrgID', 'o-1', '${aws:PrincipalOrgID}'],
    ['aws:PrincipalOrgID', 'o-1', 'o-*', '${aws:ResourceOrgID}'],
    ['aws:PrincipalOrgPaths', 'o-1/r-1/ou-1/', 'o-1/r-1/ou-1/*', 'o-1/*', '*/ou-2/*'],
  ],
  [
    ['aws:SourceArn', 'arn:aws:s3:::a*', 'arn:aws:sns:*:111122223333:*', 'arn:aws:sns:us-*:*:topic', '*:topic'],
    ['aws:SourceAccount', ...accounts, '${aws:ResourceAccount}', '${aws:PrincipalAccount}'],
    ['aws:PrincipalServiceName', 'lambda.amazonaws.com', 'sns.amazonaws.com', '*.amazonaws.com'],
    ['aws:PrincipalIsAWSService', 'true', 'false'],
    ['aws:SourceOrgID', 'o-1', '${aws:ResourceOrgID}'],
  ],
  [
    ['aws:SourceIp', '10.0.0.0/8', '10.1.0.0/16', '10.1.2.3', '0.0.0.0/0', '2001:db8::/32', '10.*'],
    ['aws:VpcSourceIp', '10.0.0.0/8', '10.1.0.0/16'],
    ['aws:SourceVpce', 'vpce-1', 'vpce-*', 'vpce-2'],
    ['aws:SourceVpc', 'vpc-1', 'vpc-?'],
    ['aws:ViaAWSService', 'true', 'false'],
    ['aws:CalledVia', 'cloudformation.amazonaws.com', 'athena.amazonaws.com', '*form*'],
    ['aws:CalledViaFirst', 'cloudformation.amazonaws.com', 'a*'],
  ],
  [
    ['kms:CallerAccount', ...accounts, '${aws:ResourceAccount}', '1*'],
    ['kms:ViaService', 's3.us-east-1.amazonaws.com', 's3.*.amazonaws.com', 'ec2.*'],
    ['kms:EncryptionContext:app', 'x', 'X', '${aws:username}', '*'],
    ['kms:EncryptionContextKeys', 'app', 'APP', 'a*', 'tenant'],
    ['kms:GrantIsForAWSResource', 'true', 'false'],
    ['aws:PrincipalArn', 'arn:aws:iam::111122223333:role/App', 'arn:aws:iam::111122223333:root'],
  ],
  [
    [
      'aws:PrincipalTag/team',
      'red',
      'RED',
      'r*d',
      'r${*}d',
      '${aws:ResourceTag/team}',
      '${aws:RequestTag/team}',
      '?',
      '',
      '5',
    ],
    ['aws:ResourceTag/team', 'red', '${aws:PrincipalTag/team}', "${aws:PrincipalTag/team, 'none'}x", 'r*', '*'],
    ['aws:RequestTag/team', 'red', '${aws:PrincipalTag/team}', 'blue'],
    ['aws:TagKeys', 'team', 'TEAM', 't*', 'cost', '', '${aws:PrincipalTag/team}'],
  ],
  [
    ['s3:prefix', '', 'home/', 'home/*', 'home/${aws:username}/*', "home/${aws:username, 'guest'}", '*/x', 'h?me/'],
    ['s3:max-keys', '10', '2.5', '-1', '1e1', '010'],
    ['s3:x-amz-acl', 'private', 'public-*', 'Private'],
    ['aws:username', 'mary', 'bob', 'Mary'],
  ],
  [
    ['aws:CurrentTime', '2026-01-01T00:00:00Z', '2026', '2026-01-01T00:00:00.500Z', '2025-12-31T23:59:59+01:00'],
    ['aws:EpochTime', '1767225600', '1767225600.5', '2026-01-01T00:00:00Z'],
    ['aws:MultiFactorAuthAge', '3600', '0', '-5'],
    ['aws:MultiFactorAuthPresent', 'true', 'false'],
    ['aws:SecureTransport', 'true', 'false'],
  ],
]

/** Every key that a pair can ask about. */
export const allKeys: readonly string[] = [...new Set(families.flat().map(([key]) => key))]

const textOperators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
]
const arnOperators = ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals']
const numberOperators = ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericGreaterThanEquals']
const dateOperators = ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateGreaterThanEquals']
const setKeys: ReadonlySet<string> = new Set([
  'aws:PrincipalOrgPaths',
  'aws:CalledVia',
  'aws:TagKeys',
  'kms:EncryptionContextKeys',
])

/** An operator that fits the key's values usually, sometimes any. */
export function operatorFor(key: string, random: Random): string {
  const fitting = /Arn$/.test(key)
    ? [...arnOperators, ...textOperators]
    : /Ip$/.test(key)
      ? ['IpAddress', 'NotIpAddress']
      : /Time$/.test(key)
        ? dateOperators
        : /max-keys|Age$/.test(key)
          ? numberOperators
          : /Present|Transport|Is|Via/.test(key) && !/CalledVia|ViaService/.test(key)
            ? ['Bool', 'Bool', 'StringEquals']
            : textOperators
  const any = [...textOperators, ...arnOperators, ...numberOperators, 'Bool', 'IpAddress', 'BinaryEquals']
  const name = random(9) === 0 ? 'Null' : pick(random(14) === 0 ? any : fitting, random)
  const quantified = setKeys.has(key) ? random(3) > 0 : random(12) === 0
  const prefix = quantified ? pick(['ForAllValues:', 'ForAnyValue:'], random) : ''
  return `${prefix}${name}${name !== 'Null' && random(4) === 0 ? 'IfExists' : ''}`
}

const actionPatterns =
  '* s3:* s3:Get* s3:GetObject s3:get?bject s3:*Acl s3:ListBucket kms:* kms:Decrypt kms:R* sts:* sts:AssumeRole sts:AssumeRoleWithWebIdentity sts:TagSession sts:Get* sqs:* sqs:SendMessage iam:PassRole iam:* ecr:* aps:* logs:* cognito-identity:* bedrock:InvokeModel execute-api:Invoke vpc-lattice-svcs:*'.split(
    ' ',
  )
const resourcePatterns: readonly string[] = [
  '*',
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:*:s3:::a/*',
  'arn:aws:s3:::a/${aws:username}/*',
  "arn:aws:s3:::a/${aws:username, 'x'}/*",
  "arn:aws:s3:::${aws:PrincipalTag/team, 'red'}/*",
  'arn:aws:s3:::${aws:PrincipalAccount}-a/*',
  'arn:aws:s3:::a/mary*',
  'arn:aws:s3:::a/*/x',
  'arn:aws:s3:::?/*',
  'arn:aws:s3:*:*:accesspoint/*',
  'arn:aws:s*',
  'arn:aws:s?s:*:*:*',
  'arn:aws:*:*:111122223333:*',
  'arn:aws:*:us-*:*:*:1',
  'arn:*',
  '*:q',
  'arn:aws:kms:*:111122223333:key/*',
  'arn:aws:kms:*:*:alias/aws/*',
  'arn:aws:kms:us-east-1:444455556666:key/1',
  'arn:aws:iam::*:role/App*',
  'arn:aws:iam::111122223333:role/${aws:PrincipalTag/team}',
  'arn:aws:iam::*:role/aws-service-role/*',
  'arn:aws:sqs:*:111122223333:q*',
  'arn:aws:sqs:*:*:q',
  'arn:aws:logs:*:*:log-group:/a:*',
  'arn:aws:bedrock:*::foundation-model/a:1',
]
const principals: readonly unknown[] = [
  '*',
  '*',
  { AWS: '*' },
  { AWS: '111122223333' },
  { AWS: 'arn:aws:iam::444455556666:root' },
  { AWS: ['111122223333', 'arn:aws:iam::111122223333:user/mary'] },
  { AWS: 'arn:aws:iam::111122223333:user/mary' },
  { AWS: ['arn:aws:iam::111122223333:role/App', 'arn:aws:sts::111122223333:assumed-role/App/mary'] },
  { AWS: 'arn:aws:iam::111122223333:role/x/App' },
  { AWS: 'arn:aws:sts::444455556666:assumed-role/App/s' },
  { AWS: 'arn:aws:sts::111122223333:federated-user/bob' },
  { Service: 'lambda.amazonaws.com' },
  { Service: ['sns.amazonaws.com', 's3.amazonaws.com'] },
  { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.example.com' },
  { Federated: 'accounts.google.com' },
  { AWS: '123456789012', Service: 'lambda.amazonaws.com' },
]

const types: readonly PolicyType[] = [
  'identity',
  'identity',
  'resource',
  'resource',
  'trust',
  'session',
  'permissions-boundary',
  'scp',
  'rcp',
  'vpc-endpoint',
]
const naming: ReadonlySet<PolicyType> = new Set<PolicyType>(['resource', 'trust', 'rcp', 'vpc-endpoint'])

type Clause = string | readonly string[]

/** A statement as it's written. */
export interface Written {
  readonly Effect?: 'Allow' | 'Deny'
  readonly Principal?: unknown
  readonly NotPrincipal?: unknown
  readonly Action?: Clause
  readonly NotAction?: Clause
  readonly Resource?: Clause
  readonly NotResource?: Clause
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Clause>>>>
}

/** A pair with the statements that it's made of. */
export interface AimedPair extends EntangledPair {
  readonly written: { readonly new: readonly Written[]; readonly others: readonly Written[] }
}

/** A pair whose new side is usually the old one with one thing changed. */
export function aimedPair(random: Random): AimedPair {
  const type = pick(types, random)
  const few = Array.from({ length: 1 + random(2) }, () => pick(families, random)).flat()
  const version = (): string => (random(6) === 0 ? '2008-10-17' : '2012-10-17')
  const target = (of: PolicyType): string | undefined =>
    of === 'scp' || of === 'rcp'
      ? pick([undefined, undefined, 'r-root', 'ou-1', ...accounts], random)
      : of === 'resource' && random(8) === 0
        ? pick(['arn:aws:s3:::a', 'arn:aws:sqs:us-east-1:111122223333:q'], random)
        : undefined
  const policy = (of: PolicyType, Version: string, Statement: readonly object[], at = target(of)): PolicyInput => ({
    type: of,
    target: at,
    document: { Version, Statement },
  })
  const before = Array.from({ length: 1 + random(4) }, () => randomStatement(type, few, random))
  const after =
    random(5) === 0 ? before.map(() => randomStatement(type, few, random)) : oneChanged(before, type, few, random)
  const [first, at] = [version(), target(type)]
  const around: readonly PolicyType[] = Array.from({ length: [0, 0, 0, 1, 1, 2, 3][random(7)] ?? 0 }, () =>
    pick<PolicyType>(
      ['scp', 'permissions-boundary', 'session', 'rcp', 'resource', 'identity', 'vpc-endpoint', 'trust'],
      random,
    ),
  )
  const others = around
    .filter((of) => of !== type)
    .map((of) => ({ of, statements: Array.from({ length: 1 + random(2) }, () => randomStatement(of, few, random)) }))
  return {
    type,
    old: [policy(type, first, before, at)],
    new: [policy(type, random(6) === 0 ? version() : first, after, at)],
    surroundings: others.map(({ of, statements }) => policy(of, version(), statements)),
    written: { new: after, others: [...before, ...others.flatMap(({ statements }) => statements)] },
  }
}

function oneChanged(
  before: readonly Written[],
  type: PolicyType,
  few: (typeof families)[number],
  random: Random,
): readonly Written[] {
  const at = random(before.length)
  const one = before[at] ?? {}
  const other = randomStatement(type, few, random)
  const takenOver = pick(['Action', 'Resource', 'Principal', 'Condition', 'Effect', 'all', 'none', 'added'], random)
  if (takenOver === 'all') return before.with(at, other)
  if (takenOver === 'added') return [...before, other]
  if (takenOver === 'none') return before.length > 1 ? before.filter((_, i) => i !== at) : [other]
  const kept = Object.entries(one).filter(([name]) => name.replace('Not', '') !== takenOver)
  const taken = Object.entries(other).filter(([name]) => name.replace('Not', '') === takenOver)
  return before.with(at, Object.fromEntries([...kept, ...taken]))
}

function randomStatement(type: PolicyType, few: (typeof families)[number], random: Random): Written {
  const isDeny = type === 'rcp' ? random(4) > 0 : random(3) === 0
  const not = (name: string, chance: number): string => (random(chance) === 0 ? `Not${name}` : name)
  const some = <T>(from: readonly T[]): readonly T[] => Array.from({ length: 1 + random(2) }, () => pick(from, random))
  const Condition: Record<string, Record<string, Clause>> = {}
  for (let i = random(4); i > 0; i--) {
    const [key, ...values] = pick(few, random)
    const operator = operatorFor(key, random)
    const value = operator.endsWith('Null') ? pick(['true', 'false'], random) : some(values)
    Condition[operator] = { ...Condition[operator], [random(10) === 0 ? key.toUpperCase() : key]: value }
  }
  const isWithoutResource = type === 'trust' || (type === 'resource' && random(8) === 0)
  return {
    Effect: isDeny ? 'Deny' : 'Allow',
    ...(naming.has(type) ? { [isDeny ? not('Principal', 3) : 'Principal']: pick(principals, random) } : {}),
    [not('Action', 8)]: some(
      type === 'trust' ? actionPatterns.filter((each) => /^\*|^sts/.test(each)) : actionPatterns,
    ),
    ...(isWithoutResource ? {} : { [not('Resource', 8)]: some(resourcePatterns) }),
    ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
  }
}
