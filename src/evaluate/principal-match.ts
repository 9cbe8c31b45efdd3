import { type Arn, type Caller, type Clause, type Entry, type PrincipalPattern, parseArn } from '../iam/index.ts'
import { builtInIssuers } from '../reference/index.ts'
import type { Context } from './context.ts'
import { filledPrincipal, mayCoverCaller } from './open-entries.ts'

/**
 * How a Principal element covers a caller; it decides which implicit denies still matter.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * - direct: the user, the session itself, a service or everyone: nothing else needs to allow in the same account
 * - role: the role of a session: its boundary and session policy still limit it
 * - federating-user: the user behind a federated session: likewise
 * - account: hands the decision over to the account's own policies
 */
export type Coverage = 'direct' | 'role' | 'federating-user' | 'account'

/** How strongly the owner's side allows. */
export type ByCoverage<T> = Readonly<Record<Coverage, T>>

const strongestFirst: readonly Coverage[] = ['direct', 'role', 'federating-user', 'account']

/** A caller, in the context of its request. */
interface Calling {
  readonly caller: Caller
  readonly context: Context
}

/**
 * The strongest way in which a Principal clause covers the caller; undefined where it does not. An entry with an unknown value counts as one that
 * names the caller: no value covers it in a stronger way, and `uncertainEntry` says that the value decides.
 */
export function coverage(clause: Clause<PrincipalPattern>, calling: Calling): Coverage | undefined {
  const ways = clause.items.map(({ value }) => covers(value, calling))
  if (clause.sense === 'any-of')
    return ways.includes('open') ? 'direct' : strongestFirst.find((way) => ways.includes(way))
  return ways.some((way) => way !== undefined && way !== 'open') ? undefined : 'direct'
}

/** The entry with an unknown value that decides whether a clause that seems to cover the caller does; undefined if none does. */
export const uncertainEntry = (
  clause: Clause<PrincipalPattern>,
  calling: Calling,
): Entry<PrincipalPattern> | undefined => clause.items.find(({ value }) => covers(value, calling) === 'open')

/**
 * NotPrincipal with Deny exempts only callers that it names completely: it must name the session itself, and a caller with a permissions
 * boundary is never exempt. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isSpared(clause: Clause<PrincipalPattern>, calling: Calling, hasBoundary: boolean): boolean {
  if (hasBoundary) return false
  const ways = clause.items.map(({ value }) => covers(value, calling))
  return ways.includes('direct') || (calling.caller.kind === 'role' && ways.includes('role'))
}

/** How one entry of Principal covers the caller; `open` where that depends on a value that isn't known. */
function covers(principal: PrincipalPattern, { caller, context }: Calling): Coverage | 'open' | undefined {
  if (principal.kind !== 'open') return coversKnown(principal, caller)
  if (!mayCoverCaller(principal, caller)) return undefined
  const filled = filledPrincipal(principal, context)
  return filled ? coversKnown(filled, caller) : 'open'
}

function coversKnown(principal: PrincipalPattern, caller: Caller): Coverage | undefined {
  switch (principal.kind) {
    case 'everyone':
      return 'direct'
    case 'account':
      if (caller.account !== principal.account || caller.kind === 'identity-provider') return undefined
      return caller.kind === 'root' || caller.kind === 'account' ? 'direct' : 'account'
    case 'arn':
      return coversArn(principal.arn, principal.raw, caller)
    case 'service':
      return caller.kind === 'service' && caller.name.toLowerCase() === principal.name ? 'direct' : undefined
    case 'federated':
      return isProvider(principal.provider, caller) ? 'direct' : undefined
    case 'canonical-user':
    case 'unique-id':
    case 'open':
    case 'invalid':
      return undefined
  }
}

function coversArn(arn: Arn, raw: string, caller: Caller): Coverage | undefined {
  // A role's ARN covers its sessions, which a boundary and a session policy still limit; any other ARN is the caller itself.
  if (raw === caller.arn && caller.kind !== 'role') return 'direct'
  if (arn.account !== caller.account || arn.partition !== caller.partition || arn.service !== 'iam') return undefined
  const [type, ...path] = arn.resource.split('/')
  // A session's ARN lacks its role's path; names are unique in an account, so the name alone identifies the role.
  if (path.at(-1) !== caller.name) return undefined
  if (type === 'role') return caller.kind === 'role-session' || caller.kind === 'role' ? 'role' : undefined
  return type === 'user' && caller.kind === 'federated-user' ? 'federating-user' : undefined
}

/**
 * Four public providers (accounts.google.com …) are named by host, all others by their ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function isProvider(provider: string, caller: Caller): boolean {
  if (caller.kind !== 'identity-provider') return false
  return (
    provider === caller.arn ||
    provider === '*' ||
    (builtInIssuers.has(provider) && parseArn(caller.arn)?.resource === `oidc-provider/${provider}`)
  )
}
