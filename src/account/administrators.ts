import { administratorActions, administratorCheck } from './administrator-check.ts'
import { type Asked, asker } from './asker.ts'
import { type Chain, chainsTo } from './chains.ts'
import type { Escalation, EscalationRow, EscalationTools } from './escalation.ts'
import { escalationBy } from './escalations.ts'
import { passingIn } from './passing.ts'
import type { AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** What a principal is, or can do by itself. */
type Arrival =
  /** It can change anyone's permissions already; always, or depending on condition keys. */
  | {
      readonly principal: AccountPrincipal
      readonly is: 'administrator'
      readonly dependsOn: readonly string[]
      readonly asked: readonly Asked[]
    }
  | Escalation

/** How a principal gets to administrator permissions, or nearer to them. */
export type AdministratorPath =
  | Arrival
  /** It can assume a role, directly or through others, that is an administrator or can become one. */
  | {
      readonly principal: AccountPrincipal
      readonly is: 'chain'
      readonly chain: Chain
      /** What the last role is, or can do. */
      readonly arrives: Arrival
      readonly asked: readonly Asked[]
    }

/** Paths per principal that are listed; further ones add nothing. */
const mostPaths = 5

/**
 * Everyone who is an administrator, or can get more permissions by the rows or by assuming roles; certain paths to administrator first. A path can hold
 * on one role, function, or policy only, or depend on condition keys: it says so. `evaluate` decides every permission on the way, and what the
 * principal may do at the end.
 */
export function pathsToAdministrator(survey: Survey, rows: readonly EscalationRow[]): readonly AdministratorPath[] {
  const { account } = survey
  const check = administratorCheck(survey)
  const administrators = new Map<AccountPrincipal, Arrival>()
  for (const principal of account.principals) {
    const found = check(principal)
    if (found)
      administrators.set(principal, {
        principal,
        is: 'administrator',
        dependsOn: found.dependsOn,
        asked: administratorActions.map((action) => ({ action, resource: '*' })),
      })
  }
  const certainFirst = [...administrators.values()].toSorted((a, b) => a.dependsOn.length - b.dependsOn.length)
  const asks = asker(survey)
  const tools: EscalationTools = {
    survey,
    account,
    asker: asks,
    check,
    passing: passingIn(survey, asks, check),
    administrators: certainFirst.map(({ principal }) => principal),
  }
  const finders = rows
    .filter(({ actions }) => actions.every(asks.isAllowed))
    .map((row) => ({ row, find: escalationBy(tools, row) }))
  const escalations = new Map<AccountPrincipal, readonly Escalation[]>()
  for (const principal of account.principals)
    if (!isCertain(administrators.get(principal))) escalations.set(principal, escalationsOf(principal, finders))

  const onward = new Map<AccountPrincipal, Arrival>(administrators)
  for (const [principal, [best]] of escalations)
    if (best?.leadsTo === 'administrator' && !onward.has(principal)) onward.set(principal, best)
  const toAdministrators = chainsToRoles(survey, administrators)
  const toOthers = chainsToRoles(survey, onward)

  return account.principals.flatMap((principal): readonly AdministratorPath[] => {
    const own = administrators.get(principal)
    if (own && isCertain(own)) return [own]
    const chain = toAdministrators.get(principal) ?? toOthers.get(principal)
    const last = chain?.at(-1)?.role
    const arrives = last && onward.get(last)
    return [
      ...(own ? [own] : []),
      ...(chain && arrives ? [{ principal, is: 'chain', chain, arrives, asked: [assuming(chain)] } as const] : []),
      ...(escalations.get(principal) ?? []),
    ]
  })
}

const isCertain = (found: Arrival | undefined): boolean => found?.is === 'administrator' && found.dependsOn.length === 0

const assuming = ([{ role }]: Chain): Asked => ({ action: 'sts:AssumeRole', resource: role.arn })

/** The shortest chain from each principal to one of those that have arrived; to a role that is certain rather than to another. */
function chainsToRoles(
  survey: Survey,
  arrived: ReadonlyMap<AccountPrincipal, Arrival>,
): ReadonlyMap<AccountPrincipal, Chain> {
  const roles = [...arrived.values()]
    .filter(({ principal }) => principal.kind === 'role')
    .toSorted((a, b) => a.dependsOn.length - b.dependsOn.length)
    .map(({ principal }) => principal)
  const certain = [...arrived.values()].filter(isCertain).map(({ principal }) => principal)
  return chainsTo(survey, roles, new Set([...certain, ...roles])).chains
}

/** One path per outcome: another set of permissions with the same outcome adds nothing. Certain ones, and those to administrator, come first. */
function escalationsOf(
  principal: AccountPrincipal,
  finders: readonly {
    readonly row: EscalationRow
    readonly find: (principal: AccountPrincipal) => Escalation | undefined
  }[],
): readonly Escalation[] {
  const found = new Map<string, Escalation>()
  let certain = 0
  for (const { row, find } of finders) {
    if (found.has(row.how) || isNeedless(row, found)) continue
    const path = find(principal)
    if (!path) continue
    found.set(row.how, path)
    if (path.leadsTo === 'administrator' && path.dependsOn.length === 0 && ++certain >= mostPaths) break
  }
  return [...found.values()]
    .toSorted(
      (a, b) =>
        Number(b.leadsTo === 'administrator') - Number(a.leadsTo === 'administrator') ||
        a.dependsOn.length - b.dependsOn.length,
    )
    .slice(0, mostPaths)
}

/** A path that needs someone else's help adds nothing to one through the same service that doesn't. */
const isNeedless = ({ others, passedTo }: EscalationRow, found: ReadonlyMap<string, Escalation>): boolean =>
  others !== undefined && [...found.values()].some(({ row }) => row.passedTo === passedTo)
