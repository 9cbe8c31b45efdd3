import type { Condition } from '../../iam/index.ts'
import type { Asked } from '../situation.ts'
import { callerDeeds, mfaDeeds } from './caller.ts'
import { choiceDeeds } from './choices.ts'
import type { Deed, DeedRow, Doing } from './deed.ts'
import { type Demand, demandOf } from './demand.ts'
import { networkDeeds } from './network.ts'
import { forwardedDeeds, requestDeeds } from './request.ts'
import { resourceDeeds } from './resource.ts'
import { serviceDeeds } from './services.ts'
import { storageDeeds } from './storage.ts'

export { mfaDeed } from './caller.ts'
export type { Deed } from './deed.ts'
export type { Demand } from './demand.ts'

/** Keys of services that hold what a global key does, by the global one. */
const sameAs: ReadonlyMap<string, string> = new Map([
  ['kms:calleraccount', 'aws:principalaccount'],
  ['sts:sourceidentity', 'aws:sourceidentity'],
  ['ec2:region', 'aws:requestedregion'],
])

/** Families of service keys that do the same: tags of what exists, and tags in the request. */
const existingTag =
  /^(?:[\w-]+:(?:existingobject|resource|accesspoint|db-?|cluster|snapshot|cluster-snapshot|cluster-pg|pg|og|es|ri|subgrp|secgrp)-?tag|secretsmanager:resourcetag)\//
const sentTag = /^rds:req-tag\//

/** All rows, what is easiest to do first: that is the order of the deeds for a Deny with several conditions. */
const rows: readonly DeedRow[] = [
  ...mfaDeeds,
  ...requestDeeds,
  ...choiceDeeds,
  ...serviceDeeds,
  ...storageDeeds,
  ...networkDeeds,
  ...resourceDeeds,
  ...forwardedDeeds,
  ...callerDeeds,
]

const byKey: ReadonlyMap<string, { readonly doing: Doing; readonly rank: number }> = new Map(
  rows.flatMap(([keys, doing], rank) => [keys].flat().map((key) => [key, { doing, rank }] as const)),
)

/** The row of a key: its own, or that of its family ("aws:RequestTag/team", "kms:EncryptionContext:app"). */
function rowOf(key: string) {
  const lower = key.toLowerCase()
  const name = sameAs.get(lower) ?? lower.replace(existingTag, 'aws:resourcetag/').replace(sentTag, 'aws:requesttag/')
  return (
    byKey.get(name) ??
    byKey.get(/^(?:[\w-]+:\w+\/|kms:(?:encryptioncontext|recipientattestation):)/.exec(name)?.[0] ?? '')
  )
}

/** What to do so that a request meets this demand; undefined where nothing general can be said. */
export const deedFor = (demand: Demand, asked: Asked): Deed | undefined => rowOf(demand.key)?.doing(demand, asked)

/** What to do so that this condition of an Allow holds. */
export function deedToMeet(condition: Condition, asked: Asked): Deed | undefined {
  const demand = demandOf(condition, 'Allow')
  return demand && deedFor(demand, asked)
}

/** Can only another resource of the same call meet this condition, such as the instance with its tags where a document was denied? */
export const isMetByAnother = (condition: Condition, asked: Asked): boolean =>
  deedToMeet(condition, asked)?.isApart === true

/**
 * What to do so that a Deny with these conditions doesn't apply. Any one of them is enough, because a statement applies only if all of its conditions match.
 * What is easiest to do comes first.
 */
export const deedsToAvoid = (conditions: readonly Condition[], asked: Asked): readonly Deed[] =>
  avoiding(conditions, asked).map(({ deed }) => deed)

/** What to do so that none of several Denies applies: the easiest for each, and all of it. Empty where nothing general can be said about one of them. */
export function deedsToAvoidAll(statements: readonly (readonly Condition[])[], asked: Asked): readonly Deed[] {
  const easiest = statements.map((conditions) => avoiding(conditions, asked)[0])
  const all = easiest.filter((found) => found !== undefined)
  if (all.length < easiest.length) return []
  return all
    .filter((found, i) => !all.some((other, j) => covers(other, found) && (j < i || !covers(found, other))))
    .map(({ deed }) => deed)
}

interface Avoiding {
  readonly demand: Demand
  readonly deed: Deed
}

const avoiding = (conditions: readonly Condition[], asked: Asked): readonly Avoiding[] =>
  conditions
    .flatMap((condition) => demandOf(condition, 'Deny') ?? [])
    .flatMap((demand) => {
      const deed = deedFor(demand, asked)
      return deed ? [{ demand, deed }] : []
    })
    .sort((a, b) => (rowOf(a.demand.key)?.rank ?? 0) - (rowOf(b.demand.key)?.rank ?? 0))

/** Does meeting the first demand meet the second one, too? */
function covers({ demand: first }: Avoiding, { demand: second }: Avoiding): boolean {
  if (first.key.toLowerCase() !== second.key.toLowerCase()) return false
  const isSame = first.want === second.want && first.values.join('\n') === second.values.join('\n')
  return isSame || (first.want === 'one-of' && second.want === 'present')
}
