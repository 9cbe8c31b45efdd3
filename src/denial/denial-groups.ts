import type { Denial } from './denial.ts'

/** Denials that are alike: the same caller, action and reason. */
export interface DenialGroup {
  /** The first of them. */
  readonly denial: Denial
  readonly count: number
  /** The earliest and the latest time (ISO 8601, UTC), if the text gives them. */
  readonly first: string | undefined
  readonly last: string | undefined
  /** What was asked for, each once, the first twenty. */
  readonly resources: readonly string[]
}

/** One denial and when it was. */
export interface Sighting {
  readonly denial: Denial
  readonly time: string | undefined
}

const mostResources = 20
/** Denials of more kinds than this are counted, not listed: memory stays bounded. */
const mostGroups = 10_000

interface Growing {
  readonly denial: Denial
  count: number
  first: string | undefined
  last: string | undefined
  readonly resources: Set<string>
}

/** Gathers denials into groups as they come, in bounded memory. Merging is exact: counts never depend on how the input was divided. */
export class DenialGroups {
  private readonly groups = new Map<string, Growing>()
  private readonly most: number
  /** How many denials were counted but are in no group, because there were too many kinds of them. */
  dropped = 0

  /** `most`: how many kinds are listed. */
  constructor(most = mostGroups) {
    this.most = most
  }

  add({ denial, time }: Sighting): void {
    const resources = denial.resource === undefined ? [] : [denial.resource]
    this.addGroup({ denial, count: 1, first: time, last: time, resources })
  }

  /** Adds what was gathered elsewhere. */
  addAll(groups: readonly DenialGroup[], dropped: number): void {
    this.dropped += dropped
    for (const group of groups) this.addGroup(group)
  }

  private addGroup({ denial, count, first, last, resources }: DenialGroup): void {
    const group = this.groupOf(denial)
    if (!group) {
      this.dropped += count
      return
    }
    group.count += count
    if (first !== undefined && (group.first === undefined || first < group.first)) group.first = copied(first)
    if (last !== undefined && (group.last === undefined || last > group.last)) group.last = copied(last)
    for (const resource of resources)
      if (group.resources.size < mostResources && !group.resources.has(resource)) group.resources.add(copied(resource))
  }

  /** The group of a denial, begun if there is none; undefined where no more are listed. */
  private groupOf(denial: Denial): Growing | undefined {
    const key = keyOf(denial)
    const known = this.groups.get(key)
    if (known || this.groups.size >= this.most) return known
    const group = { denial: copied(denial), count: 0, first: undefined, last: undefined, resources: new Set<string>() }
    this.groups.set(key, group)
    return group
  }

  /** All denials, also those that are in no group. */
  get total(): number {
    return [...this.groups.values()].reduce((sum, { count }) => sum + count, this.dropped)
  }

  /** The groups so far, in the order in which they were first seen. */
  list(): readonly DenialGroup[] {
    return [...this.groups.values()].map((group) => ({ ...group, resources: [...group.resources] }))
  }
}

/** Strings cut out of a log keep its whole text in memory; copies don't. */
const copied = <T>(value: T): T => structuredClone(value)

/** Sessions of one role are one caller: their names differ from run to run. Those of Identity Center are people and stay apart. */
function keyOf({ kind, principal, accountId, action, actionDerived, effect, policyType, policyArn }: Denial): string {
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
  for (const byte of new TextEncoder().encode(keyOf(denial)))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}
