// Ranks the site's pages for what someone typed. Runs in the browser over the index that the build writes; tests run it over the same index.
import MiniSearch from 'minisearch'
import type { Asked } from './asked.ts'
import { type Entry, entryOf, fieldOf, keyOf, pairsOf, plainly, type SearchPage } from './page-entry.ts'
import { type Signals, signalNames, signalsOf, type TypedWord, typedOf } from './signals.ts'
import { spelling } from './spelling.ts'
import { inEnglish, synonymsOf } from './synonyms.ts'
import { kindWeight, weights } from './weights.ts'
import { plainWords, stemOf, termsOf, type Word, wordsOf } from './words.ts'

/** A page that was found. */
export interface Hit {
  readonly path: string
  readonly title: string
  readonly description: string
  /** The heading that has the most of what was typed, if that's more than one word of it. */
  readonly section: { readonly text: string; readonly anchor: string } | undefined
  /** Its title, address, or keywords have every word that was typed. */
  readonly isAbout: boolean
  /** What was typed is its title or one of its everyday names, word for word, or very nearly. */
  readonly isSubject: boolean
  /** How like one of its phrases what was typed is, word for word: 0 to 1. */
  readonly likeness: number
}

/** The index, ready to be asked. */
export interface Ranking {
  /** The pages for a typed text, the best first. `asked` is what's known of phrases like it, once that's loaded. */
  readonly rank: (typed: string, asked?: Asked) => readonly Hit[]
  /** Does any page have this word? */
  readonly knows: (word: string) => boolean
  /** The page at a path, as a hit. */
  readonly page: (path: string) => Hit | undefined
  /** What speaks for each page that has typed words: for finding the weights. */
  readonly signals: (typed: string, asked?: Asked) => readonly (readonly [path: string, signals: Signals])[]
}

/** The most pages that are shown. */
const most = 12

/** How much a match counts, by where it is. */
const boost = { title: 10, name: 5, keywords: 11, description: 1.8, headings: 3, names: 2, text: 1.25 }

/** Weights of a way to understand a word. */
const bySynonym = 0.6
const byParts = 0.7
const bySlip = 0.6

/** Words that could be in every question here: the others say what it's about. */
const weak: ReadonlySet<string> = new Set(
  termsOf(
    'access denied deny permission error allow need problem work working policy account aws iam not user page console use used using',
  ),
)
const weakly = 0.4

/** A name such as "GetBillingData" says more about what is meant than a word. */
const asName = 1.75

/** Words for what someone wants to know ("who can read it") say more about which page is meant than what it's about. */
const intents: ReadonlySet<string> = new Set(termsOf('whocan whodid whatcan whichgate'))
const asIntent = 2

const weightOfWord = ({ whole, parts }: Word): number => {
  if (weak.has(whole)) return weakly
  return intents.has(whole) ? asIntent : parts.length > 1 ? asName : 1
}

/** A word that few pages have says more about which page is meant. */
const rarity = (pagesWithIt: number, pages: number): number => Math.sqrt(Math.log(1 + pages / pagesWithIt))

/** A page that has only another word for what was typed covers it less. */
const byMeaning = 0.7

/** How like one of a page's phrases a text is that means the same. */
const nearly = 0.8

/** A typed text, and the pages that each of its words found. */
interface Understood {
  readonly words: readonly Word[]
  /** Stems that were typed next to each other. */
  readonly pairs: readonly string[]
  readonly letters: string
  readonly key: string
  readonly found: readonly Found[]
}

/** A page with what speaks for it. */
interface Judged {
  readonly entry: Entry
  readonly isSubject: boolean
  readonly signals: Signals
}

/** Builds the index of these pages, in parts between which the page can do other things. */
export async function createRanking(pages: readonly SearchPage[]): Promise<Ranking> {
  const known = new Set<string>()
  const spellings = new Map<string, number>()
  const index = new MiniSearch<SearchPage>({
    idField: 'path',
    fields: Object.keys(boost),
    tokenize: termsOf,
    processTerm: (term) => {
      known.add(term)
      return term
    },
    extractField: (page, field) => {
      const text = fieldOf(page, field)
      for (const word of field === 'path' ? [] : plainWords(text)) spellings.set(word, (spellings.get(word) ?? 0) + 1)
      return text
    },
    searchOptions: {
      boost,
      bm25: { k: 1.2, b: 0.25, d: 0.5 },
      tokenize: (term) => [term],
      processTerm: (term) => term,
    },
  })
  await index.addAllAsync(pages, { chunkSize: 40 })
  /** Words on the pages, the most frequent first. */
  const vocabulary = [...spellings].toSorted(([, a], [, b]) => b - a).map(([word]) => word)
  const plain = new Set(
    pages.flatMap(({ title, description, keywords, text }) =>
      wordsOf(`${title} ${description} ${keywords} ${text}`).flatMap(({ whole, parts }) =>
        parts.length === 0 ? [whole] : [],
      ),
    ),
  )
  /** Pages that people read: the others are rows of one table. */
  const articles = pages.filter(({ path }) => !/^(?:reference|checks)\//.test(path)).length
  const explained = new Set(pages.flatMap(({ path }) => (path.includes('#') ? [path.replace(/#.*/, '')] : [])))
  const entries = new Map(pages.map((page) => [page.path, entryOf(page, explained.has(page.path))]))
  const rarityOf = raritiesIn([...entries.values()])

  /** The pages that have a stem, or a word that begins like it, with their scores. */
  const having = (term: string, prefix = false): Scores =>
    new Map(index.search(term, { prefix }).map(({ id, score }) => [String(id), score]))

  const spelled = spelling({
    knows: (stem) => known.has(stem) || synonymsOf(stem).some((other) => known.has(other)),
    words: vocabulary,
  })

  /** "rolle" isn't a word of the pages, although its stem is that of "rolled". */
  const isEnglish = (word: string): boolean => (word.length > 3 ? spellings.has(word) : known.has(stemOf(word)))

  /** A word that no page has says as much as one on a single page. */
  const typedWord = (word: Word): TypedWord => {
    const ways = [
      ...synonymsOf(word.whole).map((stem) => [stem, bySynonym] as const),
      ...word.parts.map((stem) => [stem, byParts] as const),
      [word.whole, 1] as const,
    ]
    const pagesWithIt = known.has(word.whole) ? having(word.whole).size : 1
    return { whole: word.whole, ways: new Map(ways), says: weightOfWord(word) * rarity(pagesWithIt, articles) }
  }

  /** The pages for one typed word: as it is, by its parts, by another word for it, or else as the beginning or a slip of one. */
  const pagesFor = ({ whole, parts }: Word, isLast: boolean): Scores => {
    const ways: Scores[] = []
    if (known.has(whole)) ways.push(having(whole))
    if (parts.length > 0)
      ways.push(scaled(inMost(parts.map((part) => pagesFor({ typed: part, whole: part, parts: [] }, false))), byParts))
    for (const synonym of synonymsOf(whole)) if (known.has(synonym)) ways.push(scaled(having(synonym), bySynonym))
    if (isLast && whole.length > 2) ways.push(scaled(having(whole, true), bySlip))
    return best(ways)
  }

  const understand = (text: string): Understood => {
    const typed = inEnglish(text.slice(0, longestTyped), isEnglish)
    const all = spelled(wordsOf(typed))
    const words = distinct(all)
    const found = words
      .map((word, i) => ({
        scores: pagesFor(word, i === words.length - 1),
        exact: known.has(word.whole) ? having(word.whole) : undefined,
        weight: weightOfWord(word),
      }))
      .filter(({ scores: { size } }) => size > 0)
      .map(({ scores, exact, weight }) => ({
        scores,
        exact,
        weight,
        weighs: weight * rarity((exact ?? scores).size, articles),
      }))
    // A word that was typed before makes a pair, too: "into a private network, and now the network interface …".
    const pairs = [...new Set(pairsOf(all.map(({ whole }) => whole)))]
    return { words, pairs, letters: plainly(typed), key: keyOf(words.map(({ whole }) => whole)), found }
  }

  const isSubject = ({ letters, key }: Understood, { subjects, keys }: Entry): boolean =>
    subjects.has(letters) || keys.has(key)

  const signals = (understood: Understood, asked: Asked | undefined): readonly Judged[] => {
    const { words, pairs, found } = understood
    const weight = found.reduce((sum, { weighs }) => sum + weighs, 0)
    const typed = typedOf(words.map(typedWord), pairs)
    const likelihood = asked?.likelihood(words.map(({ whole }) => whole))
    return [...summed(found)].flatMap(([path, { score, matched }]) => {
      const entry = entries.get(path)
      if (!entry) return []
      const is = isSubject(understood, entry)
      const match = { score, share: matched / weight, is, likelihood: likelihood?.(path) ?? 0 }
      return [{ entry, isSubject: is, signals: signalsOf(entry, typed, match, rarityOf) }]
    })
  }

  const rank = (text: string, asked?: Asked): readonly Hit[] => {
    const understood = understand(text)
    return signals(understood, asked)
      .map((judged) => ({ ...judged, score: weighed(judged) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ entry, isSubject, signals }) =>
        hitOf(entry, understood.words, { is: isSubject, likeness: signals.phrase }),
      )
  }
  const page = (path: string): Hit | undefined => {
    const entry = entries.get(path)
    return entry && hitOf(entry)
  }
  return {
    rank,
    page,
    knows: (word) => plain.has(stemOf(word)),
    signals: (text, asked) =>
      signals(understand(text), asked).map((judged) => [judged.entry.page.path, judged.signals]),
  }
}

/** How rare a stem is in the phrases of all pages. */
function raritiesIn(entries: readonly Entry[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const { phrases } of entries)
    for (const stem of new Set(phrases.flat())) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const rarities = new Map([...counts].map(([stem, count]) => [stem, rarity(count, entries.length)]))
  return (stem) => rarities.get(stem) ?? 1
}

/** All that speaks for a page, in one number. */
const weighed = ({ entry, signals }: Judged): number =>
  signalNames.reduce((sum, name) => sum + weights[name] * signals[name], kindWeight(entry.page.path))

function hitOf(
  { page, subjects }: Entry,
  words: readonly Word[] = [],
  { is, likeness } = { is: false, likeness: 0 },
): Hit {
  const own = new Set(termsOf([...subjects, fieldOf(page, 'name')].join(' ')))
  const [path = '', anchor] = page.path.split('#')
  return {
    path,
    title: page.whole ?? page.title,
    description: page.description,
    section: anchor === undefined ? sectionOf(page, words) : { text: page.title, anchor },
    isAbout: words.length > 0 && words.every(({ whole }) => own.has(whole)),
    isSubject: is || likeness >= nearly,
    likeness,
  }
}

function sectionOf({ headings }: SearchPage, words: readonly Word[]): Hit['section'] {
  const counted = headings.map((text) => {
    const terms = new Set(termsOf(text))
    return { text, count: words.filter(({ whole }) => terms.has(whole)).length }
  })
  const { text, count } = counted.reduce((a, b) => (b.count > a.count ? b : a), { text: '', count: 1 })
  return count > 1 ? { text, anchor: anchorOf(text) } : undefined
}

/** The anchor of a heading, as Starlight generates it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

const distinct = (words: readonly Word[]): readonly Word[] => [
  ...new Map(words.map((word) => [word.whole, word])).values(),
]

/** What a typed word found: its weight, and how well it distinguishes pages. */
interface Found {
  readonly scores: Scores
  /** The pages with the word itself, if any page has it. */
  readonly exact?: Scores | undefined
  readonly weight: number
  readonly weighs: number
}

/** The scores of each page, added up, and how much the matching words say. */
function summed(each: readonly Found[]): ReadonlyMap<string, { readonly score: number; readonly matched: number }> {
  const sums = new Map<string, { score: number; matched: number }>()
  for (const { scores, exact, weight, weighs } of each)
    for (const [path, score] of scores) {
      const sum = sums.get(path)
      const share = exact && !exact.has(path) ? byMeaning : 1
      sums.set(path, { score: (sum?.score ?? 0) + score * weight, matched: (sum?.matched ?? 0) + weighs * share })
    }
  return sums
}

/** Longer texts aren't searches: the paste's own reading answers then. */
const longestTyped = 300

type Scores = ReadonlyMap<string, number>

const scaled = (scores: Scores, by: number): Scores => new Map([...scores].map(([path, score]) => [path, score * by]))

/** Of several ways to understand one word, the best for each page. */
function best(ways: readonly Scores[]): Scores {
  const found = new Map<string, number>()
  for (const scores of ways) for (const [path, score] of scores) found.set(path, Math.max(score, found.get(path) ?? 0))
  return found
}

/** Pages that have all of these; if there are none, those that have the most. */
function inMost(each: readonly Scores[]): Scores {
  const sums = summed(each.map((scores) => ({ scores, weight: 1, weighs: 1 })))
  const most = Math.max(0, ...[...sums.values()].map(({ matched }) => matched))
  const share = most / Math.max(1, each.length)
  if (share < leastShare) return new Map()
  return new Map(
    [...sums].flatMap(([path, { score, matched }]) =>
      matched === most ? [[path, (score / each.length) * share] as const] : [],
    ),
  )
}

/** Of a name's parts: fewer say nothing about it. */
const leastShare = 0.5
