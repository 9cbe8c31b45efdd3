import { actionReader, type Context, coverageOf, inputReader } from '../evaluate/index.ts'
import {
  attachedToResource,
  automatonOf,
  type CallerKind,
  type ConditionValue,
  fillIn,
  isAccountId,
  namesPrincipals,
  type PolicyType,
  type PrincipalPattern,
  readCaller,
  readPattern,
  splitArn,
  type TextPattern,
} from '../iam/index.ts'
import { partitions, textOf } from './arn-forms.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import { statementsHolding } from './keys.ts'
import { type Entry, typesOf } from './policy-set.ts'
import type { Steps } from './steps.ts'
import { samplesWithin } from './text-classes.ts'
import type { Traits } from './traits.ts'

/** Keys whose value follows from who calls: they can't vary by themselves. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const principalKeys: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:username',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'kms:calleraccount',
])

/** An account and callers of every kind that no policy names: keys such as aws:PrincipalType distinguish the kinds. */
const someAccount = '111122223333'
const strangers: readonly string[] = [
  `arn:aws:iam::${someAccount}:user/someone`,
  'arn:aws:sts::999988887777:assumed-role/some-role/session',
  'arn:aws:iam::999988887777:user/someone',
  `arn:aws:sts::${someAccount}:federated-user/someone`,
  `arn:aws:iam::${someAccount}:root`,
]
const outsiders: readonly string[] = [
  'anonymous',
  'some-service.amazonaws.com',
  'arn:aws:iam::999988887777:oidc-provider/idp.example.com',
]

/**
 * Principals: those that policies name, those that conditions on the caller tell apart, and one of every kind that none names. Each is judged with
 * the keys that AWS fills in for it.
 */
export function principalDimension(
  entries: readonly Entry[],
  { fixed, traits, targets, steps }: PrincipalScope,
): Dimension<string> {
  const { arns, complete } = arnsByConditions(entries, fixed, steps)
  const names = entries.some(({ statement }) => namesPrincipals.has(statement.ref.policyType))
  const services = names ? servicesByConditions(entries, steps) : { names: [], complete: true }
  const types = typesOf(entries)
  const owned = names && !types.has('identity') ? ownersKinds : []
  const natures = traits.all === 0n ? [] : [...kinds, ...owned, ...targets.filter(isAccountId).flatMap(identitiesIn)]
  const candidates = [
    ...(names ? namedPrincipals(entries) : []),
    ...strangers,
    ...arns.flatMap(withSession),
    ...(names ? [...services.names, ...outsiders] : []),
    ...natures,
  ]
  const hasBoundary = entries.some(({ statement }) => statement.ref.policyType === 'permissions-boundary')
  const actionOf = actionReader(() => ({ all: [], given: [], withinAccount: [] }))
  const read = inputReader({ actionOf, facts: {}, hasBoundary, reference: undefined, documents: new Set() })
  const statementsFor = (principal: string, action: string, onItsOwn: boolean): StatementSet => {
    const input = read({ principal, action, resource: '*' })
    // What a variable is fixed to goes before what AWS would fill in for this caller.
    const context: Context = {
      limitsOf: (key) => input.context.limitsOf(key),
      neverCarries: (key) => input.context.neverCarries(key),
      textOf: () => undefined,
      lookup: (key) => {
        const own = fixed.lookup(key)
        return own.is === 'absent' ? input.context.lookup(key) : own
      },
    }
    const holding = statementsHolding(entries, principalKeys, context)
    let set = 0n
    let ways = ''
    for (const { bit, statement } of entries) {
      const way = (holding & bit) !== 0n && coverageOf(statement, input)
      const isLimited = onItsOwn && statement.effect === 'Allow' && (way === 'federating-user' || way === 'account')
      if (way && !isLimited) set |= bit
      // Who is let in only through an account or a role is limited by other policies than who is named directly.
      if (statement.effect === 'Allow' && attachedToResource.has(statement.ref.policyType)) ways += ` ${way || ''}`
    }
    return set | traits.bitsOf('principal', principal, ways)
  }
  const calls = callsApart(entries, types)
  // Next to other policies, the gates decide what a session policy leaves.
  const represented = new Set(names && traits.all === 0n && !asksAboutCaller(entries) ? sessionsOfUsers(entries) : [])
  const statesOf = (principal: string): readonly boolean[] => {
    if (!names || traits.all !== 0n || readCaller(principal)?.kind !== 'federated-user') return [false]
    return represented.has(principal) ? [true] : [false, true]
  }
  const kindsAllowed = [...types].flatMap((type) => whoHas.get(type) ?? [])
  const canCall = (principal: string): boolean => {
    const kind = readCaller(principal)?.kind
    return kindsAllowed.every((allowed) => kind !== undefined && allowed.has(kind))
  }
  return dimensionOf(
    [...new Set(candidates)]
      .filter(canCall)
      .flatMap((example) =>
        calls.flatMap((action) =>
          statesOf(example).map((onItsOwn) => ({ example, statements: statementsFor(example, action, onItsOwn) })),
        ),
      ),
    complete && services.complete,
  )
}

/**
 * An action of each kind that makes a difference to who a caller is: with a token only, the name of a host is an identity provider; and only calls to
 * AWS KMS carry kms:CallerAccount. A caller of one kind must never represent one of another.
 */
function callsApart(entries: readonly Entry[], types: ReadonlySet<PolicyType>): readonly string[] {
  const asksKms = entries.some(({ statement }) => statement.conditions.some(({ key }) => key === 'kms:calleraccount'))
  return [
    's3:GetObject',
    ...(types.has('trust') || namesHost(entries) ? ['sts:AssumeRoleWithWebIdentity'] : []),
    ...(asksKms ? ['kms:Decrypt'] : []),
  ]
}

/** Does a statement name an identity provider by its host, such as accounts.google.com? */
const namesHost = (entries: readonly Entry[]): boolean =>
  entries.some(({ statement }) =>
    statement.statement.principal?.items.some(
      ({ value }) => value.kind === 'federated' && !value.provider.startsWith('arn:'),
    ),
  )

/** What principals are looked for under. */
interface PrincipalScope {
  /** The values of policy variables. */
  readonly fixed: Context
  readonly traits: Traits
  /** What SCPs, RCPs, and resource-based policies are attached to. */
  readonly targets: readonly string[]
  readonly steps: Steps
}

const identitiesIn = (account: string): readonly string[] =>
  [
    `iam::${account}:user/someone`,
    `sts::${account}:assumed-role/some-role/session`,
    `sts::${account}:federated-user/someone`,
  ].map((rest) => `arn:aws:${rest}`)

/** Callers of the kinds that SCPs, RCPs, boundaries, and session policies treat in ways of their own. */
const kinds: readonly string[] = identitiesIn(someAccount)

/** Callers to whom you can't attach policies, but whom a resource-based policy can let in. */
const ownersKinds: readonly string[] = [
  `arn:aws:sts::${someAccount}:assumed-role/AWSServiceRoleForSupport/session`,
  `arn:aws:iam::${someAccount}:root`,
]

/** Who can have a policy of these types. Where one stands around the comparison, the caller is one who has it. */
const whoHas: ReadonlyMap<PolicyType, ReadonlySet<CallerKind>> = new Map([
  ['identity', new Set<CallerKind>(['user', 'role', 'role-session', 'federated-user'])],
  ['permissions-boundary', new Set<CallerKind>(['user', 'role', 'role-session', 'federated-user'])],
  ['session', new Set<CallerKind>(['role-session', 'federated-user'])],
])

/** A role acts in sessions. Their ARNs don't hold its path, so a role with a path stays a candidate itself. */
function withSession(arn: string): readonly string[] {
  if (arn.endsWith('/')) return [...withSession(`${arn}x`), arn]
  const [, partition, account, name] = /^arn:([a-z-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  return name === undefined ? [arn] : [`arn:${partition}:sts::${account}:assumed-role/${name}/session`, arn]
}

/** AWS services for every way in which conditions on aws:PrincipalServiceName can come out. */
function servicesByConditions(
  entries: readonly Entry[],
  steps: Steps,
): {
  readonly names: readonly string[]
  readonly complete: boolean
} {
  const raws = entries.flatMap(({ statement }) =>
    statement.conditions
      .filter(({ key }) => key === 'aws:principalservicename')
      .flatMap(({ condition }) => condition.values.map(({ value }) => value.raw)),
  )
  const globs = [...new Set(raws)].map((raw) => readPattern(raw, false).glob).filter((glob) => glob !== undefined)
  if (globs.length === 0) return { names: [], complete: true }
  const automata = globs.map((glob) => automatonOf({ glob, ignoresCase: false, colons: 0 }))
  const walks = servicesForms.flatMap((form) => {
    const { glob } = readPattern(form, false)
    return glob ? [samplesWithin({ glob, ignoresCase: false, colons: 0 }, automata, steps)] : []
  })
  return {
    names: walks.flatMap(({ samples }) => samples.flatMap(({ text }) => [text, withoutEmptyLabels(text)])),
    complete: walks.every(({ complete }) => complete),
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
const servicesForms: readonly string[] = ['?*.amazonaws.com', '?*.amazonaws.com.cn']

/** A name that a service can have: between two dots there's a letter at least. */
const withoutEmptyLabels = (name: string): string =>
  name
    .split('.')
    .map((label) => label || 'x')
    .join('.')

/** The callers that a Principal element names, and for accounts, roles, and users those who act for them. */
const namedPrincipals = (entries: readonly Entry[]): readonly string[] => namesIn(entries).flatMap(actingFor)

const namesIn = (entries: readonly Entry[]): readonly PrincipalPattern[] =>
  entries.flatMap(({ statement }) => (statement.statement.principal?.items ?? []).map(({ value }) => value))

const asksAboutCaller = (entries: readonly Entry[]): boolean =>
  entries.some(({ statement }) => statement.conditions.some(({ key }) => principalKeys.has(key)))

/**
 * Sessions from GetFederationToken of users that policies name, and that no policy names itself. Compared alone and with a session policy, a user also
 * represents them, as in the published answers of other tools. Without one, only a policy that names the session, or everyone, lets it in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
 */
function sessionsOfUsers(entries: readonly Entry[]): readonly string[] {
  const names = namesIn(entries)
  const named = new Set(names.map(({ raw }) => raw))
  return names.flatMap((name) => (name.kind === 'arn' ? actingFor(name) : [])).filter((caller) => !named.has(caller))
}

function actingFor(principal: PrincipalPattern): readonly string[] {
  switch (principal.kind) {
    case 'account': {
      const { account } = principal
      return [...identitiesIn(account), `arn:aws:iam::${account}:root`]
    }
    case 'arn': {
      const { raw, arn } = principal
      const role = /^role\/(?:.*\/)?([^/]+)$/.exec(arn.resource)?.[1]
      const sts = `arn:${arn.partition}:sts::${arn.account}`
      if (role !== undefined) return [`${sts}:assumed-role/${role}/session`, raw]
      const user = /^user\/(?:.*\/)?([^/]+)$/.exec(arn.resource)?.[1]
      return user === undefined ? [raw] : [raw, `${sts}:federated-user/${user}`]
    }
    case 'service':
      return [principal.name]
    case 'federated':
      return [principal.provider]
    default:
      return []
  }
}

/** The kinds of principals whose ARNs conditions compare. */
const formsIn = (partition: string): readonly string[] =>
  [
    'iam::????????????:user/?*',
    'iam::????????????:role/?*',
    'iam::????????????:root',
    'sts::????????????:federated-user/?*',
  ].map((rest) => `arn:${partition}:${rest}`)

/** The partitions that patterns of ARNs can tell apart, the standard one first. */
function partitionsIn(raws: readonly string[]): readonly string[] {
  const named = raws.flatMap((raw) => /^arn:([a-z-]+):/.exec(raw)?.[1] ?? [])
  const known = ['aws', ...named]
  if (!raws.every((raw) => /^arn:(?:[a-z-]+|\*):/.test(raw))) return [...new Set([...known, ...partitions])]
  // Patterns that name one partition, or are about all of them, distinguish no others.
  const other = raws.some((raw) => raw.startsWith('arn:*:'))
    ? partitions.find((each) => !known.includes(each))
    : undefined
  return [...new Set(other === undefined ? known : [...known, other])]
}

/** ARNs for every way in which conditions on aws:PrincipalArn, aws:PrincipalAccount, and aws:username can come out. */
function arnsByConditions(
  entries: readonly Entry[],
  fixed: Context,
  steps: Steps,
): { readonly arns: readonly string[]; readonly complete: boolean } {
  const patterns = new Map<string, TextPattern>()
  const raws: string[] = []
  const add = (raw: string, colons: number, ignoresCase = false): void => {
    const { glob } = readPattern(raw, false)
    if (glob) patterns.set(`${colons} ${ignoresCase} ${raw}`, { glob, ignoresCase, colons })
  }
  for (const { statement } of entries)
    for (const { key, operator, condition } of statement.conditions)
      for (const { value } of condition.values) {
        const ignoresCase = operator.comparison === 'string-ignore-case'
        const raw = filledIn(value, fixed)
        if (key === 'aws:principalarn') {
          add(raw, operator.comparison === 'arn' ? 5 : 0, ignoresCase)
          raws.push(raw)
        } else if (key === 'aws:principalaccount' || key === 'kms:calleraccount') add(`arn:*:*::${raw}:*`, 5)
        else if (key === 'aws:username') {
          add(`arn:*:iam::*:user/${raw}`, 5, ignoresCase)
          add(`arn:*:iam::*:user/*/${raw}`, 5, ignoresCase)
        }
      }
  // Names and accounts are compared as texts: callers on both sides of a number or a date aren't looked for.
  const areTexts = entries.every(({ statement }) =>
    statement.conditions.every(
      ({ key, operator }) => !principalKeys.has(key) || textual.has(operator.comparison) || key === serviceKey,
    ),
  )
  if (patterns.size === 0) return { arns: [], complete: areTexts }
  // A caller that a Principal names can satisfy a condition, too.
  for (const { statement } of entries)
    for (const { value } of statement.statement.principal?.items ?? []) {
      if (value.kind === 'account') add(`arn:*:*::${value.account}:*`, 5)
      else if (value.kind === 'arn') {
        add(value.raw, 5)
        raws.push(value.raw)
      }
    }
  const automata = [...patterns.values()].map(automatonOf)
  const walks = partitionsIn(raws)
    .flatMap(formsIn)
    .map((form) => {
      const glob = readPattern(form, false).glob ?? [{ text: form, any: undefined }]
      return samplesWithin({ glob, ignoresCase: false, colons: 5 }, automata, steps)
    })
  return {
    arns: walks.flatMap(({ samples }) => samples.flatMap(({ text }) => withAccount(text))),
    complete: areTexts && walks.every(({ complete }) => complete),
  }
}

const serviceKey = 'aws:principalisawsservice'
const textual: ReadonlySet<string> = new Set(['string', 'string-ignore-case', 'string-like', 'arn', 'null'])

/** A value with its variables filled in; as it is written where one has no value, and then it matches nothing. */
function filledIn({ raw, pattern }: ConditionValue, context: Context): string {
  const filled = fillIn(pattern, (key) => {
    const value = context.lookup(key)
    return value.is === 'single' ? { is: 'value', value: value.value } : { is: 'unset' }
  })
  return filled.is === 'glob' ? textOf(filled.glob) : raw
}

/** A letter in a digit's place means any digit that no pattern names. */
function withAccount(arn: string): readonly string[] {
  const parts = splitArn(arn)
  const account = parts?.[4].replaceAll(/\D/g, '7') ?? ''
  return parts && isAccountId(account) ? [parts.with(4, account).join(':')] : []
}
