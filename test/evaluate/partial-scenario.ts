// Random partial requests of every kind of caller and policy, and a judge that fills in what isn't known with random possible values. Values come
// from the policies: on and around their bounds, with wildcards filled in, with what other keys have, and what a variable needs to fit.
import { type ContextInput, compile, type Decision, type PolicyInput, type Request } from '../../src/evaluate/index.ts'
import { type PolicyType, readCaller } from '../../src/iam/index.ts'
import { endpointKeys, excludedBy, presenceOf } from '../../src/reference/index.ts'
import { here, there } from './scenario.ts'

type Random = (below: number) => number
type Context = Readonly<Record<string, ContextInput>>
type Condition = readonly [operator: string, key: string, values: readonly string[]]

export interface PartialScenario {
  readonly request: Request
  readonly policies: readonly PolicyInput[]
  readonly conditions: readonly Condition[]
  /** The keys that policies ask for and the request doesn't give. */
  readonly open: readonly string[]
}

const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[random(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const callers = [
  `arn:aws:iam::${here}:user/x`,
  `arn:aws:iam::${there}:user/x`,
  `arn:aws:iam::${here}:role/x`,
  `arn:aws:sts::${here}:assumed-role/x/y`,
  `arn:aws:sts::${there}:assumed-role/x/y`,
  `arn:aws:sts::${here}:federated-user/x`,
  `arn:aws:iam::${here}:root`,
  `arn:aws:iam::${there}:root`,
  'lambda.amazonaws.com',
  'anonymous',
]
const role = `arn:aws:iam::${here}:role/x`
const calls: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::x/y'],
  ['s3:GetObject', 'arn:aws:s3:::x-y-x/y'],
  ['s3:ListBucket', 'arn:aws:s3:::x'],
  ['sqs:SendMessage', `arn:aws:sqs:us-east-1:${here}:x`],
  ['kms:Decrypt', `arn:aws:kms:us-east-1:${here}:key/x`],
  ['sts:AssumeRole', role],
  ['ec2:RunInstances', '*'],
  ['ce:GetTags', '*'],
]
const texts = ['x', 'y', 'X', 'x/y', 'x-y', 'xx', 'arn:aws:iam::*:role/x', '']
const negatable = (...operators: readonly string[]) => operators
const strings = negatable(
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
)
const order = (type: string) =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => `${type}${name}`,
  )
const arns = ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals']
const arnValues = [
  'arn:aws:iam::*:role/*',
  `arn:aws:iam::${here}:*`,
  role,
  `arn:aws:s3:::x`,
  'arn:*:s3:::*',
  'arn:aws:*:x',
  '${k:a}',
  'arn:aws:s3:::${k:a}',
  'x',
]
const kinds: readonly {
  readonly operators: readonly string[]
  readonly values: readonly string[]
  readonly near: readonly string[]
}[] = [
  {
    operators: strings,
    values: ['x', 'y', 'X', 'x/y', 'x*', '*y', '?', 'x?', '*', 'x-*-y', '${*}', 'x${*}', ''],
    near: texts,
  },
  {
    operators: order('Numeric'),
    values: ['1', '1.0', '2', '5', '-1', '1e1', '${k:a}'],
    near: ['0', '1', '1.5', '2', '3', '5', '10', '-1', '-5', '100'],
  },
  {
    operators: order('Date'),
    values: ['2026-01-01T00:00:00Z', '2026-01-01', '2026-01-01T00:00:01Z', '1767225600', '2027-01-01T00:00:00Z'],
    near: [
      '2025-12-31T23:59:59Z',
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.5Z',
      '2026-01-01T00:00:01Z',
      '2026-06-01T00:00:00Z',
      '2028-01-01T00:00:00Z',
    ],
  },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    values: ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3', '0.0.0.0/0', '::/0', '2001:db8::/32'],
    near: ['10.0.0.1', '10.1.2.3', '10.1.0.9', '9.9.9.9', '2001:db8::1', '::1'],
  },
  { operators: ['BinaryEquals'], values: ['eA==', 'eHk='], near: ['eA==', 'eHk=', 'enp6'] },
  { operators: ['Bool'], values: ['true', 'false', 'TRUE', '${k:flag}'], near: ['true', 'false'] },
  {
    operators: arns,
    values: arnValues,
    near: [
      role,
      `arn:aws:iam::${there}:role/x`,
      `arn:aws:iam::${here}:user/z`,
      'arn:aws:s3:::x',
      'arn:aws:s3:::y',
      'arn:aws:s3:::x:y',
      'x',
    ],
  },
]
const [text = kinds[0], number, date, address, bytes, flag, arn] = kinds
type Kind = NonNullable<typeof text>
const kindOf = (kind: Kind | undefined): Kind => {
  if (!kind) throw new Error('no kind')
  return kind
}
const keyKinds: readonly (readonly [key: string, kinds: readonly (Kind | undefined)[]])[] = [
  ['k:a', [text]],
  ['k:b', [text]],
  ['k:set', [text]],
  ['k:n', [number]],
  ['k:d', [date]],
  ['k:bin', [bytes]],
  ['k:flag', [flag]],
  ['k:mixed', [text, number]],
  ['k:mixed2', [number, date, address]],
  ['k:mixed3', [text, flag, arn]],
  ['k:arn', [arn]],
  ['aws:PrincipalTag/team', [text]],
  ['aws:RequestTag/team', [text]],
  ['aws:TagKeys', [text]],
  ['aws:PrincipalArn', [arn, text]],
  ['aws:PrincipalAccount', [text]],
  ['aws:PrincipalType', [text]],
  ['aws:userid', [text]],
  ['aws:username', [text]],
  ['aws:SourceIp', [address]],
  ['aws:VpcSourceIp', [address]],
  ['aws:SourceVpc', [text]],
  ['aws:SourceVpce', [text]],
  ['aws:ViaAWSService', [flag]],
  ['aws:CalledVia', [text]],
  ['aws:CalledViaFirst', [text]],
  ['aws:PrincipalIsAWSService', [flag]],
  ['aws:PrincipalServiceName', [text]],
  ['aws:PrincipalOrgID', [text]],
  ['aws:ResourceAccount', [text]],
  ['aws:ResourceOrgID', [text]],
  ['aws:SourceArn', [arn]],
  ['aws:SourceAccount', [text]],
  ['aws:MultiFactorAuthPresent', [flag]],
  ['aws:MultiFactorAuthAge', [number]],
  ['aws:TokenIssueTime', [date]],
  ['aws:CurrentTime', [date]],
  ['aws:SecureTransport', [flag]],
  ['ec2:SourceInstanceARN', [arn]],
  ['lambda:SourceFunctionArn', [arn]],
  ['s3:prefix', [text]],
]
const types: readonly PolicyType[] = [
  'identity',
  'identity',
  'identity',
  'resource',
  'resource',
  'permissions-boundary',
  'session',
  'scp',
  'scp',
  'rcp',
  'vpc-endpoint',
  'trust',
]
const principals = [
  '*',
  { AWS: '*' },
  { AWS: here },
  { AWS: `arn:aws:iam::${here}:user/x` },
  { AWS: role },
  { AWS: there },
  { AWS: `arn:aws:sts::${here}:assumed-role/x/y` },
  { Service: 'lambda.amazonaws.com' },
  { AWS: 'arn:aws:iam::${Account}:root' },
  { AWS: '${Arn}' },
  { AWS: [there, `arn:aws:iam::${here}:\${Who}`] },
]

export function randomPartial(random: Random): PartialScenario {
  const [action, resource] = pick(random, calls)
  const principal = pick(random, callers)
  const asked = Array.from({ length: 1 + random(random(2) === 0 ? 2 : 4) }, () => pick(random, keyKinds))
  const variable = (): string => {
    const key = random(8) === 0 ? 'Bucket' : pick(random, asked)[0]
    return random(4) === 0 && key.includes(':') ? `\${${key}, '${pick(random, ['x', 'y', ''])}'}` : `\${${key}}`
  }
  const value = (kind: Kind): string => {
    if (kind.operators !== strings && random(6) > 0) return pick(random, kind.values)
    if (random(3) > 0) return pick(random, kind.values)
    return pick(random, [
      variable(),
      variable(),
      variable(),
      `x${variable()}`,
      `${variable()}/y`,
      `x/${variable()}/*`,
      `*${variable()}`,
      `${variable()}-${variable()}`,
    ])
  }
  const conditions: Condition[] = []
  const condition = (): Condition => {
    const [key, of] = pick(random, asked)
    if (random(8) === 0)
      return [random(10) === 0 ? 'ForAllValues:Null' : 'Null', key, [pick(random, ['true', 'false'])]]
    const kind = kindOf(pick(random, of))
    const set = key === 'k:set' || key === 'aws:TagKeys' || key === 'aws:CalledVia' ? random(4) > 0 : random(12) === 0
    const operator = `${set ? pick(random, ['ForAllValues:', 'ForAnyValue:']) : ''}${pick(random, kind.operators)}${random(5) === 0 ? 'IfExists' : ''}`
    return [operator, key, Array.from({ length: 1 + random(2) }, () => value(kind))]
  }
  const statement = (type: PolicyType): Record<string, unknown> => {
    const own = Array.from({ length: random(5) === 0 ? 0 : 1 + random(2) }, condition)
    conditions.push(...own)
    const Condition: Record<string, Record<string, readonly string[]>> = {}
    for (const [operator, key, values] of own) Condition[operator] = { ...Condition[operator], [key]: values }
    const named = ['resource', 'trust', 'rcp', 'vpc-endpoint'].includes(type)
    const where = pick(random, [
      '*',
      '*',
      '*',
      resource,
      'arn:aws:s3:::x/*',
      'arn:aws:s3:::x',
      `arn:aws:s3:::${variable()}/*`,
      `arn:aws:s3:::x-${variable()}/y`,
      `arn:aws:s3:::x-${variable()}-${variable()}/y`,
      `arn:aws:s3:::*${variable()}`,
      'arn:aws:s3:::${Bucket}/*',
    ])
    return {
      Effect: type === 'rcp' || random(3) === 0 ? 'Deny' : 'Allow',
      ...(named
        ? {
            [type !== 'rcp' && random(12) === 0 ? 'NotPrincipal' : 'Principal']:
              type === 'rcp' ? '*' : pick(random, principals),
          }
        : {}),
      Action: pick(random, ['*', '*', action, '${Act}']),
      ...(type === 'trust' ? {} : { [random(12) === 0 ? 'NotResource' : 'Resource']: where }),
      Condition,
    }
  }
  const policies: PolicyInput[] = Array.from({ length: 1 + random(4) }, () => {
    const type = pick(random, types)
    return {
      type,
      target: type === 'scp' || type === 'rcp' ? pick(random, ['r-root', 'ou-1']) : undefined,
      document: { Version: '2012-10-17', Statement: Array.from({ length: 1 + random(2) }, () => statement(type)) },
    }
  })
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' }
  if (random(2) === 0) policies.push({ type: 'identity', document: { Version: '2012-10-17', Statement: [everything] } })
  if (random(3) === 0) {
    const type = action === 'sts:AssumeRole' ? 'trust' : 'resource'
    policies.push({ type, document: { Version: '2012-10-17', Statement: [{ ...everything, Principal: '*' }] } })
  }
  const written = JSON.stringify(policies)
  const keys = [...new Set([...conditions.map(([, key]) => key), ...variablesIn(written)])]
  const request = {
    principal,
    action,
    resource,
    ...(resource.startsWith('arn:aws:s3') && random(2) === 0 ? { resourceAccount: pick(random, [here, there]) } : {}),
    ...(random(10) === 0 ? { also: [{ action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${here}:key/x` }] } : {}),
  }
  const scenario = { request: { ...request, context: {} }, policies, conditions, open: keys }
  const known: Record<string, ContextInput> = {}
  for (const [key, value] of Object.entries(randomAssignment(random, scenario) ?? {}))
    if (random(3) === 0) known[key] = value
  const names = new Set(Object.keys(known))
  return { ...scenario, request: { ...request, context: known }, open: keys.filter((key) => !names.has(key)) }
}

const variablesIn = (written: string): readonly string[] =>
  [...written.matchAll(/\$\{([^{},]+)/g)].flatMap(([, name = '']) => (name === '*' ? [] : [name]))

const derivedKeys = new Set([
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:username',
  'aws:principaltype',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:resourceaccount',
])

/** What a request can carry, on top of what is known; undefined for values that AWS never sends together. */
function randomAssignment(
  random: Random,
  { request, conditions, open, policies }: PartialScenario,
): Context | undefined {
  const caller = readCaller(request.principal)
  if (!caller) throw new Error('no caller')
  const [service = '', operation = ''] = request.action.toLowerCase().split(':')
  const context: Record<string, ContextInput> = { ...request.context }
  const written = JSON.stringify(policies)
  const carries = new Set(Object.keys(context).map((key) => key.toLowerCase()))
  // In another order each time, so that each of two keys that exclude each other comes first.
  const keys = open
    .map((key) => [random(1000), key] as const)
    .sort(([a], [b]) => a - b)
    .map(([, key]) => key)
  // Variables first: what others are compared with can be filled in then.
  const ordered = [
    ...keys.filter((key) => written.includes(`\${${key}`)),
    ...keys.filter((key) => !written.includes(`\${${key}`)),
  ]
  for (const written of random(4) === 0 ? keys : ordered) {
    const key = written.toLowerCase()
    if (key.includes(':')) {
      if (derivedKeys.has(key) && !(key === 'aws:principaltype' && caller.kind === 'service')) continue
      const presence = presenceOf(key, { bearer: caller.kind, service, operation })
      if (presence === 'absent') continue
      if (key === 'aws:userid' && (caller.kind === 'root' || caller.kind === 'anonymous')) continue
      if (excludedBy(key).some((other) => carries.has(other))) continue
      if (endpointKeys.includes(key) && isForwarded(context)) continue
      if (presence !== 'present' && random(4) === 0) continue
    }
    let value = randomValue(random, written, { conditions, context, request, policies })
    if (key === 'aws:userid' && caller.kind === 'role-session') value = `${String(value) || 'A'}:${caller.session}`
    if (
      key === 'aws:viaawsservice' &&
      String(value).toLowerCase() === 'true' &&
      endpointKeys.some((other) => carries.has(other))
    )
      value = 'false'
    context[written] = value
    carries.add(key)
  }
  return withEndpoint(context, { request, policies, open })
}

const throughEndpoint = ['aws:VpcSourceIp', 'aws:SourceVpc', 'aws:SourceVpce']

/** An endpoint's policy is taken for the one that the request comes through: then the request carries the endpoint's keys. */
function withEndpoint(
  context: Record<string, ContextInput>,
  { request, policies, open }: Pick<PartialScenario, 'request' | 'policies' | 'open'>,
): Context | undefined {
  const carries = (among: readonly string[], given: Context): boolean =>
    Object.keys(given).some((key) => among.includes(key.toLowerCase()))
  const isService = readCaller(request.principal)?.kind === 'service'
  if (isService || !policies.some(({ type }) => type === 'vpc-endpoint') || carries(endpointKeys, context))
    return context
  const isElsewhere = (given: Context) => isForwarded(given) || carries(excludedBy('aws:sourcevpce'), given)
  if (isElsewhere(request.context ?? {})) return context
  if (isElsewhere(context)) return undefined
  const free = throughEndpoint.find((key) => !open.includes(key) && !(key in context))
  return free === undefined ? undefined : { ...context, [free]: '10.0.0.1' }
}

const isForwarded = (context: Context): boolean =>
  Object.entries(context).some(
    ([key, value]) => key.toLowerCase() === 'aws:viaawsservice' && String(value).toLowerCase() === 'true',
  )

interface Around {
  readonly conditions: readonly Condition[]
  readonly context: Context
  readonly request: Request
  readonly policies: readonly PolicyInput[]
}

function randomValue(random: Random, key: string, around: Around): ContextInput {
  const own = around.conditions.filter(([, other]) => other === key)
  const one = (): string => randomText(random, key, own, around)
  const isVariable = JSON.stringify(around.policies).includes(`\${${key}`)
  const readsSet = own.some(([operator]) => operator.startsWith('For'))
  const readsOne = isVariable || own.some(([operator]) => !operator.startsWith('For') && operator !== 'Null')
  if (!readsSet || (readsOne && random(2) === 0)) return one()
  return Array.from({ length: random(4) }, () => (random(8) === 0 ? '' : one()))
}

/** What a known text leaves for a variable in a pattern. */
function fits(pattern: string, text: string, key: string): readonly string[] {
  const escaped = pattern
    .split(/(\$\{[^}]*\}|\*|\?)/)
    .map((part) =>
      part === '*'
        ? '.*'
        : part === '?'
          ? '.'
          : part.startsWith('${*')
            ? '\\*'
            : part.startsWith(`\${${key}`)
              ? '(.*)'
              : part.startsWith('${')
                ? '.*'
                : part.replace(/[.+^$()|[\]\\{}]/g, '\\$&'),
    )
    .join('')
  return [...new Set([escaped, escaped.replaceAll('(.*)', '(.*?)')])].flatMap(
    (each) => new RegExp(`^${each}$`, 'is').exec(text)?.slice(1) ?? [],
  )
}

function randomText(
  random: Random,
  key: string,
  own: readonly Condition[],
  { conditions, context, request, policies }: Around,
): string {
  const family = (operator: string) =>
    /Numeric/.test(operator)
      ? number
      : /Date/.test(operator)
        ? date
        : /Ip/.test(operator)
          ? address
          : /Binary/.test(operator)
            ? bytes
            : /Bool/.test(operator)
              ? flag
              : /Arn/.test(operator)
                ? arn
                : /Null/.test(operator)
                  ? undefined
                  : text
  const families = [...new Set(own.flatMap(([operator]) => family(operator) ?? []))]
  const written = JSON.stringify(policies)
  const isVariable = written.includes(`\${${key}`)
  const isText = families.length === 0 || families.some((each) => each === text || each === arn)
  const candidates: string[] = families.flatMap(({ near }) => near)
  if (isText) {
    candidates.push(...texts)
    const values = own.flatMap(([, , values]) => values)
    for (const value of values) {
      const filled = value.replaceAll(/\$\{([^},]+)(?:, '([^}]*)')?\}/g, (_, name: string, other = '') =>
        name === '*' ? '*' : String(context[name] ?? other),
      )
      const loose = filled.replaceAll('*', () => pick(random, ['', 'x', '/', 'y']))
      candidates.push(
        filled,
        loose.replaceAll('?', 'z'),
        loose.replaceAll('?', 'z'),
        loose.toUpperCase(),
        `${filled}x`,
        filled.slice(1),
      )
    }
    if (isVariable) {
      for (const [, other, patterns] of conditions)
        for (const pattern of patterns)
          if (pattern.includes(`\${${key}`) && context[other] !== undefined)
            for (const known of [context[other]].flat())
              candidates.push(...fits(pattern, String(known), key), ...fits(pattern, String(known), key))
      for (const [pattern = ''] of written.matchAll(/arn:aws:s3:::[^"]*/g))
        if (pattern.includes(`\${${key}`))
          candidates.push(...fits(pattern, request.resource, key), ...fits(pattern, request.resource, key))
      if (key === 'Account') candidates.push(here, there)
      if (key === 'Who') candidates.push('root', 'user/x', 'role/x')
      if (key === 'Arn') candidates.push(request.principal, role, here, '*')
      if (key === 'Act') candidates.push(request.action, '*', 's3:*', request.action, request.action)
    }
    if (isVariable) candidates.push(...families.flatMap(({ near }) => near))
  }
  return pick(random, candidates)
}

/** What a partial request is decided, and possible values with which a complete one is decided otherwise; undefined if none of the tries finds any. */
export function decidedOtherwise(
  random: Random,
  scenario: PartialScenario,
  tries: number,
): {
  readonly decision: Decision
  readonly other: { readonly context: Context; readonly decision: Decision } | undefined
} {
  const evaluator = compile(scenario.policies)
  const decision = evaluator.decide({ ...scenario.request, contextIs: 'partial' })
  for (let i = 0; i < tries && decision !== 'undetermined'; i++) {
    const context = randomAssignment(random, scenario)
    const asked = context && evaluator.decide({ ...scenario.request, context, contextIs: 'complete' })
    if (context && asked && asked !== decision) return { decision, other: { context, decision: asked } }
  }
  return { decision, other: undefined }
}
