import type { Credentials } from './credential-report.ts'
import type { Account, AccountPrincipal } from './read-account.ts'

/** A user or role that no one seems to need. */
export interface UnusedPrincipal {
  readonly principal: AccountPrincipal
  readonly why:
    | { readonly code: 'never-used' }
    | { readonly code: 'last-used'; readonly date: string }
    /** A user without a password and without an active key. */
    | { readonly code: 'no-credentials' }
    /** A role whose trust policy names principals that were deleted: AWS shows their IDs instead of their ARNs. */
    | { readonly code: 'deleted-principals'; readonly ids: readonly string[] }
}

/** Days without use after which a principal counts as unused. */
const daysUnused = 90
const day = 86_400_000

/**
 * Users and roles without use in the last 90 days, users that can't sign in, and roles that trust someone who was deleted. Users are judged by the
 * credential report only; roles by RoleLastUsed, which IAM keeps for 400 days. Service-linked roles belong to their service and aren't listed.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * @param now milliseconds since 1970
 */
export function unusedPrincipals(
  { principals }: Account,
  credentials: ReadonlyMap<string, Credentials> | undefined,
  now: number,
): readonly UnusedPrincipal[] {
  const isOld = (date: string): boolean => now - Date.parse(date) > daysUnused * day
  return principals.flatMap((principal): readonly UnusedPrincipal[] => {
    if (principal.kind === 'user') {
      const known = credentials?.get(principal.arn)
      return known ? unusedUser(principal, known, isOld) : []
    }
    if (principal.arn.includes(':role/aws-service-role/')) return []
    const ids = deletedIn(principal)
    return [
      ...(ids.length > 0 ? [{ principal, why: { code: 'deleted-principals', ids } } as const] : []),
      ...unusedRole(principal, isOld),
    ]
  })
}

function unusedUser(
  principal: AccountPrincipal,
  { hasPassword, activeKeys, lastUsed, created }: Credentials,
  isOld: (date: string) => boolean,
): readonly UnusedPrincipal[] {
  if (!hasPassword && activeKeys === 0) return [{ principal, why: { code: 'no-credentials' } }]
  if (lastUsed !== undefined)
    return isOld(lastUsed) ? [{ principal, why: { code: 'last-used', date: lastUsed.slice(0, 10) } }] : []
  return created === undefined || isOld(created) ? [{ principal, why: { code: 'never-used' } }] : []
}

/** A listing without any dates says nothing about use. */
function unusedRole(principal: AccountPrincipal, isOld: (date: string) => boolean): readonly UnusedPrincipal[] {
  const { lastUsed, created } = principal
  if (lastUsed !== undefined)
    return isOld(lastUsed) ? [{ principal, why: { code: 'last-used', date: lastUsed.slice(0, 10) } }] : []
  return created !== undefined && isOld(created) ? [{ principal, why: { code: 'never-used' } }] : []
}

/** IDs of users and roles where a trust policy would have ARNs. */
function deletedIn({ trust }: AccountPrincipal): readonly string[] {
  if (!trust?.isRead) return []
  return Array.from(JSON.stringify(trust.document).matchAll(/"(A(?:ID|RO)A[A-Z0-9]{12,124})"/g), ([, id = '']) => id)
}
