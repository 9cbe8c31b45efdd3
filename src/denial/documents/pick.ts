import { readCaller } from '../../iam/index.ts'
import type { Entity } from './account-details.ts'
import type { PastedPolicy } from './pasted.ts'

/**
 * The policies that concern a caller, out of an account's whole listing: its own, its groups', its boundary, and the trust policy of the role
 * that is asked for. Policies that no listing holds are kept. Without a known caller there is nothing to pick.
 */
export function pick(
  policies: readonly PastedPolicy[],
  entities: readonly Entity[],
  { caller, resource }: { readonly caller: string | undefined; readonly resource: string | undefined },
): readonly PastedPolicy[] {
  const self = entities.find((entity) => isSelf(entity, caller))
  const groups = entities.filter(({ kind, name }) => kind === 'group' && self?.groups.includes(name))
  const own = [...(self ? [self] : []), ...groups]
  const holders = new Set(own.map(({ arn }) => arn))
  const attached = new Set(own.flatMap((entity) => entity.attached))
  const listed = new Set(entities.map(({ arn }) => arn))
  return policies.flatMap((policy): readonly PastedPolicy[] => {
    const { holder, arn, policyType } = policy
    if (policyType === 'trust') return holder === resource || !listed.has(holder ?? '') ? [policy] : []
    if (holder !== undefined && listed.has(holder)) return holders.has(holder) ? [policy] : []
    if (arn === undefined) return [policy]
    return [...(attached.has(arn) ? [policy] : []), ...(arn === self?.boundary ? [asBoundary(policy)] : [])]
  })
}

const asBoundary = (policy: PastedPolicy): PastedPolicy => ({
  ...policy,
  policyType: 'permissions-boundary',
  because: 'the listing names it as the caller’s permissions boundary',
})

/** A session belongs to its role; the session’s ARN does not include the role’s path. */
export function isSelf({ kind, arn, name }: Entity, text: string | undefined): boolean {
  const caller = readCaller(text ?? '')
  if (!caller) return false
  if (caller.kind === 'role-session')
    return kind === 'role' && name === caller.name && arn.includes(`::${caller.account}:`)
  return arn === text
}
