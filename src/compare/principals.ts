import { actionReader, type Context, coverageOf, inputReader } from '../evaluate/index.ts'
import {
  attachedToResource,
  type CallerKind,
  isAccountId,
  namesPrincipals,
  type PolicyType,
  readCaller,
} from '../iam/index.ts'
import { arnsByConditions, principalKeys, servicesByConditions, withSession } from './callers-by-conditions.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import { statementsHolding } from './keys.ts'
import {
  identitiesIn,
  kinds,
  namedPrincipals,
  outsiders,
  ownersKinds,
  sessionsOfUsers,
  strangers,
} from './named-callers.ts'
import { type Entry, typesOf } from './policy-set.ts'
import type { Steps } from './steps.ts'
import type { Traits } from './traits.ts'

/** What principals are looked for under. */
interface PrincipalScope {
  /** The values of policy variables. */
  readonly fixed: Context
  readonly traits: Traits
  /** What SCPs, RCPs, and resource-based policies are attached to. */
  readonly targets: readonly string[]
  readonly steps: Steps
}

/**
 * Principals: those that policies name, those that conditions on the caller tell apart, and one of every kind that none names. Each is judged with
 * the keys that AWS fills in for it.
 */
export function principalDimension(entries: readonly Entry[], scope: PrincipalScope): Dimension<string> {
  const { callers, complete } = candidatesOf(entries, scope)
  const calls = callsApart(entries, typesOf(entries))
  const statesOf = statesReader(entries, scope.traits)
  const statementsFor = statementsReader(entries, scope)
  const members = callers.flatMap((example) =>
    calls.flatMap((action) =>
      statesOf(example).map((onItsOwn) => ({ example, statements: statementsFor(example, action, onItsOwn) })),
    ),
  )
  return dimensionOf(members, complete)
}

/** The callers to judge, each once, and whether they're enough for a proof. */
function candidatesOf(
  entries: readonly Entry[],
  { fixed, traits, targets, steps }: PrincipalScope,
): { readonly callers: readonly string[]; readonly complete: boolean } {
  const { arns, complete } = arnsByConditions(entries, fixed, steps)
  const types = typesOf(entries)
  const names = nameCallers(entries)
  const services = names ? servicesByConditions(entries, steps) : { names: [], complete: true }
  const owned = names && !types.has('identity') ? ownersKinds : []
  const natures = traits.all === 0n ? [] : [...kinds, ...owned, ...targets.filter(isAccountId).flatMap(identitiesIn)]
  const candidates = new Set([
    ...(names ? namedPrincipals(entries) : []),
    ...strangers,
    ...arns.flatMap(withSession),
    ...(names ? [...services.names, ...outsiders] : []),
    ...natures,
  ])
  const kindsAllowed = [...types].flatMap((type) => whoHas.get(type) ?? [])
  const canCall = (principal: string): boolean => {
    const kind = readCaller(principal)?.kind
    return kindsAllowed.every((allowed) => kind !== undefined && allowed.has(kind))
  }
  return { callers: [...candidates].filter(canCall), complete: complete && services.complete }
}

/** Which statements hold for a caller, with the traits by which the gates treat it. */
function statementsReader(
  entries: readonly Entry[],
  { fixed, traits }: PrincipalScope,
): (principal: string, action: string, onItsOwn: boolean) => StatementSet {
  const hasBoundary = entries.some(({ statement }) => statement.ref.policyType === 'permissions-boundary')
  const actionOf = actionReader(() => ({ all: [], given: [], withinAccount: [] }))
  const read = inputReader({ actionOf, facts: {}, hasBoundary, reference: undefined, documents: new Set() })
  return (principal, action, onItsOwn) => {
    const input = read({ principal, action, resource: '*' })
    const holding = statementsHolding(entries, principalKeys, fixedFirst(fixed, input.context))
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
}

/** What a variable is fixed to goes before what AWS would fill in for this caller. */
const fixedFirst = (fixed: Context, filled: Context): Context => ({
  limitsOf: (key) => filled.limitsOf(key),
  neverCarries: (key) => filled.neverCarries(key),
  textOf: () => undefined,
  lookup: (key) => {
    const own = fixed.lookup(key)
    return own.is === 'absent' ? filled.lookup(key) : own
  },
})

/** Whether a session of GetFederationToken is judged with its user's permissions, on its own, or both. Next to other policies, the gates decide that. */
function statesReader(entries: readonly Entry[], traits: Traits): (principal: string) => readonly boolean[] {
  if (!nameCallers(entries) || traits.all !== 0n) return () => [false]
  const represented = new Set(asksAboutCaller(entries) ? [] : sessionsOfUsers(entries))
  return (principal) => {
    if (readCaller(principal)?.kind !== 'federated-user') return [false]
    return represented.has(principal) ? [true] : [false, true]
  }
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

/** Is there a policy of a type that says whom it's about? */
const nameCallers = (entries: readonly Entry[]): boolean =>
  entries.some(({ statement }) => namesPrincipals.has(statement.ref.policyType))

const asksAboutCaller = (entries: readonly Entry[]): boolean =>
  entries.some(({ statement }) => statement.conditions.some(({ key }) => principalKeys.has(key)))

/** Who can have a policy of these types. Where one stands around the comparison, the caller is one who has it. */
const whoHas: ReadonlyMap<PolicyType, ReadonlySet<CallerKind>> = new Map([
  ['identity', new Set<CallerKind>(['user', 'role', 'role-session', 'federated-user'])],
  ['permissions-boundary', new Set<CallerKind>(['user', 'role', 'role-session', 'federated-user'])],
  ['session', new Set<CallerKind>(['role-session', 'federated-user'])],
])
