// Partial results of `denials --jsonl`, added up. The result doesn't depend on order or division: any engine can run it as its reduce step.
import { z } from '../api/schemas.ts'

/** One kind as `denials --jsonl` writes it; further fields describe the denial. */
const kindLine = z.looseObject({
  fingerprint: z.string(),
  count: z.number().int().nonnegative(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  resources: z.array(z.string()),
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

/** As many as one run lists. */
const mostResources = 20

/** Adds up partial results: associative and commutative, and no results give none. */
export function merge(parts: Iterable<Partial>): Partial {
  const kinds = new Map<string, KindLine>()
  let dropped = 0
  for (const part of parts) {
    dropped += part.dropped
    for (const [fingerprint, kind] of part.kinds) {
      const known = kinds.get(fingerprint)
      kinds.set(fingerprint, known ? mergedKind(known, kind) : { ...kind, resources: listed(kind.resources) })
    }
  }
  return { kinds, dropped }
}

function mergedKind(a: KindLine, b: KindLine): KindLine {
  // Denials of one kind differ in details, such as the session: the same one is shown whatever the order.
  const [shown] = [a, b].map(described).sort()
  return {
    ...JSON.parse(shown ?? '{}'),
    fingerprint: a.fingerprint,
    count: a.count + b.count,
    first: sorted([a.first, b.first])[0] ?? null,
    last: sorted([a.last, b.last]).at(-1) ?? null,
    resources: listed([...a.resources, ...b.resources]),
  }
}

const described = ({ count: _, first: __, last: ___, resources: ____, ...denial }: KindLine): string =>
  JSON.stringify(denial)
const sorted = (times: readonly (string | null)[]): readonly string[] => times.filter((time) => time !== null).sort()
const listed = (resources: readonly string[]): string[] => [...new Set(resources)].sort().slice(0, mostResources)
