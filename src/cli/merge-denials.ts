// Partial results of `denials --jsonl`, added up. The result doesn't depend on order or division: any engine can run it as its reduce step.
import { z } from '../api/schemas.ts'
import { mostKinds, mostResources } from '../denial/index.ts'
import { smallest } from '../logs/index.ts'

/** One kind as `denials --jsonl` writes it; further fields describe the denial. */
const kindLine = z.looseObject({
  fingerprint: z.string(),
  count: z.number().int().nonnegative(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  resources: z.array(z.string()),
  isNew: z.boolean().optional(),
})
const restLine = z.strictObject({ dropped: z.number().int().nonnegative() })
const line = z.union([kindLine, restLine])

type KindLine = z.output<typeof kindLine>

/** Kinds of denials with counts, and the denials of kinds that weren't listed. */
export interface Partial {
  readonly kinds: ReadonlyMap<string, KindLine>
  readonly dropped: number
}

/** Reads a line of partial results; undefined if it isn't one. */
export function readPartial(text: string): Partial | undefined {
  const read = line.safeParse(jsonOf(text))
  if (!read.success) return undefined
  return 'fingerprint' in read.data
    ? { kinds: new Map([[read.data.fingerprint, read.data]]), dropped: 0 }
    : { kinds: new Map(), dropped: read.data.dropped }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Adds up partial results: associative and commutative in every field, and no results give none. Lists as many kinds as one run does, and the same. */
export function merge(parts: Iterable<Partial>, most = mostKinds): Partial {
  const kinds = new Map<string, KindLine>()
  let dropped = 0
  for (const part of parts) {
    dropped += part.dropped
    for (const [fingerprint, kind] of part.kinds) {
      const known = kinds.get(fingerprint)
      kinds.set(fingerprint, known ? mergedKind(known, kind) : { ...kind, resources: listed(kind.resources) })
    }
  }
  for (const fingerprint of [...kinds.keys()].sort().slice(most)) {
    dropped += kinds.get(fingerprint)?.count ?? 0
    kinds.delete(fingerprint)
  }
  return { kinds, dropped }
}

function mergedKind(a: KindLine, b: KindLine): KindLine {
  const isNew = [a, b].flatMap((kind) => kind.isNew ?? [])
  return {
    // Denials of one kind differ in details, such as the session: the earliest is shown.
    ...(isShownBefore(a, b) ? a : b),
    count: a.count + b.count,
    first: sorted([a.first, b.first])[0] ?? null,
    last: sorted([a.last, b.last]).at(-1) ?? null,
    resources: listed([...a.resources, ...b.resources]),
    ...(isNew.length > 0 ? { isNew: isNew.every(Boolean) } : {}),
  }
}

/** Chooses as a single run does: the earliest denial; of several with the same time or without one, the first in lexicographic order. */
function isShownBefore(a: KindLine, b: KindLine): boolean {
  if (a.first !== b.first) return a.first !== null && (b.first === null || a.first < b.first)
  return JSON.stringify(partsOf(a).denial) <= JSON.stringify(partsOf(b).denial)
}

/** The line as `denials --jsonl` writes it: the denial in front. */
export function writtenKind(kind: KindLine): string {
  const { denial, counts } = partsOf(kind)
  return JSON.stringify({ ...denial, ...counts })
}

function partsOf({ fingerprint, count, first, last, resources, isNew, ...denial }: KindLine) {
  return { denial, counts: { fingerprint, count, first, last, resources, isNew } }
}

type Counted = Pick<KindLine, 'count' | 'fingerprint'>

/** The most frequent kinds first; of those as frequent, in the order of their fingerprints. */
export const byCount = (a: Counted, b: Counted): number => b.count - a.count || (a.fingerprint < b.fingerprint ? -1 : 1)

const sorted = (times: readonly (string | null)[]): readonly string[] => times.filter((time) => time !== null).sort()
const listed = (resources: readonly string[]): string[] => [...smallest(resources, mostResources)]
