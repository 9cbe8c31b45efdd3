import { accountIn } from '../iam/index.ts'
import { hasResourcePolicies } from '../reference/index.ts'
import { isRoot, levelsAbove } from './organization.ts'
import type { Survey } from './survey.ts'

/** What the answers couldn't take into account. */
export type NotSeen =
  | { readonly code: 'no-scps' | 'no-rcps' | 'no-resource-policies' | 'sessions' | 'chains-cut' }
  /** Policies that are attached without a document in the listing, or groups that it doesn't contain. */
  | { readonly code: 'missing-documents'; readonly names: readonly string[] }
  /** ARNs that the files list twice with different content: one of the two is used. */
  | { readonly code: 'listed-twice'; readonly names: readonly string[] }
  /** Accounts whose place in the organization isn't known, so that policies of OUs above them might be missing. */
  | { readonly code: 'unplaced-accounts'; readonly names: readonly string[] }
  /** Roots, OUs, and accounts above the principals for which no SCP was given; each has at least one where SCPs are turned on. */
  | { readonly code: 'levels-without-scps'; readonly names: readonly string[] }

/** What was missing for a question about an account. @param resource of the question; undefined where many are asked about */
export function notSeen(
  survey: Survey,
  complete: boolean,
  asked?: { readonly action: string; readonly resource: string },
): readonly NotSeen[] {
  const { account, surroundings } = survey
  const { policies, organization } = surroundings
  const given = new Set([
    ...policies.map(({ type }) => type),
    ...(organization?.attached.map(({ type }) => type) ?? []),
  ])
  const names = [
    ...new Set([
      ...account.principals.flatMap(({ missing }) => missing),
      ...(organization?.attached.flatMap(({ name, isRead }) => (isRead ? [] : [name])) ?? []),
    ]),
  ]
  return [
    ...(given.has('scp') ? [] : [{ code: 'no-scps' } as const]),
    ...(given.has('rcp') ? [] : [{ code: 'no-rcps' } as const]),
    ...(hasResourcePolicy(survey, asked) ? [] : [{ code: 'no-resource-policies' } as const]),
    ...placesNotSeen(survey),
    ...(names.length > 0 ? [{ code: 'missing-documents', names } as const] : []),
    ...(account.listedTwice.length > 0 ? [{ code: 'listed-twice', names: account.listedTwice } as const] : []),
    { code: 'sessions' },
    ...(complete ? [] : [{ code: 'chains-cut' } as const]),
  ]
}

/** Was the policy of the resource given, or can the resource have none? */
function hasResourcePolicy(
  { surroundings }: Survey,
  asked: { readonly action: string; readonly resource: string } | undefined,
): boolean {
  const targets = surroundings.policies.flatMap(({ type, target }) => (type === 'resource' ? [target] : []))
  if (!asked || asked.resource === '*') {
    const service = asked?.action.split(':', 1)[0]?.toLowerCase()
    return targets.length > 0 || (service !== undefined && !hasResourcePolicies(service))
  }
  const { action, resource } = asked
  if (!hasResourcePolicies(action.split(':', 1)[0]?.toLowerCase() ?? '')) return true
  return targets.some(
    (target) =>
      target === undefined ||
      resource === target ||
      resource.startsWith(`${target}/`) ||
      resource.startsWith(`${target}:`),
  )
}

function placesNotSeen({ account, surroundings: { organization } }: Survey): readonly NotSeen[] {
  if (!organization) return []
  const { managementAccount, attached } = organization
  const accounts = [...new Set(account.principals.map(({ arn }) => accountIn(arn) ?? ''))].filter(
    (id) => id !== '' && id !== managementAccount,
  )
  const unplaced = accounts.filter((id) => !levelsAbove(organization, id).some(isRoot))
  const withScps = new Set(attached.flatMap(({ type, target }) => (type === 'scp' ? [target] : [])))
  if (withScps.size === 0) return unplaced.length > 0 ? [{ code: 'unplaced-accounts', names: unplaced }] : []
  const levels = [...new Set(accounts.flatMap((id) => levelsAbove(organization, id)))]
  const without = levels.filter((level) => !withScps.has(level))
  return [
    ...(unplaced.length > 0 ? [{ code: 'unplaced-accounts', names: unplaced } as const] : []),
    ...(without.length > 0 ? [{ code: 'levels-without-scps', names: without } as const] : []),
  ]
}
