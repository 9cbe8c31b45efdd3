import { readCaller } from '../iam/index.ts'
import { entriesIn, isObject, objectsAt, textAt } from './json.ts'

/** A policy document of the account. One object per document, however many principals it is attached to. */
export interface AccountPolicy {
  readonly name: string
  /** Undefined for an inline policy. */
  readonly arn: string | undefined
  readonly document: unknown
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
  /** A boundary or attached policy whose document the listing doesn't contain. */
  readonly missing: readonly string[]
  /** For roles: the trust policy. */
  readonly trust: AccountPolicy | undefined
  /** Names of a user's groups. */
  readonly groups: readonly string[]
  /** Tags, by key as written. */
  readonly tags: ReadonlyMap<string, string>
}

/** What one or several accounts contain. */
export interface Account {
  readonly principals: readonly AccountPrincipal[]
  /** How many users are in each group, by the group's ARN. */
  readonly groupSizes: ReadonlyMap<string, number>
}

interface Group {
  readonly arn: string
  readonly policies: readonly AccountPolicy[]
  readonly missing: readonly string[]
}

interface Tables {
  /** Default versions of managed policies, by ARN. */
  readonly managed: ReadonlyMap<string, AccountPolicy>
  /** By account and name: "111122223333/dev". */
  readonly groups: ReadonlyMap<string, Group>
}

/**
 * Reads the output of `aws iam get-account-authorization-details`: one page, a list of pages, or a list of accounts' pages.
 * Undefined if no page has a list of users, groups, roles, or policies.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function readAccount(input: unknown): Account | undefined {
  const pages = (Array.isArray(input) ? input.flat() : [input]).filter(isPage)
  if (pages.length === 0) return undefined
  const managed = new Map(pages.flatMap((page) => objectsAt(page, 'Policies').flatMap(managedPolicy)))
  const groups = new Map(
    pages.flatMap((page) => objectsAt(page, 'GroupDetailList').flatMap((each) => groupOf(each, managed))),
  )
  const tables: Tables = { managed, groups }
  const principals = new Map<string, AccountPrincipal>()
  for (const page of pages) {
    for (const user of objectsAt(page, 'UserDetailList')) add(principals, principalOf(user, 'user', tables))
    for (const role of objectsAt(page, 'RoleDetailList')) add(principals, principalOf(role, 'role', tables))
  }
  return { principals: [...principals.values()], groupSizes: sizes(principals.values()) }
}

const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const
const isPage = (value: unknown): boolean =>
  isObject(value) && lists.some((list) => Array.isArray(entriesIn(value).get(list)))

function add(principals: Map<string, AccountPrincipal>, principal: AccountPrincipal | undefined): void {
  if (principal) principals.set(principal.arn, principal)
}

function managedPolicy(entry: unknown): readonly (readonly [string, AccountPolicy])[] {
  const arn = textAt(entry, 'Arn')
  if (arn === undefined) return []
  const versions = objectsAt(entry, 'PolicyVersionList')
  const version = versions.find((each) => entriesIn(each).get('IsDefaultVersion') === true) ?? versions[0]
  if (version === undefined) return []
  const name = textAt(entry, 'PolicyName') ?? arn
  return [[arn, { name, arn, document: documentAt(version, 'Document') }]]
}

function groupOf(entry: unknown, managed: Tables['managed']): readonly (readonly [string, Group])[] {
  const [arn, name] = [textAt(entry, 'Arn'), textAt(entry, 'GroupName')]
  if (arn === undefined || name === undefined) return []
  return [[`${accountOf(arn)}/${name}`, { arn, ...policiesOf(entry, 'GroupPolicyList', managed) }]]
}

function principalOf(entry: unknown, kind: 'user' | 'role', { managed, groups }: Tables): AccountPrincipal | undefined {
  const arn = textAt(entry, 'Arn')
  const name = textAt(entry, kind === 'user' ? 'UserName' : 'RoleName')
  if (arn === undefined || name === undefined || !readCaller(arn)) return undefined
  const accountId = accountOf(arn)
  const own = policiesOf(entry, kind === 'user' ? 'UserPolicyList' : 'RolePolicyList', managed)
  const memberships = listOfTexts(entry, 'GroupList')
  const joined = memberships.flatMap((group) => {
    const found = groups.get(`${accountId}/${group}`)
    return found ? [{ group, ...found }] : []
  })
  const unknownGroups = memberships.filter((group) => !groups.has(`${accountId}/${group}`))
  const boundaryArn = textAt(entriesIn(entry).get('PermissionsBoundary'), 'PermissionsBoundaryArn')
  const boundary = boundaryArn === undefined ? undefined : managed.get(boundaryArn)
  const trust = kind === 'role' ? documentAt(entry, 'AssumeRolePolicyDocument') : undefined
  return {
    arn,
    name,
    kind,
    accountId,
    attachments: [
      ...own.policies.map((policy) => ({ policy, group: undefined })),
      ...joined.flatMap(({ group, policies }) => policies.map((policy) => ({ policy, group }))),
    ],
    boundary,
    missing: [
      ...own.missing,
      ...joined.flatMap(({ missing }) => missing),
      ...unknownGroups,
      ...(boundaryArn !== undefined && !boundary ? [boundaryArn] : []),
    ],
    trust: trust === undefined ? undefined : { name: `trust policy of ${name}`, arn: undefined, document: trust },
    groups: memberships,
    tags: tagsOf(entry),
  }
}

/** The inline and attached policies of a user, group, or role. */
function policiesOf(
  entry: unknown,
  inlineList: string,
  managed: Tables['managed'],
): { readonly policies: readonly AccountPolicy[]; readonly missing: readonly string[] } {
  const inline = objectsAt(entry, inlineList).map((each) => ({
    name: textAt(each, 'PolicyName') ?? 'inline policy',
    arn: undefined,
    document: documentAt(each, 'PolicyDocument'),
  }))
  const arns = objectsAt(entry, 'AttachedManagedPolicies').flatMap((each) => textAt(each, 'PolicyArn') ?? [])
  const attached = arns.flatMap((arn) => managed.get(arn) ?? [])
  return { policies: [...inline, ...attached], missing: arns.filter((arn) => !managed.has(arn)) }
}

/** A document as the CLI prints it (an object), or as the API returns it (JSON, encoded for a URL). */
function documentAt(entry: unknown, key: string): unknown {
  const value = entriesIn(entry).get(key)
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(/^\s*%7B/i.test(value) ? decodeURIComponent(value) : value)
  } catch {
    return null
  }
}

const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

const listOfTexts = (entry: unknown, key: string): readonly string[] => {
  const list = entriesIn(entry).get(key)
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : []
}

const tagsOf = (entry: unknown): ReadonlyMap<string, string> =>
  new Map(
    objectsAt(entry, 'Tags').flatMap((tag) => {
      const [key, value] = [textAt(tag, 'Key'), textAt(tag, 'Value')]
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    }),
  )

function sizes(principals: Iterable<AccountPrincipal>): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const { accountId, groups } of principals) {
    for (const group of groups) {
      const arn = `${accountId}/${group}`
      count.set(arn, (count.get(arn) ?? 0) + 1)
    }
  }
  return count
}
