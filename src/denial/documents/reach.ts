import { parseArn } from '../../iam/index.ts'
import type { Entity } from './account-details.ts'

/** What a policy is attached to, according to an account’s listing, and who is affected if the policy changes. */
export interface Reach {
  readonly place: 'user' | 'role' | 'group' | 'managed'
  /** The name of the user, role, or group; the ARN of a managed policy. */
  readonly name: string
  /** Users that have it, by themselves or as members of a group; each once. */
  readonly users: number
  readonly roles: number
  readonly groups: number
}

/** How far a policy of the listing reaches: `holder` is the ARN of whom it is inline in, `arn` is its own. Undefined where the listing doesn't tell. */
export function reachOf(
  { holder, arn }: { readonly holder: string | undefined; readonly arn: string | undefined },
  entities: readonly Entity[],
): Reach | undefined {
  const owner = holder === undefined ? undefined : entities.find((entity) => entity.arn === holder)
  if (owner) return { place: owner.kind, name: owner.name, ...count([owner], entities) }
  if (arn === undefined || parseArn(arn)?.resource.startsWith('policy/') !== true) return undefined
  const attached = entities.filter((entity) => entity.attached.includes(arn))
  return { place: 'managed', name: arn, ...count(attached, entities) }
}

function count(holders: readonly Entity[], entities: readonly Entity[]): Pick<Reach, 'users' | 'roles' | 'groups'> {
  const groups = new Set(holders.flatMap(({ kind, name }) => (kind === 'group' ? [name] : [])))
  const members = entities.filter(({ kind, groups: of }) => kind === 'user' && of.some((name) => groups.has(name)))
  const users = new Set([...holders.filter(({ kind }) => kind === 'user'), ...members].map(({ arn }) => arn))
  return { users: users.size, roles: holders.filter(({ kind }) => kind === 'role').length, groups: groups.size }
}
