import { type JsonNode, member } from '../../text/index.ts'
import { listAt, objectAt, objectsOf, textAt } from './tree.ts'

/** One user, group or role of `get-account-authorization-details`, and what is attached to it. */
export interface Entity {
  readonly arn: string
  readonly name: string
  readonly kind: 'user' | 'group' | 'role'
  /** ARNs of its managed policies. */
  readonly attached: readonly string[]
  /** Names of a user's groups. */
  readonly groups: readonly string[]
  readonly boundary: string | undefined
}

const lists = [
  ['UserDetailList', 'user', 'UserName'],
  ['GroupDetailList', 'group', 'GroupName'],
  ['RoleDetailList', 'role', 'RoleName'],
] as const

/** Whether a tree is (a part of) the account's whole listing: then only the caller's policies are picked out of it. */
export const isAccountListing = (node: JsonNode): boolean => lists.some(([key]) => member(node, key)?.kind === 'array')

/** All users, groups and roles of the listing. */
export function entitiesIn(node: JsonNode): readonly Entity[] {
  if (node.kind !== 'object') return []
  return lists.flatMap(([list, kind, nameKey]) =>
    listAt(node, list).flatMap((entity) => {
      const [arn, name] = [textAt(entity, 'Arn'), textAt(entity, nameKey)]
      if (arn === undefined || name === undefined) return []
      const attached = listAt(entity, 'AttachedManagedPolicies').flatMap((each) => textAt(each, 'PolicyArn') ?? [])
      const groups = member(entity, 'GroupList')
      const boundary = objectAt(entity, 'PermissionsBoundary')
      return [
        {
          arn,
          name,
          kind,
          attached,
          groups:
            groups?.kind === 'array' ? groups.items.flatMap((item) => (item.kind === 'string' ? item.value : [])) : [],
          boundary: boundary && textAt(boundary, 'PermissionsBoundaryArn'),
        },
      ]
    }),
  )
}

/** A policy that an output names without its document: an attached one, a boundary, an SCP. */
export interface Mention {
  readonly name: string
  /** Its ARN or, for Organizations, its id. */
  readonly id: string
  readonly as: 'attached' | 'boundary' | 'organization'
}

/** What `list-attached-…-policies`, `get-user`, `get-role` and `list-policies-for-target` name. */
export function mentionsIn(node: JsonNode): readonly Mention[] {
  return [...objectsOf(node)].flatMap((object): readonly Mention[] => {
    const attached = listAt(object, 'AttachedPolicies').flatMap((each) => mention(each, 'PolicyName', 'PolicyArn'))
    const boundary = textAt(object, 'PermissionsBoundaryArn')
    const name = boundary?.slice(boundary.lastIndexOf('/') + 1)
    const listed = listAt(object, 'Policies').filter((each) => /_CONTROL_POLICY$/.test(textAt(each, 'Type') ?? ''))
    return [
      ...attached.map((each) => ({ ...each, as: 'attached' as const })),
      ...(boundary !== undefined && name !== undefined ? [{ name, id: boundary, as: 'boundary' as const }] : []),
      ...listed
        .flatMap((each) => mention(each, 'Name', 'Id'))
        .map((each) => ({ ...each, as: 'organization' as const })),
    ]
  })
}

function mention(object: Parameters<typeof textAt>[0], name: string, id: string): readonly Omit<Mention, 'as'>[] {
  const [named, identified] = [textAt(object, name), textAt(object, id)]
  return named !== undefined && identified !== undefined ? [{ name: named, id: identified }] : []
}
