// The evaluator once more, from the rules alone: slow, obvious, and sharing no code with src. Complete contexts only. The numbers are those of
// content/rules. Where this file and src/evaluate disagree, one of them is wrong: agrees.test.ts looks for such a case.
import type { ContextInput, Facts, PolicyInput, Request } from '../../src/evaluate/index.ts'

type Statement = Readonly<Record<string, unknown>>
type Context = Map<string, string | readonly string[]>
type Way = 'direct' | 'role' | 'federating' | 'account'

interface Caller {
  readonly kind: string
  readonly arn: string
  readonly account: string
  readonly name: string
  readonly serviceLinked: boolean
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(String)

/** R39: providers that a Principal names without an ARN. */
const byHost = ['accounts.google.com', 'cognito-identity.amazonaws.com', 'graph.facebook.com', 'www.amazon.com']

/** R78–80, 103: * is any text, ? any one character. */
function like(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern[0] === '*') return like(pattern.slice(1), text) || (text !== '' && like(pattern, text.slice(1)))
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && like(pattern.slice(1), text.slice(1))
}

function callerOf(arn: string, byToken: boolean): Caller {
  const [, , service = '', , account = '', resource = ''] = arn.split(/:(?=.*)/)
  const [type = '', ...path] = resource.split('/')
  const make = (kind: string, name: string): Caller => ({
    kind,
    arn,
    account,
    name,
    serviceLinked:
      kind === 'role' ? path[0] === 'aws-service-role' : kind === 'session' && name.startsWith('AWSServiceRoleFor'),
  })
  if (arn === 'anonymous') return make('anonymous', '')
  if (!arn.startsWith('arn:')) return make(byToken ? 'provider' : 'service', arn) // R39
  if (service === 'sts')
    return type === 'assumed-role' ? make('session', path[0] ?? '') : make('federated', path.at(-1) ?? '')
  if (type === 'oidc-provider' || type === 'saml-provider') return make('provider', path.join('/'))
  return make(type, path.at(-1) ?? '')
}

/** R123, 124: what AWS fills in by itself; what the request gives wins. */
function contextOf({ context = {} }: Request, caller: Caller, service: string, owner: string): Context {
  const filled: Context = new Map()
  const isPerson = ['user', 'role', 'session', 'federated', 'root'].includes(caller.kind)
  if (caller.kind !== 'anonymous') filled.set('aws:principalisawsservice', String(caller.kind === 'service'))
  if (service === 'iam') filled.set('aws:requestedregion', 'us-east-1')
  if (caller.kind === 'service') filled.set('aws:principalservicename', caller.name)
  if (caller.kind === 'user') filled.set('aws:username', caller.name)
  if (caller.kind === 'anonymous') filled.set('aws:principalaccount', 'anonymous').set('aws:userid', 'anonymous')
  else if (caller.account) filled.set('aws:principalaccount', caller.account)
  if (caller.kind === 'root') filled.set('aws:userid', caller.account)
  if (isPerson) filled.set('aws:principalarn', roleArn(caller) ?? caller.arn)
  const types = {
    user: 'User',
    role: 'AssumedRole',
    session: 'AssumedRole',
    federated: 'FederatedUser',
    root: 'Account',
    anonymous: 'Anonymous',
  }
  const type = new Map(Object.entries(types)).get(caller.kind)
  if (type) filled.set('aws:principaltype', type)
  if (owner) filled.set('aws:resourceaccount', owner)
  if (service === 'kms' && caller.account) filled.set('kms:calleraccount', caller.account)
  if (service === 's3' && owner) filled.set('s3:resourceaccount', owner)
  for (const [key, value] of Object.entries(context)) filled.set(key.toLowerCase(), textOf(value))
  return filled
}

const textOf = (value: ContextInput): string | readonly string[] =>
  Array.isArray(value) ? value.map(String) : String(value)

function roleArn({ kind, account, name }: Caller): string | undefined {
  if (kind !== 'session') return undefined
  const path = name.startsWith('AWSReservedSSO_') ? 'aws-reserved/sso.amazonaws.com/' : ''
  return `arn:aws:iam::${account}:role/${path}${name}`
}

/** R104, 117–122: variables become texts whose own wildcards are plain; undefined if one has no value. Private characters replace those wildcards. */
function fill(text: string, context: Context, variables: boolean): string | undefined {
  if (!variables) return text
  let missing = false
  const filled = text.replace(/\$\{([^}]*)\}/g, (_, inside: string) => {
    if ('*?$'.includes(inside)) return quote(inside)
    const [key = '', fallback] = inside.split(/,\s*/)
    const value = context.get(key.trim().toLowerCase())
    if (typeof value === 'string') return quote(value)
    if (fallback === undefined) missing = true
    return quote(fallback?.replace(/^'|'$/g, '') ?? '')
  })
  return missing ? undefined : filled
}
const quote = (text: string): string => text.replaceAll('*', '\u{e000}').replaceAll('?', '\u{e001}')
const unquote = (text: string): string => text.replaceAll('\u{e000}', '*').replaceAll('\u{e001}', '?')
/** A star that came out of a variable equals a star of the text, and nothing else. */
const likeFilled = (pattern: string, text: string): boolean => like(pattern, quote(text))

/** One value of the policy against one of the request. R103–116. */
function compares(operator: string, wanted: string, actual: string): boolean {
  switch (operator) {
    case 'StringEquals':
      return unquote(wanted) === actual
    case 'StringEqualsIgnoreCase':
      return unquote(wanted).toLowerCase() === actual.toLowerCase()
    case 'StringLike':
      return likeFilled(wanted, actual)
    case 'ArnLike':
    case 'ArnEquals': {
      const [parts, own] = [sixParts(wanted), sixParts(actual)]
      return parts !== undefined && own !== undefined && parts.every((part, i) => likeFilled(part, own[i] ?? ''))
    }
    case 'Bool':
      return ['true', 'false'].includes(wanted.toLowerCase()) && wanted.toLowerCase() === actual.toLowerCase()
    case 'NumericEquals':
      return number(actual) === number(wanted)
    case 'NumericLessThan':
      return number(actual) < number(wanted)
    case 'NumericGreaterThanEquals':
      return number(actual) >= number(wanted)
    case 'DateLessThan':
      return Date.parse(actual) < Date.parse(wanted)
    case 'DateGreaterThan':
      return Date.parse(actual) > Date.parse(wanted)
    case 'IpAddress':
      return inRange(actual, wanted)
    default:
      return false
  }
}

const number = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)

function sixParts(text: string): readonly string[] | undefined {
  const parts = text.split(':')
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')]
}

function inRange(address: string, range: string): boolean {
  const [base = '', bits = '32'] = range.split('/')
  const [a, b] = [address, base].map((text) => text.split('.').reduce((sum, byte) => sum * 256n + BigInt(byte), 0n))
  const shift = 32n - BigInt(bits)
  return (a ?? 0n) >> shift === (b ?? 0n) >> shift
}

const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotLike: 'ArnLike',
  NotIpAddress: 'IpAddress',
  NumericNotEquals: 'NumericEquals',
}

/** R90–102. */
function holds(
  written: string,
  values: readonly string[],
  actual: string | readonly string[] | undefined,
  context: Context,
  variables: boolean,
): boolean {
  const [quantifier, rest] = written.includes(':') ? (written.split(':') as [string, string]) : ['', written]
  const ifExists = rest.endsWith('IfExists')
  const operator = rest.replace(/IfExists$/, '')
  if (operator === 'Null') {
    const isAbsent = actual === undefined || (actual.length === 0 && typeof actual !== 'string')
    return values.some((value) => value.toLowerCase() === String(isAbsent))
  }
  const positive = negations[operator]
  const passes = (one: string): boolean => {
    const some = values.some((value) => {
      const filled = fill(value, context, variables)
      return filled !== undefined && compares(positive ?? operator, filled, one)
    })
    return positive === undefined ? some : !some
  }
  const all = actual === undefined ? [] : typeof actual === 'string' ? [actual] : actual
  if (quantifier === 'ForAllValues') return all.filter((one) => one !== '').every(passes)
  if (quantifier === 'ForAnyValue') return all.some(passes)
  if (actual === undefined) return ifExists || positive !== undefined
  return typeof actual === 'string' && passes(actual)
}

function conditionsHold({ Condition = {} }: Statement, context: Context, variables: boolean): boolean {
  return Object.entries(Condition as Record<string, Record<string, unknown>>).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      holds(operator, list(values), context.get(key.toLowerCase()), context, variables),
    ),
  )
}

/** R74–76: actions ignore case. */
const matchesAction = ({ Action, NotAction }: Statement, action: string): boolean => {
  const some = list(Action ?? NotAction).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()))
  return Action === undefined ? !some : some
}

/** R78–86, 119. Trust policies have no Resource, and neither need those of some services. */
function matchesResource(
  { Resource, NotResource }: Statement,
  resource: string,
  context: Context,
  variables: boolean,
  type: string,
  service: string,
): boolean {
  if (Resource === undefined && NotResource === undefined)
    return type === 'trust' || (type === 'resource' && service !== 's3' && service !== 'kms')
  const some = list(Resource ?? NotResource).some((pattern) => {
    const filled = fill(pattern, context, variables)
    return filled !== undefined && likeFilled(filled, resource)
  })
  return Resource === undefined ? !some : some
}

/** R6–9, 11, 12, 23–28: how one entry of Principal covers the caller. */
function covers(type: string, value: string, caller: Caller): Way | undefined {
  if (value === '*') return 'direct'
  if (type === 'Service') return caller.kind === 'service' && caller.name === value ? 'direct' : undefined
  if (type === 'Federated')
    return caller.kind === 'provider' && (value === caller.arn || (byHost.includes(value) && value === caller.name))
      ? 'direct'
      : undefined
  const account = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1]
  if (account !== undefined) {
    if (account !== caller.account || caller.kind === 'provider') return undefined
    return caller.kind === 'root' ? 'direct' : 'account'
  }
  if (value === caller.arn && caller.kind !== 'role') return caller.kind === 'root' ? undefined : 'direct'
  const [, , service, , owner, resource = ''] = value.split(':')
  const [kind, ...path] = resource.split('/')
  if (service !== 'iam' || owner !== caller.account || path.at(-1) !== caller.name) return undefined
  if (kind === 'role' && (caller.kind === 'session' || caller.kind === 'role')) return 'role'
  return kind === 'user' && caller.kind === 'federated' ? 'federating' : undefined
}

const ways: readonly Way[] = ['direct', 'role', 'federating', 'account']

/** R29–32. */
function coverage(statement: Statement, caller: Caller, hasBoundary: boolean): Way | undefined {
  const { Effect, Principal, NotPrincipal } = statement
  const written = Principal ?? NotPrincipal
  if (written === undefined) return undefined
  const entries =
    typeof written === 'string'
      ? [['AWS', written]]
      : Object.entries(written as object).flatMap(([type, values]) => list(values).map((value) => [type, value]))
  const found = entries.map(([type = '', value = '']) => covers(type, value, caller))
  if (Principal !== undefined) return ways.find((way) => found.includes(way))
  if (Effect === 'Allow') return found.some((way) => way !== undefined) ? undefined : 'direct'
  const spared = !hasBoundary && (found.includes('direct') || (caller.kind === 'role' && found.includes('role')))
  return spared ? undefined : 'direct'
}

const rcpServices = new Set(['s3', 'sts', 'kms', 'sqs', 'secretsmanager', 'dynamodb'])

/** R2, 3, 13, 15, 54, 56–61, 69: does this policy have a say here at all? */
function counts({ type, target }: PolicyInput, caller: Caller, facts: Facts, request: Request, owner: string): boolean {
  const service = request.action.toLowerCase().split(':')[0] ?? ''
  const isOther = (account: string): boolean => /^\d{12}$/.test(target ?? '') && account !== '' && target !== account
  const isRoleLike = ['role', 'session', 'federated'].includes(caller.kind)
  switch (type) {
    case 'scp':
      return (
        !facts.managementAccount &&
        !caller.serviceLinked &&
        caller.account !== '' &&
        caller.kind !== 'provider' &&
        !isOther(caller.account)
      )
    case 'rcp':
      return (
        !(facts.managementAccount && caller.account === owner) &&
        !(facts.managementAccount && caller.account === '') &&
        !caller.serviceLinked &&
        rcpServices.has(service) &&
        !(service === 'kms' && request.resource.includes(':alias/aws/')) &&
        !(service === 'sts' && caller.kind === 'service' && request.resource.includes(':role/aws-service-role/')) &&
        !isOther(owner)
      )
    case 'session':
      return isRoleLike
    case 'permissions-boundary':
      return isRoleLike || caller.kind === 'user'
    case 'identity': // R18, 39
      return isRoleLike || caller.kind === 'user'
    case 'vpc-endpoint':
      return Object.keys(request.context ?? {}).some((key) => /^aws:(sourcevpce?|vpcsourceip)$/i.test(key))
    case 'trust': // R36
      return /^sts:(assumerole|tagsession|setsourceidentity)/i.test(request.action)
    default:
      return true
  }
}

/** The word for one scenario with a complete context. */
export function naiveDecision(request: Request, policies: readonly PolicyInput[], facts: Facts): string {
  const [service = '', name = ''] = request.action.toLowerCase().split(':')
  const caller = callerOf(request.principal, service === 'sts' && name.startsWith('assumerolewith'))
  const arnAccount = request.resource.split(':')[4] ?? ''
  const owner = request.resourceAccount ?? (/^\d{12}$/.test(arnAccount) ? arnAccount : caller.account)
  const context = contextOf(request, caller, service, owner)
  const crossAccount = caller.account !== '' && owner !== '' && caller.account !== owner
  const isAssume = service === 'sts' && /^(assumerole|tagsession|setsourceidentity)/.test(name)
  const isKey = service === 'kms' && /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(request.resource)
  if (service === 'sts' && name === 'getcalleridentity') return 'allowed' // R42
  const hasBoundary = policies.some(({ type }) => type === 'permissions-boundary')

  /** What the policies of one kind say: does one deny, and in which ways is the caller allowed. */
  const ask = (some: readonly PolicyInput[]): { denies: boolean; allows: ReadonlySet<Way> } => {
    let denies = false
    const allows = new Set<Way>()
    for (const policy of some.filter((each) => counts(each, caller, facts, request, owner))) {
      const { Version, Statement: statements } = policy.document as {
        Version?: string
        Statement: readonly Statement[]
      }
      for (const statement of statements) {
        const named = ['resource', 'trust', 'rcp', 'vpc-endpoint'].includes(policy.type)
        if (
          policy.type === 'trust' &&
          statement.Effect === 'Allow' &&
          name.startsWith('assumerolewith') &&
          caller.kind !== 'provider'
        )
          continue // R39
        const way = named ? coverage(statement, caller, hasBoundary) : 'direct'
        const variables = Version === '2012-10-17' // R118
        if (
          !way ||
          !matchesAction(statement, request.action) ||
          !matchesResource(statement, request.resource, context, variables, policy.type, service)
        )
          continue
        if (!conditionsHold(statement, context, variables)) continue
        if (statement.Effect === 'Deny') denies = true
        else allows.add(way)
      }
    }
    return { denies, allows }
  }
  const of = (type: string): readonly PolicyInput[] => policies.filter((policy) => policy.type === type)
  if (ask(policies).denies) return 'explicitDeny' // R1, 10

  /** A gate that is not there, or does not count, is open. */
  const opens = (type: string): boolean => {
    const given = of(type).filter((policy) => counts(policy, caller, facts, request, owner))
    return given.length === 0 || ask(given).allows.size > 0
  }
  const levels = new Map<string | undefined, PolicyInput[]>() // R3, 4
  for (const policy of of('scp').filter((each) => counts(each, caller, facts, request, owner)))
    levels.set(policy.target, [...(levels.get(policy.target) ?? []), policy])
  if ([...levels.values()].some((level) => ask(level).allows.size === 0)) return 'implicitDeny'
  if (!opens('vpc-endpoint')) return 'implicitDeny' // R69
  if (service === 'iam' && name === 'passrole' && crossAccount) return 'implicitDeny' // R127
  if (isAssume && name === 'assumerole' && caller.kind === 'root') return 'implicitDeny'
  if (caller.kind === 'federated' && ['iam', 'sts'].includes(service)) return 'implicitDeny'
  if (
    facts.billingIamAccess === false &&
    caller.kind !== 'root' &&
    caller.account !== '' &&
    ['billing', 'ce'].includes(service)
  )
    return 'implicitDeny' // R131

  const granted = ask(of(isAssume ? 'trust' : 'resource')).allows
  if (['service', 'anonymous', 'provider'].includes(caller.kind)) return granted.size > 0 ? 'allowed' : 'implicitDeny'
  const identity = caller.kind === 'root' || ask(of('identity')).allows.size > 0 // R18
  const session = caller.kind === 'federated' ? ask(of('session')).allows.size > 0 : opens('session') // R13, 14
  const limits = opens('permissions-boundary') && session
  const bothSides = crossAccount || (isAssume && !name.startsWith('assumerole')) // R19, 41
  if (bothSides) return granted.size > 0 && identity && limits ? 'allowed' : 'implicitDeny'
  if (granted.has('direct')) return 'allowed' // R6, 8, 9, 11
  const mustAgree = isAssume || isKey // R36, 47
  const own = mustAgree ? granted.has('account') && identity : identity
  return (granted.has('role') || granted.has('federating') || own) && limits ? 'allowed' : 'implicitDeny' // R7, 12, 23
}
