import type { Denial } from './denial.ts'

/** Denials that are alike: the same caller, action and reason. */
export interface DenialGroup {
  /** The first of them. */
  readonly denial: Denial
  readonly count: number
  /** The earliest and the latest time (ISO 8601, UTC), where the text tells them. */
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
/** A file with more kinds of denials than this is counted, not listed to its end: memory stays bounded. */
const mostGroups = 10_000

interface Growing {
  readonly denial: Denial
  count: number
  first: string | undefined
  last: string | undefined
  readonly resources: Set<string>
}

/** Gathers denials into groups as they come, in bounded memory. */
export class DenialGroups {
  private readonly groups = new Map<string, Growing>()
  /** How many denials were left out because there were too many kinds of them. */
  dropped = 0

  add({ denial, time }: Sighting): void {
    const key = keyOf(denial)
    let group = this.groups.get(key)
    if (!group) {
      if (this.groups.size >= mostGroups) {
        this.dropped++
        return
      }
      group = { denial, count: 0, first: time, last: time, resources: new Set() }
      this.groups.set(key, group)
    }
    group.count++
    if (time !== undefined && (group.first === undefined || time < group.first)) group.first = time
    if (time !== undefined && (group.last === undefined || time > group.last)) group.last = time
    if (denial.resource !== undefined && group.resources.size < mostResources) group.resources.add(denial.resource)
  }

  /** Adds what was gathered elsewhere. */
  addAll(groups: readonly DenialGroup[], dropped: number): void {
    this.dropped += dropped
    for (const { denial, count, first, last, resources } of groups) {
      for (const time of first === last ? [last] : [first, last]) this.add({ denial, time })
      const group = this.groups.get(keyOf(denial))
      if (!group) continue
      group.count += count - (first === last ? 1 : 2)
      for (const resource of resources) if (group.resources.size < mostResources) group.resources.add(resource)
    }
  }

  /** The groups so far, in the order in which they were first seen. */
  list(): readonly DenialGroup[] {
    return [...this.groups.values()].map((group) => ({ ...group, resources: [...group.resources] }))
  }
}

/** Sessions of one role are one caller: their names differ from run to run. Those of Identity Center are people and stay apart. */
function keyOf({ kind, principal, accountId, action, actionDerived, effect, policyType, policyArn }: Denial): string {
  const caller =
    principal === undefined
      ? accountId
      : principal.replace(/(:assumed-role\/(?!AWSReservedSSO_)[^/]{1,200})\/.*$/s, '$1')
  return JSON.stringify([kind, caller, action ?? actionDerived, effect, policyType, policyArn])
}
