import { unreadPolicy } from '../evaluate/index.ts'
import { accountIn, type PolicyType, readCaller } from '../iam/index.ts'
import { isObject, objectsAt, parsedJson, textAt, textsAt, valueAt } from './json.ts'

/** A policy document of the account. One object per document, however many principals it is attached to. */
export interface AccountPolicy {
  readonly name: string
  /** Undefined for an inline policy. */
  readonly arn: string | undefined
  readonly document: unknown
  /** False for a policy that can't be read: its document then replaces it. */
  readonly isRead: boolean
}

/** A policy and the way it reaches a principal. */
export interface Attachment {
  readonly policy: AccountPolicy
  /** The group that it is attached to; undefined if it's attached to the principal itself. */
  readonly group: string | undefined
}

/** A user or role with the policies that apply to it. */
export interface AccountPrincipal {
  readonly arn: string
  readonly name: string
  readonly kind: 'user' | 'role'
  /** 12 digits. */
  readonly accountId: string
  readonly attachments: readonly Attachment[]
  readonly boundary: AccountPolicy | undefined
  /** Policies and groups that the listing names and doesn't contain, or that can't be read. They might allow or deny anything. */
  readonly missing: readonly string[]
  /** For roles: the trust policy. */
  readonly trust: AccountPolicy | undefined
  /** Tags, by key as written. */
  readonly tags: ReadonlyMap<string, string>
  /** For roles: when it was last used, as an ISO date; undefined if never, or not within the time that IAM keeps. */
  readonly lastUsed: string | undefined
  /** When it was made, as an ISO date, if the listing says so. */
  readonly created: string | undefined
}

/** A group of users; it might have none. */
export interface AccountGroup {
  readonly arn: string
  readonly name: string
  /** 12 digits. */
  readonly accountId: string
  readonly policies: readonly AccountPolicy[]
}

/** The contents of one or several accounts, in an order that doesn't depend on that of the listing's pages. */
export interface Account {
  /** Account by account: its users, then its roles, each by ARN. */
  readonly principals: readonly AccountPrincipal[]
  /** By ARN. */
  readonly groups: readonly AccountGroup[]
  /** ARNs of users, groups, roles, and policies that are listed twice with different content. The last one is used. */
  readonly listedTwice: readonly string[]
}

interface Tables {
  /** Default versions of managed policies, by ARN. */
  readonly managed: ReadonlyMap<string, AccountPolicy>
  /** By account and name: "111122223333/dev". */
  readonly groups: ReadonlyMap<string, AccountGroup>
}

/**
 * Reads the output of `aws iam get-account-authorization-details`: one page, a list of pages, or a list of accounts' pages.
 * Undefined if no page has a list of users, groups, roles, or policies.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function readAccount(input: unknown): Account | undefined {
  const pages = (Array.isArray(input) ? input.flat() : [input]).filter(isPage)
  if (pages.length === 0) return undefined
  const listedTwice = new Set<string>()
  const inAll = <Entry>(list: string, read: (entry: unknown) => readonly (readonly [key: string, entry: Entry])[]) =>
    pages.flatMap((page) => objectsAt(page, list).flatMap(read))
  const managed = byKey(inAll('Policies', managedPolicy), contentOfPolicy, listedTwice)
  const groups = byKey(
    inAll('GroupDetailList', (entry) => groupOf(entry, managed)),
    contentOfGroup,
    listedTwice,
  )
  const tables: Tables = { managed, groups }
  const principals = byKey(
    [
      ...inAll('UserDetailList', (entry) => principalOf(entry, 'user', tables)),
      ...inAll('RoleDetailList', (entry) => principalOf(entry, 'role', tables)),
    ],
    contentOfPrincipal,
    listedTwice,
  )
  return {
    principals: [...principals.values()].sort(byAccount),
    groups: [...groups.values()].sort((a, b) => inOrder(a.arn, b.arn)),
    listedTwice: [...listedTwice].sort(),
  }
}

/** Users and roles by account, kind, and ARN. */
const byAccount = (a: AccountPrincipal, b: AccountPrincipal): number =>
  inOrder(a.accountId, b.accountId) || inOrder(b.kind, a.kind) || inOrder(a.arn, b.arn)

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** The last entry for each key. `listedTwice` collects the ARNs of entries that differ from one with the same key. */
function byKey<Entry extends { readonly arn: string | undefined }>(
  entries: readonly (readonly [key: string, entry: Entry])[],
  contentOf: (entry: Entry) => unknown,
  listedTwice: Set<string>,
): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const [key, entry] of entries) {
    const known = found.get(key)
    if (known && JSON.stringify(contentOf(known)) !== JSON.stringify(contentOf(entry)))
      listedTwice.add(entry.arn ?? key)
    found.set(key, entry)
  }
  return found
}

// What decides about requests: tools list other details of the same entity.
const contentOfPolicy = ({ document }: AccountPolicy): unknown => document
const contentOfGroup = ({ policies }: AccountGroup): unknown => policies.map(contentOfPolicy)
const contentOfPrincipal = ({ attachments, boundary, trust, tags }: AccountPrincipal): unknown => [
  attachments.map(({ policy, group }) => [group, contentOfPolicy(policy)]),
  boundary?.document,
  trust?.document,
  [...tags],
]

const entityLists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList'] as const
/** The user or role with an ARN, or all with a name: accounts can have the same names, and so can a user and a role. */
export const principalsNamed = ({ principals }: Account, wanted: string): readonly AccountPrincipal[] =>
  principals.filter(({ arn, name }) => arn === wanted || name === wanted)

/** Is it a page of the listing? */
export const isPage = (value: unknown): boolean => listsEntities(value) || hasList(value, 'Policies')

/** Is it a page that lists users, groups, or roles? `--filter User` leaves empty lists of the others. */
export const listsEntities = (value: unknown): boolean => entityLists.some((list) => hasList(value, list))

const hasList = (value: unknown, list: string): boolean => isObject(value) && Array.isArray(valueAt(value, list))

function managedPolicy(entry: unknown): readonly (readonly [string, AccountPolicy])[] {
  const arn = textAt(entry, 'Arn')
  if (arn === undefined) return []
  const versions = objectsAt(entry, 'PolicyVersionList')
  const version = versions.find((each) => valueAt(each, 'IsDefaultVersion') === true) ?? versions[0]
  if (version === undefined) return []
  return [[arn, policyOf(textAt(entry, 'PolicyName') ?? arn, arn, documentAt(version, 'Document'))]]
}

function groupOf(entry: unknown, managed: Tables['managed']): readonly (readonly [string, AccountGroup])[] {
  const [arn, name] = [textAt(entry, 'Arn'), textAt(entry, 'GroupName')]
  if (arn === undefined || name === undefined) return []
  const accountId = accountIn(arn) ?? ''
  return [[`${accountId}/${name}`, { arn, name, accountId, policies: policiesOf(entry, 'GroupPolicyList', managed) }]]
}

function principalOf(
  entry: unknown,
  kind: 'user' | 'role',
  { managed, groups }: Tables,
): readonly (readonly [string, AccountPrincipal])[] {
  const arn = textAt(entry, 'Arn')
  const name = textAt(entry, kind === 'user' ? 'UserName' : 'RoleName')
  if (arn === undefined || name === undefined || !readCaller(arn)) return []
  const accountId = accountIn(arn) ?? ''
  const own = policiesOf(entry, kind === 'user' ? 'UserPolicyList' : 'RolePolicyList', managed)
  const memberships = textsAt(entry, 'GroupList')
  const joined = memberships.flatMap((group) =>
    (groups.get(`${accountId}/${group}`)?.policies ?? [unread(`group ${group}`)]).map((policy) => ({ policy, group })),
  )
  const attachments = [...own.map((policy) => ({ policy, group: undefined })), ...joined]
  const boundary = boundaryOf(entry, managed)
  const trust = kind === 'role' ? policyOf(`trust policy of ${name}`, undefined, trustIn(entry), 'trust') : undefined
  const all = [...attachments.map(({ policy }) => policy), ...(boundary ? [boundary] : []), ...(trust ? [trust] : [])]
  const missing = all.flatMap((policy) => (policy.isRead ? [] : [policy.arn ?? policy.name]))
  const lastUsed = textAt(valueAt(entry, 'RoleLastUsed'), 'LastUsedDate')
  const created = textAt(entry, 'CreateDate')
  const tags = tagsOf(entry)
  return [[arn, { arn, name, kind, accountId, attachments, boundary, missing, trust, tags, lastUsed, created }]]
}

const trustIn = (entry: unknown): unknown => documentAt(entry, 'AssumeRolePolicyDocument')

function boundaryOf(entry: unknown, managed: Tables['managed']): AccountPolicy | undefined {
  const arn = textAt(valueAt(entry, 'PermissionsBoundary'), 'PermissionsBoundaryArn')
  return arn === undefined ? undefined : (managed.get(arn) ?? unread(arn, arn))
}

/** A condition key holds no colons: "arn:aws:iam::111122223333:policy/Gone" is "policy/Gone of account 111122223333". */
function withoutColons(name: string): string {
  const arn = /^arn:[\w-]+:iam::(\d{12}):(\S+)$/.exec(name)
  return arn ? `${arn[2]} of account ${arn[1]}` : name
}

/** A policy whose document might be missing or unreadable. */
const policyOf = (name: string, arn: string | undefined, document: unknown, type?: PolicyType): AccountPolicy =>
  isObject(document) && valueAt(document, 'Statement') !== undefined
    ? { name, arn, document, isRead: true }
    : unread(name, arn, type)

const unread = (name: string, arn?: string, type: PolicyType = 'identity'): AccountPolicy => ({
  name,
  arn,
  document: unreadPolicy(`what ${withoutColons(name)} says`, type),
  isRead: false,
})

/** The inline and attached policies of a user, group, or role. */
function policiesOf(entry: unknown, inlineList: string, managed: Tables['managed']): readonly AccountPolicy[] {
  const inline = objectsAt(entry, inlineList).map((each) =>
    policyOf(textAt(each, 'PolicyName') ?? 'inline policy', undefined, documentAt(each, 'PolicyDocument')),
  )
  const arns = objectsAt(entry, 'AttachedManagedPolicies').flatMap((each) => textAt(each, 'PolicyArn') ?? [])
  return [...inline, ...arns.map((arn) => managed.get(arn) ?? unread(arn, arn))]
}

/** A document as the CLI prints it (an object), or as the API returns it (JSON, encoded for a URL). Undefined if it can't be read. */
export function documentAt(entry: unknown, key: string): unknown {
  const value = valueAt(entry, key)
  if (typeof value !== 'string') return value
  try {
    return parsedJson(/^\s*%7B/i.test(value) ? decodeURIComponent(value) : value)
  } catch {
    return undefined // The encoding is broken.
  }
}

const tagsOf = (entry: unknown): ReadonlyMap<string, string> =>
  new Map(
    objectsAt(entry, 'Tags').flatMap((tag) => {
      const [key, value] = [textAt(tag, 'Key'), textAt(tag, 'Value')]
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    }),
  )
