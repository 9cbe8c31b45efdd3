import { unreadPolicy } from '../evaluate/index.ts'
import { isAccountId } from '../iam/index.ts'

/** An SCP or RCP, and the root, OU, or account it's attached to. */
export interface AttachedPolicy {
  readonly type: 'scp' | 'rcp'
  readonly target: string
  readonly name: string
  readonly document: unknown
  /** False if the policy is attached and its document wasn't given: a stand-in might allow or deny anything. */
  readonly isRead: boolean
}

/** An organization, as far as its outputs tell. */
export interface Organization {
  /** 12 digits. */
  readonly managementAccount: string | undefined
  /** The parent of each account and OU. */
  readonly parents: ReadonlyMap<string, string>
  readonly attached: readonly AttachedPolicy[]
}

/** OUs can be nested five levels deep. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const mostLevels = 12

/** From an account up to the root, as far as its parents are known: ["111122223333", "ou-…", "r-…"]. */
export function levelsAbove({ parents }: Organization, account: string): readonly string[] {
  const levels = [account]
  for (let at = parents.get(account); at !== undefined && levels.length < mostLevels; at = parents.get(at)) {
    if (levels.includes(at)) break
    levels.push(at)
  }
  return levels
}

export const isRoot = (id: string): boolean => id.startsWith('r-')

/**
 * The SCPs and RCPs that apply to an account: its own, and those of everything above it. The root is above every account, even one whose place
 * isn't known. SCPs and RCPs don't apply to the management account.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inheritance_mgmt.html
 */
export function policiesAbove(organization: Organization, account: string): readonly AttachedPolicy[] {
  if (account === organization.managementAccount) return []
  const levels = new Set(levelsAbove(organization, account))
  return organization.attached.filter(({ target }) => levels.has(target) || isRoot(target))
}

/** The policies that AWS attaches itself, which no export needs to describe. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_attach.html */
const awsManaged = new Set(['p-FullAWSAccess', 'p-RCPFullAWSAccess'])

const fullAccess = (type: 'scp' | 'rcp'): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...(type === 'rcp' ? { Principal: '*' } : {}), Action: '*', Resource: '*' }],
})

/** The document of a policy: as described, as AWS defines it, or a stand-in. */
export function documentOf(
  id: string,
  name: string,
  type: 'scp' | 'rcp',
  described: ReadonlyMap<string, unknown>,
): Pick<AttachedPolicy, 'document' | 'isRead'> {
  const document = described.get(id) ?? (awsManaged.has(id) ? fullAccess(type) : undefined)
  return document === undefined
    ? { document: unreadPolicy(`what ${name} says`, type), isRead: false }
    : { document, isRead: true }
}

/** Is it the ID of a root, an OU, or an account? */
export const isTarget = (id: string): boolean =>
  isAccountId(id) || /^r-[0-9a-z]{4,32}$/.test(id) || /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/.test(id)
