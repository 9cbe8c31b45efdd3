import { type Arn, type Caller, type Clause, type PrincipalPattern, parseArn } from '../iam/index.ts'

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

/** The strongest way in which a Principal clause covers the caller; undefined where it does not. */
export function coverage(clause: Clause<PrincipalPattern>, caller: Caller): Coverage | undefined {
  const ways = clause.items.map(({ value }) => covers(value, caller))
  if (clause.sense === 'any-of') return strongestFirst.find((way) => ways.includes(way))
  return ways.some((way) => way !== undefined) ? undefined : 'direct'
}

/**
 * NotPrincipal with Deny exempts only callers that it names completely: it must name the session itself, and a caller with a permissions
 * boundary is never exempt. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isSpared(clause: Clause<PrincipalPattern>, caller: Caller, hasBoundary: boolean): boolean {
  if (hasBoundary) return false
  const ways = clause.items.map(({ value }) => covers(value, caller))
  return ways.includes('direct') || (caller.kind === 'role' && ways.includes('role'))
}

/** How one entry of Principal covers the caller. */
function covers(principal: PrincipalPattern, caller: Caller): Coverage | undefined {
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

/** Public providers (accounts.google.com …) are named by host, others by their ARN. */
function isProvider(provider: string, caller: Caller): boolean {
  if (caller.kind !== 'identity-provider') return false
  return provider === caller.arn || provider === '*' || parseArn(caller.arn)?.resource === `oidc-provider/${provider}`
}
