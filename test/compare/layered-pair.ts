// Random pairs with every layer around both sides at once: SCPs and RCPs of several levels, a boundary, a session policy, a resource's policy, an
// endpoint's. Their statements aim at what is rare: keys whose absence decides, bytes, dates, both families of addresses, NotPrincipal and sessions,
// actions in any case, ARNs with empty parts, policies of Version 2008, several policies on one side.
import type { PolicyInput } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { type AimedPair, operatorFor, pick, type Written } from './aimed-pair.ts'
import type { Random } from './random-pair.ts'

const own = '111122223333'
const other = '444455556666'

type Family = readonly (readonly [key: string, ...values: readonly string[]])[]

const families: readonly Family[] = [
  [
    [
      'aws:PrincipalArn',
      `arn:aws:iam::${own}:role/*`,
      `arn:aws:iam::${own}:user/mary`,
      `arn:aws:iam::${own}:role/x/App`,
      `arn:aws:iam::*:role/App`,
      `arn:aws:iam::\${aws:ResourceAccount}:*`,
      `arn:aws:iam::${own}:user/\${aws:PrincipalTag/team}`,
      `arn:aws:iam:*`,
      '*/App',
      `arn:aws:sts::${own}:assumed-role/App/mary`,
    ],
    ['aws:PrincipalTag/team', 'red', 'App', 'mary', 'role/App', '${aws:username}', "${aws:username, 'red'}"],
    ['aws:username', 'mary', '${aws:PrincipalTag/team}', 'm?ry', '*'],
  ],
  [
    ['aws:PrincipalAccount', own, other, '${aws:ResourceAccount}', '1*', '????22223333'],
    ['aws:ResourceAccount', own, other, '${aws:PrincipalAccount}', '*6'],
    ['aws:PrincipalIsAWSService', 'true', 'false'],
    ['aws:PrincipalType', 'User', 'AssumedRole', 'Account', 'FederatedUser', 'Anonymous', '*User'],
    ['aws:ViaAWSService', 'true', 'false'],
  ],
  [
    ['aws:PrincipalOrgID', 'o-1', 'o-2', '${aws:ResourceOrgID}', 'o-?'],
    ['aws:ResourceOrgID', 'o-1', '${aws:PrincipalOrgID}'],
    ['aws:ResourceOrgPaths', 'o-1/r-1/*', 'o-1/*/ou-2/', '*'],
    ['aws:PrincipalOrgPaths', 'o-1/r-1/ou-1/', 'o-1/*', '*/ou-2/*', '${aws:PrincipalOrgID}/*'],
  ],
  [
    ['aws:SourceIp', '10.0.0.0/8', '10.1.0.0/16', '2001:db8::/32', '2001:db8:1::/48', '::ffff:10.0.0.0/104', '::/0'],
    ['aws:VpcSourceIp', '10.0.0.0/8', '2001:db8::1', '10.1.2.3/32'],
    ['aws:SourceVpce', 'vpce-1', 'vpce-?', '${aws:SourceVpc}'],
    ['aws:SourceVpc', 'vpc-1', 'vpc-*'],
  ],
  [
    ['aws:CurrentTime', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', '2026-01-01', '1767225600', '2026-07'],
    ['aws:TokenIssueTime', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59.999Z', '2026'],
    ['aws:EpochTime', '1767225600', '0', '1767225599.5'],
    ['aws:MultiFactorAuthAge', '3600', '3600.0', '0'],
    ['aws:MultiFactorAuthPresent', 'true', 'false'],
  ],
  [
    ['aws:TagKeys', 'team', 'cost', 't*', '*o*', ''],
    ['aws:RequestTag/team', 'red', 'blue', '${aws:PrincipalTag/team}', 'r*', '*d', ''],
    ['aws:PrincipalTag/team', 'red', 'blue', '${aws:RequestTag/team}', '*', ''],
    ['aws:PrincipalTag/Team', 'red', 'r?d'],
  ],
  [
    ['s3:x-amz-server-side-encryption-customer-key-MD5', 'eHg=', 'eHk=', 'AA==', ''],
    ['s3:prefix', '', 'a', 'a/', 'a/*', '*/b', '${aws:PrincipalTag/team}/*', '${*}', 'a${?}'],
    ['s3:max-keys', '10', '1.0', '1', '-0', '1e3'],
    ['s3:delimiter', '/', '', '?'],
  ],
  [
    ['kms:CallerAccount', own, other, '*'],
    ['kms:ViaService', 's3.*.amazonaws.com', 's3.us-east-1.amazonaws.com'],
    ['kms:EncryptionContext:aws:s3:arn', 'arn:aws:s3:::a*', 'arn:aws:s3:::a/x', 'arn:aws:s3:::a'],
    ['kms:EncryptionContextKeys', 'aws:s3:arn', 'aws:*', 'app', 'APP'],
    ['kms:GrantIsForAWSResource', 'true'],
  ],
  [
    ['aws:SourceArn', 'arn:aws:s3:::a', 'arn:aws:sns:us-east-1:111122223333:t', 'arn:aws:*:*:1*:*', 'arn:aws:s3:::*'],
    ['aws:SourceAccount', own, other, '${aws:PrincipalAccount}', '${aws:ResourceAccount}'],
    ['aws:SourceOwner', own, other],
    ['aws:PrincipalServiceName', 'lambda.amazonaws.com', 's*', '*.amazonaws.com'],
    ['aws:PrincipalServiceNamesList', 'lambda.amazonaws.com', 'lambda.*', '*'],
  ],
  [
    ['aws:userid', 'AROA1:*', '*:mary', 'AIDA1', '${aws:PrincipalTag/team}:*', `${own}`, `${own}:bob`],
    ['sts:ExternalId', 'x', 'X', '?', '*', '', '${aws:userid}'],
    ['sts:RoleSessionName', '${aws:username}', 'mary', 'm*', "${aws:username, 'bob'}"],
    ['aws:FederatedProvider', 'accounts.google.com', '*'],
    ['accounts.google.com:aud', 'a', 'b', '*'],
    ['accounts.google.com:sub', 'a', '${accounts.google.com:aud}'],
    ['sts:TransitiveTagKeys', 'team', 't*'],
  ],
]

const actionPatterns =
  '* s3:* S3:GETOBJECT s3:get* s3:*OBJECT s3:?etObject s3:Get*t s3:PutObject s3:ListBucket s3:*Bucket* kms:* KMS:Decrypt kms:*crypt kms:CreateGrant kms:Retire* sts:* sts:assumerole sts:AssumeRole* sts:*Token sts:TagSession sts:SetSourceIdentity sqs:* SQS:SendMessage iam:* iam:PassRole ecr:Get* ecr:* logs:Put* dynamodb:* dynamodb:GetItem lambda:InvokeFunction lambda:Add* sns:Publish secretsmanager:* execute-api:* es:ESHttp* mechanicalturk:*'.split(
    ' ',
  )
const resourcePatterns: readonly string[] = [
  '*',
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::*/x',
  'arn:aws:s3:::a/${aws:PrincipalTag/team}/*',
  'arn:aws:s3:::a/${aws:userid}/*',
  "arn:aws:s3:::a/${aws:username, 'red'}",
  'arn:aws:s3:::${aws:ResourceAccount}/*',
  'arn:aws:s3:*:*:*',
  'arn:aws:s3::*:a',
  'arn:aws:s3:::',
  'arn:aws:::*',
  'arn:aws:*:::*',
  'arn:*:*:*:*:*',
  'arn:aws:iam::*:*',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::111122223333:role/x/*',
  'arn:aws:iam:::role/App',
  'arn:aws:sts::*:*/mary',
  'arn:aws:kms:*:*:key/*',
  'arn:aws:kms:us-east-1:111122223333:key/1',
  'arn:aws:kms:*:111122223333:alias/*',
  'arn:aws:sqs:*:*:q',
  'arn:aws:sqs::*:q',
  'arn:aws:sqs:us-????-1:111122223333:q*',
  'arn:aws:dynamodb:*:*:table/t/*',
  'arn:aws:dynamodb:*:*:table/t*',
  'arn:aws:lambda:*:*:function:f',
  'arn:aws:lambda:*:*:function:f:*',
  'arn:aws:lambda:*:*:function:*:PROD',
  'arn:aws:ecr:*:*:repository/r',
  'arn:aws:secretsmanager:*:*:secret:s-??????',
  'arn:aws:secretsmanager:*:*:secret:s*',
  'arn:aws-cn:s3:::a/*',
]
const principals: readonly unknown[] = [
  '*',
  '*',
  { AWS: '*' },
  { AWS: own },
  { AWS: [own, other] },
  { AWS: `arn:aws:iam::${own}:root` },
  { AWS: [`arn:aws:sts::${own}:assumed-role/App/mary`, `arn:aws:iam::${own}:role/App`] },
  { AWS: [`arn:aws:sts::${own}:assumed-role/App/mary`, `arn:aws:iam::${own}:role/App`, own] },
  { AWS: [`arn:aws:iam::${own}:role/x/App`, `arn:aws:sts::${own}:assumed-role/App/s`] },
  { AWS: `arn:aws:sts::${own}:assumed-role/App/mary` },
  { AWS: `arn:aws:iam::${own}:role/App` },
  { AWS: [`arn:aws:iam::${own}:user/mary`, own] },
  { AWS: `arn:aws:iam::${own}:user/x/mary` },
  { AWS: `arn:aws:sts::${own}:federated-user/bob` },
  { AWS: [`arn:aws:sts::${own}:federated-user/bob`, `arn:aws:iam::${own}:user/bob`] },
  { Service: 'lambda.amazonaws.com' },
  { Service: ['s3.amazonaws.com', 'sns.amazonaws.com'], AWS: other },
  { Service: 'cloudtrail.us-east-1.amazonaws.com' },
  { Federated: 'accounts.google.com' },
  { Federated: `arn:aws:iam::${own}:saml-provider/idp` },
  { Federated: [`arn:aws:iam::${own}:oidc-provider/token.example.com`, 'cognito-identity.amazonaws.com'] },
  { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
  { AWS: '*', Federated: 'accounts.google.com' },
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
  'scp',
  'rcp',
  'vpc-endpoint',
]
const naming: ReadonlySet<PolicyType> = new Set<PolicyType>(['resource', 'trust', 'rcp', 'vpc-endpoint'])
const layers: readonly PolicyType[] = [
  'scp',
  'scp',
  'rcp',
  'permissions-boundary',
  'session',
  'resource',
  'identity',
  'trust',
  'vpc-endpoint',
]
const targets = new Map<PolicyType, readonly (string | undefined)[]>([
  ['scp', [undefined, 'r-root', 'ou-1', own, other]],
  ['rcp', [undefined, 'r-root', 'ou-1', own, other]],
  ['resource', [undefined, undefined, undefined, 'arn:aws:s3:::a', `arn:aws:kms:us-east-1:${own}:key/1`]],
])

interface Policy {
  readonly type: PolicyType
  readonly target: string | undefined
  readonly version: string
  readonly statements: readonly Written[]
}

const written = ({ type, target, version, statements }: Policy): PolicyInput => ({
  type,
  target,
  document: { Version: version, Statement: statements },
})

/** What a pair's statements are made of: few of everything, so that they meet. */
interface Words {
  readonly keys: Family
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly principals: readonly unknown[]
}

function fewWords(type: PolicyType, random: Random): Words {
  const some = <T>(from: readonly T[], count: number): readonly T[] =>
    Array.from({ length: count }, () => pick(from, random))
  const fitting = type === 'trust' ? actionPatterns.filter((each) => /^\*|^sts/.test(each)) : actionPatterns
  return {
    keys: some(some(families, 1 + random(2)).flat(), 4),
    actions: some(fitting, 4),
    resources: some(resourcePatterns, 4),
    principals: some(principals, 4),
  }
}

/** A pair of one to three policies a side, with up to six around them; the new side is the old one with one or two things changed. */
export function layeredPair(random: Random): AimedPair {
  const type = pick(types, random)
  const few = fewWords(type, random)
  const policyOf = (of: PolicyType, most: number): Policy => ({
    type: of,
    target: pick(targets.get(of) ?? [undefined], random),
    version: random(7) === 0 ? '2008-10-17' : '2012-10-17',
    statements: Array.from({ length: 1 + random(most) }, () => statementOf(of, few, random)),
  })
  const old = Array.from({ length: [1, 1, 1, 2, 3][random(5)] ?? 1 }, () => policyOf(type, 3))
  let now: readonly Policy[] = old
  for (let i = 1 + random(2); i > 0; i--) now = withOneChanged(now, few, random)
  const count = [0, 1, 2, 3, 4, 6][random(6)] ?? 0
  const around = Array.from({ length: count }, () => pick(layers, random)).filter((of) => of !== type)
  // What grants isn't in the way: without something that grants, whatever is compared allows nothing.
  const others = around.map((of) => openedUp(policyOf(of, 1), random))
  return {
    type,
    old: old.map(written),
    new: now.map(written),
    surroundings: others.map(written),
    written: {
      new: now.flatMap(({ statements }) => statements),
      others: [...old, ...others].flatMap(({ statements }) => statements),
    },
  }
}

/** Usually with a statement that allows everything, so that several layers leave something open. */
function openedUp(policy: Policy, random: Random): Policy {
  if (random(3) === 0) return policy
  const all: Written = {
    Effect: 'Allow',
    ...(naming.has(policy.type) ? { Principal: random(2) === 0 ? '*' : pick(principals, random) } : {}),
    Action: policy.type === 'trust' ? 'sts:*' : '*',
    ...(policy.type === 'trust' ? {} : { Resource: '*' }),
  }
  return { ...policy, statements: [...policy.statements, all] }
}

function withOneChanged(policies: readonly Policy[], few: Words, random: Random): readonly Policy[] {
  const at = random(policies.length)
  const policy = policies[at]
  if (!policy) return policies
  const change = pick(['statement', 'statement', 'statement', 'added', 'removed', 'version', 'policy'], random)
  const { type, statements, version } = policy
  const other = statementOf(type, few, random)
  switch (change) {
    case 'added':
      return policies.with(at, { ...policy, statements: [...statements, other] })
    case 'removed':
      return policies.with(at, {
        ...policy,
        statements: statements.length > 1 ? statements.toSpliced(random(statements.length), 1) : [other],
      })
    case 'version':
      return policies.with(at, { ...policy, version: version === '2012-10-17' ? '2008-10-17' : '2012-10-17' })
    case 'policy':
      return policies.length > 1 ? policies.toSpliced(at, 1) : [...policies, { ...policy, statements: [other] }]
    default: {
      const which = random(statements.length)
      return policies.with(at, {
        ...policy,
        statements: statements.with(which, mixed(statements[which], other, random)),
      })
    }
  }
}

/** A statement with one of its elements, or one of its conditions, taken from another one or gone. */
function mixed(one: Written | undefined, other: Written, random: Random): Written {
  if (!one) return other
  const element = pick(['Action', 'Resource', 'Principal', 'Condition', 'Condition', 'Effect', 'less', 'less'], random)
  if (element === 'less') {
    const operators = Object.entries(one.Condition ?? {})
    const { Condition: _, ...rest } = one
    const fewer = Object.fromEntries(operators.toSpliced(random(Math.max(1, operators.length)), 1))
    return Object.keys(fewer).length > 0 ? { ...rest, Condition: fewer } : rest
  }
  const kept = Object.entries(one).filter(([name]) => name.replace('Not', '') !== element)
  const taken = Object.entries(other).filter(([name]) => name.replace('Not', '') === element)
  return Object.fromEntries([...kept, ...taken])
}

function statementOf(type: PolicyType, few: Words, random: Random): Written {
  const isDeny = type === 'rcp' ? random(4) > 0 : random(3) === 0
  const not = (name: string, chance: number): string => (random(chance) === 0 ? `Not${name}` : name)
  const some = <T>(from: readonly T[], most = 2): readonly T[] =>
    Array.from({ length: 1 + random(most) }, () => pick(from, random))
  const Condition: Record<string, Record<string, string | readonly string[]>> = {}
  for (let i = random(4); i > 0; i--) {
    const [key, ...values] = pick(few.keys, random)
    const isBytes = /MD5|sub$|ExternalId/.test(key) && random(2) === 0
    const operator = isBytes ? pick(['BinaryEquals', 'BinaryEqualsIfExists'], random) : operatorFor(key, random)
    const value = operator.endsWith('Null') ? pick(['true', 'false'], random) : some(values, 3)
    Condition[operator] = { ...Condition[operator], [random(8) === 0 ? key.toLowerCase() : key]: value }
  }
  const isWithoutResource = type === 'trust' || (type === 'resource' && random(10) === 0)
  return {
    Effect: isDeny ? 'Deny' : 'Allow',
    ...(naming.has(type) ? { [isDeny ? not('Principal', 2) : 'Principal']: pick(few.principals, random) } : {}),
    [not('Action', 8)]: some(few.actions),
    ...(isWithoutResource ? {} : { [not('Resource', 8)]: some(few.resources) }),
    ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
  }
}
