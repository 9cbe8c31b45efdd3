import { assumers } from './chains.ts'
import type { AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** A user, role, or group in the graph of who reaches what. */
export interface ReachNode {
  /** The ARN; for a group, "group 111122223333/finance". */
  readonly id: string
  readonly kind: 'user' | 'role' | 'group'
  readonly name: string
}

/** "member": of a group. "assumes": a role, by sts:AssumeRole, under the condition keys that it depends on. */
export interface ReachEdge {
  readonly from: string
  readonly to: string
  readonly is: 'member' | 'assumes'
  readonly dependsOn: readonly string[]
}

export interface Reach {
  readonly nodes: readonly ReachNode[]
  readonly edges: readonly ReachEdge[]
  /** How many neighbors aren't shown. */
  readonly leftOut: number
}

/** A graph with more nodes can't be read. */
const mostNodes = 120
/** Accounts up to this size are shown whole. */
const mostWhole = 60

/**
 * Who is in which group, and who may assume which role: the whole of a small account, or the neighbors of one user, role, or group.
 * @param center a node's ID; undefined: the whole account, or nothing where it's too large to be read
 */
export function reachAround(survey: Survey, center: string | undefined): Reach {
  const { principals } = survey.account
  if (center === undefined && principals.length > mostWhole) return { nodes: [], edges: [], leftOut: principals.length }
  const edges = center === undefined ? allEdges(survey) : edgesOf(survey, center)
  const known = new Map(principals.map((principal) => [principal.arn, principal]))
  const ids = new Set([
    ...(center === undefined ? principals.map(({ arn }) => arn) : [center]),
    ...edges.flatMap(({ from, to }) => [from, to]),
  ])
  const shown = new Set([...ids].slice(0, mostNodes))
  return {
    nodes: [...shown].map((id) => nodeOf(id, known.get(id))),
    edges: edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    leftOut: ids.size - shown.size,
  }
}

const nodeOf = (id: string, principal: AccountPrincipal | undefined): ReachNode =>
  principal
    ? { id, kind: principal.kind, name: principal.name }
    : { id, kind: 'group', name: id.slice(id.indexOf('/') + 1) }

const groupsOf = ({ attachments, accountId }: AccountPrincipal): readonly string[] => [
  ...new Set(attachments.flatMap(({ group }) => (group === undefined ? [] : `group ${accountId}/${group}`))),
]

const memberships = (principals: readonly AccountPrincipal[]): readonly ReachEdge[] =>
  principals.flatMap((principal) =>
    groupsOf(principal).map((group) => ({ from: principal.arn, to: group, is: 'member' as const, dependsOn: [] })),
  )

function allEdges(survey: Survey): readonly ReachEdge[] {
  const { principals } = survey.account
  const assumersOf = assumers(survey)
  return [
    ...memberships(principals),
    ...principals.flatMap((role) => assumptions(role, assumersOf(role, principals).found)),
  ]
}

function edgesOf(survey: Survey, center: string): readonly ReachEdge[] {
  const { principals } = survey.account
  const principal = principals.find(({ arn }) => arn === center)
  if (!principal) return memberships(principals).filter(({ to }) => to === center)
  const assumersOf = assumers(survey)
  return [
    ...memberships([principal]),
    ...principals.flatMap((role) => assumptions(role, assumersOf(role, [principal]).found)),
    ...assumptions(principal, assumersOf(principal, principals).found),
  ]
}

const assumptions = (
  role: AccountPrincipal,
  found: ReturnType<ReturnType<typeof assumers>>['found'],
): readonly ReachEdge[] =>
  found.map(({ principal, dependsOn }) => ({ from: principal.arn, to: role.arn, is: 'assumes', dependsOn }))
