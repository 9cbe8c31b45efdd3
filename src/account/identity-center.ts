import type { AccountPrincipal } from './read-account.ts'

/** A user or group of IAM Identity Center that has a permission set in an account. */
export interface Assignment {
  readonly accountId: string
  readonly permissionSetArn: string
  readonly kind: 'USER' | 'GROUP'
  readonly principalId: string
}

/** What IAM Identity Center's outputs tell. */
export interface IdentityCenter {
  /** Names of permission sets, by ARN. */
  readonly permissionSets: ReadonlyMap<string, string>
  readonly assignments: readonly Assignment[]
  /** Names of users and groups, by ID. */
  readonly names: ReadonlyMap<string, string>
  /** The IDs of a group's users, by the group's ID. */
  readonly members: ReadonlyMap<string, readonly string[]>
}

/** Someone who can sign in with a role that a permission set made. */
export interface Person {
  /** The user's name, or the ID where the directory wasn't given. */
  readonly name: string
  /** The group that has the permission set; undefined if the user has it directly. */
  readonly group: string | undefined
  /** True for a group whose members weren't given. */
  readonly isGroup: boolean
}

/** "AWSReservedSSO_Finance_0123456789abcdef" → "Finance". https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
export const permissionSetOf = ({ kind, name }: Pick<AccountPrincipal, 'kind' | 'name'>): string | undefined =>
  kind === 'role' ? /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name)?.[1] : undefined

/** Who can sign in with each role of a permission set: one entry per user and way. */
export function peopleOf({
  permissionSets,
  assignments,
  names,
  members,
}: IdentityCenter): (role: AccountPrincipal) => readonly Person[] {
  const byRole = new Map<string, Person[]>()
  const nameOf = (id: string): string => names.get(id) ?? id
  for (const { accountId, permissionSetArn, kind, principalId } of assignments) {
    const set = permissionSets.get(permissionSetArn)
    if (set === undefined) continue
    const key = `${accountId} ${set}`
    const people = byRole.get(key) ?? []
    byRole.set(key, people)
    const users = members.get(principalId)
    if (kind === 'USER') people.push({ name: nameOf(principalId), group: undefined, isGroup: false })
    else if (users === undefined) people.push({ name: nameOf(principalId), group: undefined, isGroup: true })
    else for (const user of users) people.push({ name: nameOf(user), group: nameOf(principalId), isGroup: false })
  }
  return (role) => {
    const set = permissionSetOf(role)
    return set === undefined ? [] : distinct(byRole.get(`${role.accountId} ${set}`) ?? [])
  }
}

/** Each way once, in an order that doesn't depend on that of the outputs: users with the permission set first, then those of its groups, then groups without members. */
function distinct(people: readonly Person[]): readonly Person[] {
  const byWay = new Map(people.map((each) => [JSON.stringify([each.isGroup, each.group ?? '', each.name]), each]))
  return [...byWay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}
