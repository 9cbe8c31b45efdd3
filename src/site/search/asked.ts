// Which page people mean by a word, learned from the phrases in content/asked: it distinguishes pages that share the words of a described situation.
import { wordsOf } from './words.ts'

/** A phrase with its stems, and the path of the page that it asks for. */
export interface AskedPhrase {
  readonly path: string
  readonly typed: string
  readonly stems: readonly string[]
}

/** How often each page was asked for with each stem, in columns that compress well. */
export interface StoredAsked {
  /** Places of the pages with phrases among the search's pages, sorted by path. */
  readonly places: readonly number[]
  /** Sorted, separated by blanks. */
  readonly stems: string
  /** For each stem: steps from one page with it to the next. A negative number after a step is how many phrases of the page have the stem, if that's more than one. */
  readonly steps: readonly (readonly number[])[]
}

/** What the phrases say about a typed text. */
export interface Asked {
  /** How much likelier these stems make a page than any other, as a logarithm. */
  readonly likelihood: (stems: readonly string[]) => (path: string) => number
}

/** Reads a file of content/asked: "# PATH", and below it a phrase per line. Empty lines don't matter. */
export function readPhrases(text: string): readonly AskedPhrase[] {
  let path = ''
  return text.split('\n').flatMap((line) => {
    const typed = line.trim()
    if (!typed.startsWith('# '))
      return typed === '' ? [] : [{ path, typed, stems: wordsOf(typed).map(({ whole }) => whole) }]
    path = typed.slice(2)
    return []
  })
}

/** A stem of a single phrase is often a slip, and says little. */
const leastPhrases = 2

/** Counts the stems of the phrases. `paths` are those of the search's pages. The same phrases always give the same table. */
export function countAsked(phrases: readonly AskedPhrase[], paths: readonly string[]): StoredAsked {
  const asked = [...new Set(phrases.map(({ path }) => path))].filter((path) => paths.includes(path)).toSorted()
  const rows = [...countsOf(phrases, asked)]
    .filter(([, counts]) => total(counts) >= leastPhrases)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    places: asked.map((path) => paths.indexOf(path)),
    stems: rows.map(([stem]) => stem).join(' '),
    steps: rows.map(([, counts]) =>
      counts.flatMap((count, i) => {
        if (count === 0) return []
        const step = i - counts.findLastIndex((other, before) => before < i && other > 0)
        return count > 1 ? [step, -count] : [step]
      }),
    ),
  }
}

/** For each stem, the number of phrases with it for each page. */
function countsOf(phrases: readonly AskedPhrase[], asked: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const counted = new Map<string, number[]>()
  for (const { path, stems } of phrases) {
    const place = asked.indexOf(path)
    if (place < 0) continue
    for (const stem of new Set(stems)) {
      const counts = counted.get(stem) ?? asked.map(() => 0)
      counts[place] = (counts[place] ?? 0) + 1
      counted.set(stem, counts)
    }
  }
  return counted
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** How many occurrences the other pages of a shelf count for in what's expected of a page, and all pages in what's expected of a shelf. Found by trying. */
const [byShelf, byAll] = [60, 200]

/** Places of pages, each with a number of phrases or what they say. */
type Counts = readonly (readonly [place: number, count: number])[]

/** A stem: how much likelier it makes each shelf, and how much more than its shelf each page with it. */
interface Row {
  readonly shelves: readonly number[]
  readonly pages: Counts
}

/** Makes the counts ready to be asked. `paths` are those of the search's pages. */
export function askedOf({ places, stems, steps }: StoredAsked, paths: readonly string[]): Asked {
  const asked = places.map((place) => paths[place] ?? '')
  const placeOf = new Map(asked.map((path, i) => [path, i]))
  const shelves = [...new Set(asked.map(shelfOf))]
  const shelfAt = asked.map((path) => shelves.indexOf(shelfOf(path)))
  const counted = steps.map(countsIn)
  const ofPages = sumsOf(counted.flat(), asked.length)
  const toRow = rowsFor(ofPages, shelfAt, shelves.length)
  const rows = new Map(stems.split(' ').map((stem, i) => [stem, toRow(counted[i] ?? [])]))
  /** A page with many phrases has each stem more often. */
  const share = ofPages.map((count) => Math.log(byShelf / (count + byShelf)))
  return {
    likelihood: (typed) => {
      const known = [...new Set(typed)].flatMap((stem) => rows.get(stem) ?? [])
      const ofShelves = shelves.map((_, shelf) => total(known.map((row) => row.shelves[shelf] ?? 0)))
      const more = sumsOf(
        known.flatMap(({ pages }) => pages),
        asked.length,
      )
      const sums = more.map((sum, i) => sum + known.length * (share[i] ?? 0) + (ofShelves[shelfAt[i] ?? 0] ?? 0))
      // A page without phrases is as likely as the others are on average.
      const mean = total(sums) / Math.max(1, sums.length)
      return (path) => (sums[placeOf.get(path) ?? -1] ?? mean) - mean
    },
  }
}

/** Compares a stem's counts with what's expected of each shelf and page, which rare stems hardly change. */
function rowsFor(ofPages: readonly number[], shelfAt: readonly number[], shelves: number): (counts: Counts) => Row {
  const onShelves = (counts: Counts): readonly number[] =>
    sumsOf(
      counts.map(([place, count]) => [shelfAt[place] ?? 0, count]),
      shelves,
    )
  const ofShelves = onShelves([...ofPages.entries()])
  const all = total(ofPages)
  return (counts) => {
    const sums = onShelves(counts)
    const expected = total(sums) / all
    const ratios = sums.map((sum, shelf) => (sum / expected + byAll) / ((ofShelves[shelf] ?? 0) + byAll))
    const moreOf = (place: number, count: number): number =>
      Math.log(1 + count / (byShelf * expected * (ratios[shelfAt[place] ?? 0] ?? 1)))
    return {
      shelves: ratios.map(Math.log),
      pages: counts.map(([place, count]) => [place, moreOf(place, count)]),
    }
  }
}

function sumsOf(counts: Counts, length: number): number[] {
  const sums = Array.from({ length }, () => 0)
  for (const [place, count] of counts) sums[place] = (sums[place] ?? 0) + count
  return sums
}

/** Pages of one kind, which share words: a folder of articles, or all common denials. */
const shelfOf = (path: string): string =>
  path.includes('#') ? '#' : path.includes('/') ? path.replace(/\/.*/, '') : ''

/** The pages with a stem and how many of their phrases have it. */
function countsIn(steps: readonly number[]): Counts {
  let place = -1
  return steps.flatMap((step, i) => {
    if (step < 0) return []
    place += step
    return [[place, Math.max(1, -(steps[i + 1] ?? 0))] as const]
  })
}
