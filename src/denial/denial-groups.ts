import type { Denial } from './denial.ts'

/** Denials that are alike: the same caller, action and reason. */
export interface DenialGroup {
  /** One of them: the first of a paste, the earliest of logs. */
  readonly denial: Denial
  readonly count: number
  /** The earliest and the latest time (ISO 8601, UTC), if the text gives them. */
  readonly first: string | undefined
  readonly last: string | undefined
  /** What was asked for, each once, twenty at most. */
  readonly resources: readonly string[]
}

/** One denial and when it was. */
export interface Sighting {
  readonly denial: Denial
  readonly time: string | undefined
}

/** As many resources as a kind lists. */
export const mostResources = 20
/** Denials of more kinds than this are counted, not listed: memory stays bounded. */
export const mostKinds = 10_000

interface Growing {
  readonly denial: Denial
  count: number
  first: string | undefined
  last: string | undefined
  readonly resources: Set<string>
}

/** Gathers the denials of one paste into groups as they come, in bounded memory. The first of each kind is shown. */
export class DenialGroups {
  private readonly groups = new Map<string, Growing>()
  /** How many denials were counted but are in no group, because there were too many kinds of them. */
  dropped = 0

  add({ denial, time }: Sighting): void {
    const group = this.groupOf(denial)
    if (!group) {
      this.dropped++
      return
    }
    group.count++
    if (time !== undefined && (group.first === undefined || time < group.first)) group.first = copied(time)
    if (time !== undefined && (group.last === undefined || time > group.last)) group.last = copied(time)
    const { resource } = denial
    if (resource !== undefined && group.resources.size < mostResources && !group.resources.has(resource))
      group.resources.add(copied(resource))
  }

  /** The group of a denial, begun if there is none; undefined where no more are listed. */
  private groupOf(denial: Denial): Growing | undefined {
    const key = kindKey(denial)
    const known = this.groups.get(key)
    if (known || this.groups.size >= mostKinds) return known
    const group = { denial: copied(denial), count: 0, first: undefined, last: undefined, resources: new Set<string>() }
    this.groups.set(key, group)
    return group
  }

  /** The groups so far, in the order in which they were first seen. */
  list(): readonly DenialGroup[] {
    return [...this.groups.values()].map((group) => ({ ...group, resources: [...group.resources] }))
  }
}

/** Strings cut out of a log keep its whole text in memory; copies don't. */
export const copied = <T>(value: T): T => structuredClone(value)

/** What makes denials alike. Sessions of one role are one caller: their names differ from run to run. Those of Identity Center are people and stay apart. */
export function kindKey({
  kind,
  principal,
  accountId,
  action,
  actionDerived,
  effect,
  policyType,
  policyArn,
}: Denial): string {
  const caller =
    principal === undefined
      ? accountId
      : principal.replace(/(:assumed-role\/(?!AWSReservedSSO_)[^/]{1,200})\/.*$/s, '$1')
  return JSON.stringify([kind, caller, action ?? actionDerived, effect, policyType, policyArn])
}

/**
 * A short name of a denial's kind, the same in every run, on every machine, and in every version with the same fields: 16 hexadecimal digits.
 * Two kinds share one with a probability of about n²/2⁶⁵ among n kinds. https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function fingerprintOf(denial: Denial): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(kindKey(denial)))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}
