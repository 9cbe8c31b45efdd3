// Requests that are made to hit the statements of a pair: a statement's action, resource, principal, and values, filled in at random, and all of it in line.
import type { ContextInput, Request } from '../../src/evaluate/index.ts'
import { type AimedPair, accounts, allKeys, pick, type Written } from './aimed-pair.ts'
import type { Random } from './random-pair.ts'

const list = (value: unknown): readonly string[] => [value].flat().map(String)

/** The vocabulary of a pair, read once. */
export interface Vocabulary {
  readonly statements: readonly Written[]
  readonly fresh: readonly Written[]
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly callers: readonly string[]
  /** Is the policy of a VPC endpoint asked? */
  readonly isThroughEndpoint: boolean
}

export function vocabularyOf(pair: AimedPair): Vocabulary {
  const fresh = pair.written.new
  const statements = [...fresh, ...pair.written.others]
  const values = new Map<string, string[]>()
  for (const { Condition = {} } of statements)
    for (const byKey of Object.values(Condition))
      for (const [key, raw] of Object.entries(byKey)) {
        const name = allKeys.find((each) => each.toLowerCase() === key.toLowerCase()) ?? key
        values.set(name, [...(values.get(name) ?? []), ...list(raw)])
      }
  const named = statements.flatMap(({ Principal, NotPrincipal }) => [Principal, NotPrincipal]).flatMap(callersNamedBy)
  const byArn = (values.get('aws:PrincipalArn') ?? []).filter((arn) => /:(role|user|federated-user)\//.test(arn))
  const isThroughEndpoint = [...pair.new, ...pair.surroundings].some(({ type }) => type === 'vpc-endpoint')
  return { statements, fresh, values, isThroughEndpoint, callers: [...named, ...byArn, ...byArn, ...usualCallers] }
}

const usualCallers: readonly string[] = accounts.flatMap((account) => [
  `arn:aws:iam::${account}:user/mary`,
  `arn:aws:iam::${account}:user/path/Mary`,
  `arn:aws:iam::${account}:user/bob`,
  `arn:aws:sts::${account}:assumed-role/App/mary`,
  `arn:aws:sts::${account}:assumed-role/App/s`,
  `arn:aws:sts::${account}:assumed-role/Other/mary`,
  `arn:aws:sts::${account}:federated-user/bob`,
  `arn:aws:iam::${account}:root`,
])
const outsiders: readonly string[] = [
  'anonymous',
  'lambda.amazonaws.com',
  'sns.amazonaws.com',
  's3.amazonaws.com',
  'ec2.amazonaws.com',
  'accounts.google.com',
  'arn:aws:iam::111122223333:oidc-provider/token.example.com',
]

function callersNamedBy(principal: unknown): readonly string[] {
  if (typeof principal !== 'object' || principal === null) return []
  return Object.values(principal)
    .flatMap(list)
    .flatMap((name) =>
      /^\d{12}$/.test(name) ? [`arn:aws:iam::${name}:user/bob`, `arn:aws:iam::${name}:root`] : [name],
    )
    .filter((name) => name !== '*')
}

/** A text that a pattern matches; sometimes one that it just doesn't. */
function filled(
  pattern: string,
  context: Readonly<Record<string, ContextInput>>,
  pieces: readonly string[],
  random: Random,
): string {
  const known = pattern.replaceAll(
    /\$\{([^},]+)(?:, *'([^']*)')?\}/g,
    (whole, key: string, otherwise: string | undefined) => {
      if (key === '*' || key === '?' || key === '$') return key
      const value = Object.entries(context).find(([name]) => name.toLowerCase() === key.trim().toLowerCase())?.[1]
      return typeof value === 'string' ? value : (otherwise ?? whole)
    },
  )
  const text = known.replaceAll(/[*?]/g, (wild) => (wild === '?' ? pick([...'axQ1/'], random) : pick(pieces, random)))
  switch (random(16)) {
    case 0:
      return text.slice(0, -1)
    case 1:
      return `${text}x`
    case 2:
      return text.toUpperCase()
    default:
      return text
  }
}

const callersKeys: ReadonlySet<string> = new Set(
  'aws:PrincipalArn aws:username aws:PrincipalAccount aws:PrincipalType aws:PrincipalIsAWSService aws:PrincipalServiceName kms:CallerAccount aws:ResourceAccount s3:ResourceAccount aws:userid'.split(
    ' ',
  ),
)
const actions: readonly string[] =
  's3:GetObject s3:PutObject s3:ListBucket s3:PutBucketPolicy kms:Decrypt kms:RetireGrant sts:AssumeRole sts:TagSession sts:AssumeRoleWithWebIdentity sts:GetFederationToken sqs:SendMessage sqs:RemovePermission iam:PassRole ec2:RunInstances ecr:GetAuthorizationToken ecr:BatchGetImage aps:RemoteWrite aps:ListRules logs:PutLogEvents cognito-identity:GetId bedrock:InvokeModel vpc-lattice-svcs:Invoke'.split(
    ' ',
  )
const resources: readonly string[] = [
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/mary/x',
  'arn:aws:sns:us-east-1:111122223333:topic',
  'arn:aws:sqs:us-east-1:444455556666:q',
  'arn:aws:kms:us-east-1:111122223333:key/1',
  'arn:aws:kms:us-east-1:123456789012:key/1',
  'arn:aws:iam::111122223333:role/App',
  'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
  'arn:aws:logs:us-east-1:111122223333:destination:d',
]

/** A request that can exist. What AWS derives from the caller and the resource isn't given; keys that exclude each other don't meet. */
export function aimedRequest(vocabulary: Vocabulary, random: Random): Request {
  const { statements, fresh, values, callers, isThroughEndpoint } = vocabulary
  const allows = fresh.filter(({ Effect }) => Effect === 'Allow')
  const aim = pick(allows.length > 0 && random(8) > 0 ? allows : statements, random)
  const own = callersNamedBy(aim.Principal)
  const from = random(5) === 0 ? outsiders : own.length > 0 && random(3) > 0 ? own : callers
  const called = pick(from, random)
  const [partition, account] = partsOfCaller(called)
  const context: Record<string, ContextInput> = {}
  for (const [key, raws] of values) if (!callersKeys.has(key)) give(context, key, raws, random)
  const principal = filled(
    called.replaceAll('ARN:AWS:IAM', 'arn:aws:iam').replaceAll('ROLE/', 'role/'),
    { 'aws:username': 'mary' },
    ['x', 'mary', 'App', '111122223333'],
    random.bind(undefined),
  )
  inLine(context, principal, account, { values, isThroughEndpoint, random })
  const known = {
    ...context,
    'aws:username': nameOf(principal) ?? 'mary',
    'aws:PrincipalAccount': account ?? accounts[0],
  }
  const pieces = ['', 'x', 'mary', 'q', '1', 'a/b', 'us-east-1', ...accounts, 'x:y', 'App', 'red']
  const resourceTexts = list(aim.Resource ?? pick(resources, random))
  const resource =
    random(8) === 0
      ? pick([...resources, ...statements.flatMap(({ Resource = [] }) => list(Resource))], random)
      : pick(resourceTexts, random)
  const arn = asArn(filled(resource, known, pieces, random), partition)
  const action =
    random(6) === 0
      ? pick(actions, random)
      : filled(pick(list(aim.Action ?? pick(actions, random)), random), {}, ['Object', 'Acl', 'x', ''], random)
  const owner = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1] ?? pick([account ?? accounts[0], ...accounts], random)
  return {
    principal,
    action: /^[\w-]+:\w+$/.test(action) ? action : pick(actions, random),
    resource: arn,
    resourceAccount: owner,
    context,
  }
}

const partsOfCaller = (caller: string): readonly [partition: string, account: string | undefined] => {
  const [, partition = 'aws', account] = /^arn:([a-z-]+):[a-z]+::(\d{12}):/.exec(caller) ?? []
  return [partition, caller.includes('oidc-provider') ? undefined : account]
}

const nameOf = (principal: string): string | undefined => /:user\/(?:.*\/)?([^/]+)$/.exec(principal)?.[1]

const singles: ReadonlySet<string> = new Set(['aws:PrincipalTag/team', 'aws:ResourceTag/team', 'aws:RequestTag/team'])

/** A value that a condition names, one next to it, several, or none. */
function give(context: Record<string, ContextInput>, key: string, raws: readonly string[], random: Random): void {
  if (random(4) === 0) return
  const one = (): string => nearby(filled(pick(raws, random), context, ['', 'x', 'mary', 'red', '1'], random), random)
  const isSet = /Paths|CalledVia$|TagKeys|ContextKeys/.test(key)
  if (!isSet || (random(6) === 0 && !singles.has(key))) context[key] = one()
  else context[key] = Array.from({ length: random(4) }, () => (random(8) === 0 ? '' : one()))
}

/** Numbers, dates, and addresses have neighbors. */
function nearby(text: string, random: Random): string {
  if (random(2) === 0) return text
  if (/^-?\d+(\.\d+)?$/.test(text) && text.length < 12) return String(Number(text) + pick([-1, 1, 0.25, -0.25], random))
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(text))
    return new Date(Date.parse(text) + pick([-1000, 1, 1000], random)).toISOString()
  if (/^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(text))
    return pick(['10.0.0.1', '10.1.2.3', '10.1.2.4', '192.0.2.1', '2001:db8::1'], random)
  return text
}

/** Brings the keys in line with the caller and with each other. */
function inLine(
  context: Record<string, ContextInput>,
  principal: string,
  account: string | undefined,
  { values, isThroughEndpoint, random }: Pick<Vocabulary, 'values' | 'isThroughEndpoint'> & { readonly random: Random },
): void {
  const session = /:assumed-role\/[^/]+\/(.+)$/.exec(principal)?.[1]
  const isUser = /:user\//.test(principal)
  if (isUser) context['aws:userid'] = pick(['AIDA1', 'AIDA2'], random)
  if (session !== undefined) context['aws:userid'] = `${pick(['AROA1', 'AROA2'], random)}:${session}`
  if (!isUser && session === undefined) delete context['aws:PrincipalTag/team']
  if (account === undefined) for (const key of ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths']) delete context[key]
  const network = ['aws:SourceVpce', 'aws:SourceVpc', 'aws:VpcSourceIp']
  if (random(2) === 0) for (const key of network) delete context[key]
  if (network.some((key) => key in context)) delete context['aws:SourceIp']
  const source = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(String(context['aws:SourceArn'] ?? ''))?.[1]
  if (source !== undefined && 'aws:SourceAccount' in context) context['aws:SourceAccount'] = source
  if (isThroughEndpoint && !network.some((key) => key in context)) context['aws:SourceVpce'] = 'vpce-1'
  if ('aws:SourceVpce' in context && random(2) === 0 && !values.has('aws:SourceVpc')) context['aws:SourceVpc'] = 'vpc-1'
}

/** Something that an ARN can be. */
function asArn(text: string, partition: string): string {
  if (text === '*') return text
  const arn = text.startsWith('arn:')
    ? text
    : `arn:${partition}:sqs:us-east-1:111122223333:${text.replaceAll('*', 'x')}`
  const given = arn.replace(/^arn:[^:]*/, `arn:${partition}`).split(':')
  const [, , service = '', region = '', account = '', ...rest] = given
  const resource = rest.join(':')
  return [
    'arn',
    partition,
    /^[a-z0-9-]+$/.test(service) ? service : 'sqs',
    /^[a-z0-9-]*$/.test(region) ? region : 'us-east-1',
    /^(\d{12})?$/.test(account) ? account : '111122223333',
    resource === '' ? 'x' : resource,
  ].join(':')
}
