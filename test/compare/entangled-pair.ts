// Random pairs of policies whose parts depend on each other: keys about the caller and its Principal, variables and what they meet, set operators,
// policies of both versions, all policy types, and policies around both sides. Next to random-pair.ts, which varies each part by itself.
import type { ContextInput, PolicyInput, Request } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import type { Random } from './random-pair.ts'

export interface EntangledPair {
  readonly type: PolicyType
  readonly old: readonly PolicyInput[]
  readonly new: readonly PolicyInput[]
  readonly surroundings: readonly PolicyInput[]
}

const [own, other] = ['111122223333', '444455556666'] as const

/** A key, what conditions compare it with, and what requests hold. A key that AWS derives from the caller or the owner has no values of its own. */
interface Key {
  readonly key: string
  readonly tests: readonly (readonly [operator: string, ...values: (string | readonly string[])[]])[]
  readonly actual: readonly (ContextInput | undefined)[]
}

const keys: readonly Key[] = [
  {
    key: 'aws:PrincipalArn',
    tests: [
      ['ArnLike', `arn:aws:iam::${own}:role/*`, 'arn:aws:iam::*:user/mary', `arn:aws:iam::${own}:*`],
      ['ArnNotLike', `arn:aws:iam::${own}:role/App`, 'arn:*:iam::*:root'],
      ['StringLike', 'arn:aws:iam::*:role/App*', '*:user/*'],
      ['StringNotEquals', `arn:aws:iam::${own}:role/App`, `arn:aws:iam::${own}:user/mary`],
      ['StringEqualsIfExists', `arn:aws:iam::${own}:role/App`],
      ['Null', 'true', 'false'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:username',
    tests: [
      ['StringEquals', 'mary', ['mary', 'bob']],
      ['StringNotEquals', 'mary'],
      ['StringLike', 'm*', '?ob'],
      ['Null', 'true', 'false'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:PrincipalAccount',
    tests: [
      ['StringEquals', own, '${aws:ResourceAccount}'],
      ['StringNotEquals', own],
      ['StringNotEqualsIfExists', other],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:PrincipalType',
    tests: [
      ['StringEquals', 'User', ['AssumedRole', 'Account']],
      ['StringNotEquals', 'AssumedRole'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:PrincipalIsAWSService',
    tests: [
      ['Bool', 'true', 'false'],
      ['BoolIfExists', 'false'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:PrincipalServiceName',
    tests: [
      ['StringEquals', 'lambda.amazonaws.com'],
      ['StringNotLikeIfExists', 'l*'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:ResourceAccount',
    tests: [
      ['StringEquals', own, '${aws:PrincipalAccount}'],
      ['StringNotEquals', own, '${aws:PrincipalAccount}'],
      ['StringNotEqualsIfExists', other],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:userid',
    tests: [
      ['StringLike', 'AROA*:*', '*:mary', 'AIDA*'],
      ['StringNotLike', '*:mary', 'AROAEXAMPLE:*'],
      ['StringEquals', '${aws:PrincipalTag/id}'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:SourceArn',
    tests: [
      ['ArnLike', `arn:aws:s3:::a*`, `arn:aws:sns:*:${own}:*`],
      ['StringLike', 'arn:*:topic', '*'],
      ['ArnNotLikeIfExists', `arn:aws:sns:*:${other}:*`],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:SourceAccount',
    tests: [
      ['StringEquals', own, '${aws:ResourceAccount}'],
      ['StringNotEqualsIfExists', other],
      ['Null', 'true', 'false'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:SourceIp',
    tests: [
      ['IpAddress', '10.0.0.0/8', ['10.1.0.0/16', '::/0']],
      ['NotIpAddressIfExists', '10.1.0.0/16'],
      ['StringLike', '10.*'],
      ['Null', 'true'],
    ],
    actual: ['10.0.0.1', '10.1.2.3', '192.0.2.1', '2001:db8::1', undefined],
  },
  {
    key: 'aws:SourceVpce',
    tests: [
      ['StringEquals', 'vpce-1', ['vpce-1', 'vpce-2']],
      ['StringNotEquals', 'vpce-1'],
      ['StringNotEqualsIfExists', 'vpce-2'],
      ['Null', 'false'],
    ],
    actual: [undefined],
  },
  {
    key: 'aws:PrincipalTag/team',
    tests: [
      ['StringEquals', 'red', '${aws:ResourceTag/team}', '${aws:username}'],
      ['StringEqualsIgnoreCase', 'RED'],
      ['StringNotLike', 'r*', '${aws:ResourceTag/team}'],
      ['StringLikeIfExists', '?ed', 'r${*}d'],
      ['NumericLessThan', '5'],
      ['Null', 'true', 'false'],
    ],
    actual: ['red', 'RED', 'r*d', '', 'mary', '3', 'blue', undefined],
  },
  {
    key: 'aws:ResourceTag/team',
    tests: [
      ['StringEquals', '${aws:PrincipalTag/team}', 'red'],
      ['StringNotEquals', '${aws:PrincipalTag/team}'],
      ['StringLike', '${aws:PrincipalTag/team}*', "x${aws:PrincipalTag/team, 'none'}"],
    ],
    actual: ['red', 'reds', 'xred', 'xnone', 'x', 'blue', undefined],
  },
  {
    key: 'aws:TagKeys',
    tests: [
      ['ForAllValues:StringEqualsIfExists', 'team', ['team', 'cost']],
      ['ForAnyValue:StringNotEquals', 'team'],
      ['ForAllValues:StringNotLike', 'c*'],
      ['ForAnyValue:StringNotEqualsIfExists', ['team', 'cost']],
      ['ForAnyValue:StringLikeIfExists', 't*', '*'],
      ['ForAllValues:StringEqualsIgnoreCase', 'TEAM'],
      ['StringEquals', 'team'],
      ['StringNotEquals', 'team'],
      ['Null', 'true', 'false'],
    ],
    actual: [['team'], ['TEAM'], ['team', 'cost'], ['cost', 'other'], ['', 'team'], [''], [], 'team', undefined],
  },
  {
    key: 's3:prefix',
    tests: [
      ['StringLike', 'home/${aws:username}/*', 'home/*', '${aws:PrincipalTag/team}*', ''],
      ['StringNotEquals', '', 'home/'],
      ['StringEqualsIfExists', 'home/${aws:username}', 'home/mary'],
    ],
    actual: ['', 'home/', 'home/mary', 'home/mary/', 'home/mary/x', 'home/bob/x', 'red', 'home/red', undefined],
  },
  {
    key: 's3:max-keys',
    tests: [
      ['NumericLessThanEquals', '10', '2.5'],
      ['NumericNotEquals', '10'],
      ['NumericGreaterThanIfExists', '2.5'],
      ['StringLike', '1*'],
    ],
    actual: ['2', '2.5', '3', '10', '10.0', '11', 'x', undefined],
  },
  {
    key: 'aws:CurrentTime',
    tests: [
      ['DateLessThan', '2026-01-01T00:00:00Z', '2026'],
      ['DateGreaterThanEquals', '2026-01-01T00:00:00.500Z'],
      ['DateNotEquals', '2026-01-01'],
    ],
    actual: [
      '2025-12-31T23:59:59Z',
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.250Z',
      '2026-01-01T00:00:01Z',
      '1767225600',
      undefined,
    ],
  },
  {
    key: 'sts:ExternalId',
    tests: [
      ['StringEquals', 'x', ['x', 'y']],
      ['StringNotEquals', 'x'],
      ['StringLike', '??', '*'],
      ['BinaryEquals', 'eHg='],
    ],
    actual: ['x', 'y', 'xx', 'eHg=', '', undefined],
  },
  {
    key: 'aws:ViaAWSService',
    tests: [
      ['Bool', 'true', 'false'],
      ['BoolIfExists', 'TRUE'],
      ['StringNotEquals', 'true'],
    ],
    actual: ['true', 'false', undefined],
  },
]

const actionPatterns: readonly string[] =
  '* s3:* S3:Get* s3:GetObject s3:get?bject s3:*Acl s3:ListBucket kms:Decrypt kms:* sts:AssumeRole sts:* sts:AssumeRoleWith* sqs:SendMessage iam:PassRole'.split(
    ' ',
  )
const actions: readonly string[] =
  's3:GetObject s3:GETOBJECT s3:GetObjectAcl s3:ListBucket s3:PutObject kms:Decrypt kms:RetireGrant sts:AssumeRole sts:TagSession sts:AssumeRoleWithWebIdentity sqs:SendMessage iam:PassRole ec2:StartInstances'.split(
    ' ',
  )
const resourcePatterns: readonly string[] = [
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/${aws:username}/*',
  'arn:aws:s3:::a/${aws:username}',
  'arn:aws:s3:::${aws:PrincipalTag/team}/*',
  'arn:aws:s3:::${aws:PrincipalAccount}-a/*',
  'arn:aws:s3:::a/mary*',
  'arn:aws:s3:::a/${*}',
  'arn:aws:s3:::*a/*/x',
  'arn:aws:s3:::?/*',
  `arn:aws:kms:*:${own}:key/*`,
  `arn:aws:kms:us-east-1:${other}:key/1`,
  `arn:aws:iam::*:role/App*`,
  `arn:aws:iam::${own}:role/\${aws:PrincipalTag/team}`,
  `arn:aws:sqs:*:${own}:q*`,
  'arn:aws:*:*:*:*',
]
const resources: readonly string[] = [
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/mary',
  'arn:aws:s3:::a/mary/x',
  'arn:aws:s3:::a/bob/x',
  'arn:aws:s3:::a/maryann/x',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/${aws:username}/x',
  'arn:aws:s3:::red/x',
  `arn:aws:s3:::${own}-a/y/x`,
  `arn:aws:kms:us-east-1:${own}:key/1`,
  `arn:aws:kms:us-east-1:${other}:key/1`,
  `arn:aws:iam::${own}:role/App`,
  `arn:aws:iam::${own}:role/red`,
  `arn:aws:iam::${other}:role/Apple`,
  `arn:aws:sqs:us-east-1:${own}:q1`,
]
const callers: readonly string[] = [
  `arn:aws:iam::${own}:user/mary`,
  `arn:aws:iam::${own}:user/team/bob`,
  `arn:aws:iam::${other}:user/mary`,
  `arn:aws:sts::${own}:assumed-role/App/mary`,
  `arn:aws:sts::${own}:assumed-role/App/s`,
  `arn:aws:sts::${other}:assumed-role/App/mary`,
  `arn:aws:sts::${own}:federated-user/bob`,
  `arn:aws:iam::${own}:root`,
  `arn:aws:sts::${own}:assumed-role/AWSServiceRoleForX/s`,
]
const outsiders: readonly string[] = [
  'lambda.amazonaws.com',
  's3.amazonaws.com',
  'anonymous',
  `arn:aws:iam::${own}:oidc-provider/token.example.com`,
]
const principals: readonly unknown[] = [
  '*',
  { AWS: '*' },
  { AWS: own },
  { AWS: other },
  { AWS: `arn:aws:iam::${own}:user/mary` },
  { AWS: `arn:aws:iam::${own}:user/team/bob` },
  { AWS: `arn:aws:iam::${own}:role/path/App` },
  { AWS: [`arn:aws:sts::${own}:assumed-role/App/mary`, other] },
  { AWS: `arn:aws:sts::${own}:federated-user/bob` },
  { Service: ['lambda.amazonaws.com', 's3.amazonaws.com'] },
  { Federated: `arn:aws:iam::${own}:oidc-provider/token.example.com` },
]

const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T

const types: readonly PolicyType[] = [
  'identity',
  'identity',
  'identity',
  'resource',
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

/** Few keys per pair, so that its statements meet each other. */
export function entangledPair(random: Random): EntangledPair {
  const type = pick(types, random)
  const few = Array.from({ length: 1 + random(3) }, () => pick(keys, random))
  const version = (): string => (random(6) === 0 ? '2008-10-17' : '2012-10-17')
  const statement = (of: PolicyType): Readonly<Record<string, unknown>> => randomStatement(of, few, random)
  const policy = (of: PolicyType, Version: string, Statement: readonly object[]): PolicyInput => ({
    type: of,
    document: { Version, Statement },
  })
  const before = Array.from({ length: 1 + random(4) }, () => statement(type))
  const after = random(4) === 0 ? before.map(() => statement(type)) : before.flatMap((one) => changed(one, random))
  const added = random(3) === 0 ? [statement(type)] : []
  const first = version()
  const around =
    random(3) === 0
      ? [pick<PolicyType>(['scp', 'permissions-boundary', 'session', 'rcp', 'resource', 'identity'], random)]
      : []
  return {
    type,
    old: [policy(type, first, before)],
    new: [policy(type, random(5) === 0 ? version() : first, [...after, ...added])],
    surroundings: around
      .filter((of) => of !== type)
      .map((of) =>
        policy(
          of,
          version(),
          Array.from({ length: 1 + random(2) }, () => statement(of)),
        ),
      ),
  }
}

/** A statement as it is, without a condition, with one of its values changed, or gone. */
function changed(
  statement: Readonly<Record<string, unknown>>,
  random: Random,
): readonly Readonly<Record<string, unknown>>[] {
  switch (random(6)) {
    case 0:
      return []
    case 1: {
      const { Condition: _, ...rest } = statement
      return [rest]
    }
    case 2:
      return 'Action' in statement ? [{ ...statement, Action: pick(actionPatterns, random) }] : [statement]
    case 3:
      return 'Resource' in statement ? [{ ...statement, Resource: pick(resourcePatterns, random) }] : [statement]
    default:
      return [statement]
  }
}

function randomStatement(type: PolicyType, few: readonly Key[], random: Random): Readonly<Record<string, unknown>> {
  const isDeny = type === 'rcp' ? random(4) > 0 : random(3) === 0
  const not = (name: string, chance: number): string => (random(chance) === 0 ? `Not${name}` : name)
  const some = <T>(from: readonly T[]): readonly T[] => Array.from({ length: 1 + random(2) }, () => pick(from, random))
  const Condition: Record<string, Record<string, unknown>> = {}
  for (let i = random(4); i > 0; i--) {
    const { key, tests } = pick(few, random)
    const [operator, ...values] = pick(tests, random)
    Condition[operator] = { ...Condition[operator], [key]: pick(values, random) }
  }
  return {
    Effect: isDeny ? 'Deny' : 'Allow',
    ...(naming.has(type) ? { [isDeny ? not('Principal', 3) : 'Principal']: pick(principals, random) } : {}),
    [not('Action', 8)]: some(actionPatterns),
    ...(type === 'trust' ? {} : { [not('Resource', 8)]: some(resourcePatterns) }),
    ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
  }
}

/** A request that can exist: what AWS derives from the caller and the owner isn't given, and keys that exclude each other don't meet. */
export function possibleRequest(random: Random): Request {
  const context: Record<string, ContextInput> = {}
  for (const { key, actual } of keys) {
    const value = pick(actual, random)
    if (value !== undefined) context[key] = value
  }
  const principal = pick(random(3) === 0 ? outsiders : callers, random)
  const [, account] = /^arn:aws:[a-z]+::(\d{12}):/.exec(principal) ?? []
  const [, type = '', session = 's'] = /:(user|assumed-role)\/(?:.*\/)?([^/]+)$/.exec(principal) ?? []
  if (type === 'user') context['aws:userid'] = pick(['AIDAEXAMPLE', 'AIDAOTHER'], random)
  if (type === 'assumed-role') context['aws:userid'] = `${pick(['AROAEXAMPLE', 'AROAOTHER'], random)}:${session}`
  if (type !== 'user' && type !== 'assumed-role') delete context['aws:PrincipalTag/team']
  if (random(3) === 0 && context['aws:ViaAWSService'] !== 'true') {
    delete context['aws:SourceIp']
    context['aws:SourceVpce'] = pick(['vpce-1', 'vpce-2', 'vpce-3'], random)
  }
  if (random(3) === 0) {
    const from = pick([own, other], random)
    context['aws:SourceArn'] = pick([`arn:aws:sns:us-east-1:${from}:topic`, 'arn:aws:s3:::a', 'arn:aws:s3:::b'], random)
    if (random(2) === 0) context['aws:SourceAccount'] = from
  }
  const resource = pick(resources, random)
  const owner = /:(\d{12}):/.exec(resource)?.[1] ?? pick([account ?? own, own, other], random)
  return { principal, action: pick(actions, random), resource, resourceAccount: owner, context }
}
