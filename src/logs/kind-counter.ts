import {
  copied,
  type Denial,
  type DenialGroup,
  fingerprintOf,
  kindKey,
  mostKinds,
  mostResources,
  type Sighting,
  toAnswer,
} from '../denial/index.ts'

/** Kinds of denials with their counts, and how many denials there are. */
interface KindSummary {
  readonly groups: readonly DenialGroup[]
  /** Denials of kinds that aren't listed. */
  readonly dropped: number
  readonly denials: number
}

interface Kind {
  denial: Denial
  /** `textOf(denial)`, once it was needed. */
  text: string | undefined
  count: number
  first: string | undefined
  last: string | undefined
  resources: readonly string[]
}

/**
 * Counts denials by kind in bounded memory. Each field depends only on the denials, never on their order or on how they were divided:
 * - the shown denial is the earliest; of several with the same time or without one, it's the first in lexicographic order;
 * - the resources are the first twenty in lexicographic order;
 * - if there are too many kinds, those with the smallest fingerprints are listed, with exact counts.
 */
export class KindCounter {
  private readonly kinds = new Map<string, Kind>()
  private readonly most: number
  private dropped = 0
  /** Kinds with a larger fingerprint are known not to be listed. */
  private largest: string | undefined

  /** `most`: how many kinds are listed; up to twice as many are held. */
  constructor(most = mostKinds) {
    this.most = most
  }

  add({ denial, time }: Sighting): void {
    const resources = denial.resource === undefined ? [] : [denial.resource]
    this.addGroup({ denial, count: 1, first: time, last: time, resources })
  }

  /** Adds what was counted elsewhere. */
  addAll(groups: readonly DenialGroup[], dropped: number): void {
    this.dropped += dropped
    for (const group of groups) this.addGroup(group)
  }

  /** The kinds in the order in which they were first seen. */
  summary(): KindSummary {
    this.forgetUnlisted()
    const groups = [...this.kinds.values()].map(({ text: _, ...group }) => group)
    return { groups, dropped: this.dropped, denials: groups.reduce((sum, { count }) => sum + count, this.dropped) }
  }

  private addGroup(group: DenialGroup): void {
    const key = kindKey(group.denial)
    const known = this.kinds.get(key)
    if (known) {
      addTo(known, group)
      return
    }
    if (this.largest !== undefined && fingerprintOf(group.denial) > this.largest) {
      this.dropped += group.count
      return
    }
    const { denial, count, first, last, resources } = copied(group)
    this.kinds.set(key, { denial, text: undefined, count, first, last, resources: smallest(resources, mostResources) })
    if (this.kinds.size >= 2 * this.most) this.forgetUnlisted()
  }

  private forgetUnlisted(): void {
    if (this.kinds.size <= this.most) return
    const fingerprints = new Map([...this.kinds].map(([key, { denial }]) => [key, fingerprintOf(denial)]))
    const largest = [...fingerprints.values()].sort()[this.most - 1] ?? ''
    for (const [key, { count }] of this.kinds) {
      if ((fingerprints.get(key) ?? '') <= largest) continue
      this.dropped += count
      this.kinds.delete(key)
    }
    this.largest = largest
  }
}

function addTo(kind: Kind, { denial, count, first, last, resources }: DenialGroup): void {
  const isEarlier = first !== undefined && (kind.first === undefined || first < kind.first)
  if (isEarlier) show(kind, denial, undefined)
  else if (first === kind.first) {
    kind.text ??= textOf(kind.denial)
    const text = textOf(denial)
    if (text < kind.text) show(kind, denial, text)
  }
  kind.count += count
  if (isEarlier) kind.first = copied(first)
  if (last !== undefined && (kind.last === undefined || last > kind.last)) kind.last = copied(last)
  const more = resources.filter((resource) => isListed(resource, kind.resources))
  if (more.length > 0) kind.resources = smallest([...kind.resources, ...more.map(copied)], mostResources)
}

/** Would the resource be one more of those that are listed? In a long log almost none is. */
function isListed(resource: string, resources: readonly string[]): boolean {
  const last = resources.at(-1)
  const isBehindAll = last !== undefined && resources.length >= mostResources && resource > last
  return !isBehindAll && !resources.includes(resource)
}

function show(kind: Kind, denial: Denial, text: string | undefined): void {
  kind.denial = copied(denial)
  kind.text = text
}

/** What denials are ordered by: first the fields that the command line prints, so that merging printed kinds chooses the same one; then all others. */
const textOf = (denial: Denial): string =>
  `${JSON.stringify(toAnswer(denial))}${JSON.stringify({ ...denial, spans: undefined }, (_, value) =>
    value instanceof Map ? [...value] : value,
  )}`

/** The first `most` of the texts in lexicographic order, each once. */
export const smallest = (texts: Iterable<string>, most: number): readonly string[] =>
  [...new Set(texts)].sort().slice(0, most)
