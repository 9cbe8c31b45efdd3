// Ranks the site's pages for what someone typed. Runs in the browser over the index that the build writes; tests run it over the same index.
import MiniSearch from 'minisearch'
import { type Entry, entryOf, fieldOf, keyOf, pairsOf, plainly, type SearchPage } from './page-entry.ts'
import { spelling } from './spelling.ts'
import { inEnglish, synonymsOf } from './synonyms.ts'
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
  /** What was typed is its title or one of its everyday names, word for word. */
  readonly isSubject: boolean
}

/** The index, ready to be asked. */
export interface Ranking {
  /** The pages for a typed text, the best first. */
  readonly rank: (typed: string) => readonly Hit[]
  /** Does any page have this word? */
  readonly knows: (word: string) => boolean
  /** The page at a path, as a hit. */
  readonly page: (path: string) => Hit | undefined
}

/** The most pages that are shown. */
const most = 12

/** How much a match counts, by where it is. */
const boost = { title: 10, name: 5, keywords: 11, description: 1.8, headings: 3, names: 2, text: 1.25 }

/** How much a kind of page counts; the longest matching start wins. Pages that list everything, or hold every word of the subject, would come first otherwise. */
const pageWeights: readonly (readonly [start: string, weight: number])[] = [
  ['billing/pages-and-actions', 0.8],
  ['messages/', 0.8],
  // Fewer denials come from these.
  ['messages/boundary-', 0.6],
  ['messages/session-', 0.6],
  ['messages/rcp-', 0.6],
  ['messages/vpc-endpoint-', 0.6],
  ['policies/rules', 0.25],
  ['policies/what-is-checked', 0.35],
  ['policies/compare-proof', 0.5],
  ['messages/no-detail', 0.7],
  ['messages/other-clouds-and-databases', 0.6],
  ['start/', 0.4],
  ['start/glossary', 0.6],
  ['hosting/', 0.6],
  ['reference/', 0.6],
  ['checks/', 0.35],
]

/** A common denial is about one of many reasons; articles say more. */
const asPart = 0.75

const weightOf = (path: string): number => (path.includes('#') ? asPart : weightOfPage(path))

const weightOfPage = (path: string): number =>
  pageWeights.reduce((best, row) => (path.startsWith(row[0]) && row[0].length > best[0].length ? row : best), [
    '',
    1,
  ] as readonly [string, number])[1]

/** Weights of a way to understand a word. */
const bySynonym = 0.6
const byParts = 0.7
const bySlip = 0.6

/** Words that could be in every question here: the others say what it's about. */
const weak: ReadonlySet<string> = new Set(
  termsOf(
    'access denied deny permission error allow need problem work working policy account aws not user page console use used using',
  ),
)
const weakly = 0.4

/** A name such as "GetBillingData" says more about what is meant than a word. */
const asName = 1.75

const weightOfWord = ({ whole, parts }: Word): number => (weak.has(whole) ? weakly : parts.length > 1 ? asName : 1)

/** A word that few pages have says more about which page is meant. */
const rarity = (pagesWithIt: number, pages: number): number => Math.sqrt(Math.log(1 + pages / pagesWithIt))

/** A page that has only another word for what was typed covers it less. */
const byMeaning = 0.7

/** How steeply a page loses that lacks some of the words. */
const byCoverage = 1.2

/** What it adds if all words that are next to each other in the typed text are so on the page, too. */
const byPairs = 0.6

/** What it adds if the typed text is a page's subject, word for word. */
const asSubject = 3

/** In a page's own phrases, another word of the same meaning is almost as good as the word itself. */
const byOtherWord = 0.95

/** A phrase of which a word is missing says much less. */
const byWholePhrase = 2.5

/** How much a page's description is like a phrase of its own. */
const asDescription = 0.3

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
  const entries = new Map(pages.map((page) => [page.path, entryOf(page)]))

  /** The pages that have a stem, or a word that begins like it, with their scores. */
  const having = (term: string, prefix = false): Scores =>
    new Map(index.search(term, { prefix }).map(({ id, score }) => [String(id), score]))

  const spelled = spelling({
    knows: (stem) => known.has(stem) || synonymsOf(stem).some((other) => known.has(other)),
    words: vocabulary,
  })

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

  const rank = (text: string): readonly Hit[] => {
    const typed = inEnglish(text.slice(0, longestTyped), (word) => known.has(stemOf(word)))
    const words = distinct(spelled(wordsOf(typed)))
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
    const asked = found.reduce((sum, { weighs }) => sum + weighs, 0)
    const meant = meaningsOf(words)
    const waysOf = words.map(({ whole, parts }) => [whole, ...parts, ...synonymsOf(whole)])
    const [letters, stems] = [plainly(typed), keyOf(words.map(({ whole }) => whole))]
    const typedPairs = pairsOf(words.map(({ whole }) => whole))
    const pairShare = ({ pairs }: Entry): number =>
      typedPairs.filter((pair) => pairs.has(pair)).length / Math.max(1, typedPairs.length)
    const likeness = ({ phrases, description }: Entry): number =>
      Math.max(aboutness(phrases, waysOf, meant), asDescription * aboutness([description], waysOf, meant))
    const isSubject = ({ subjects, keys }: Entry): boolean => subjects.has(letters) || keys.has(stems)
    return [...summed(found)]
      .flatMap(([path, { score, matched }]) => {
        const entry = entries.get(path)
        if (!entry) return []
        const covered = (matched / asked) ** byCoverage
        return [
          {
            entry,
            score:
              score *
              covered *
              (1 + byPairs * pairShare(entry)) *
              weightOf(entry.page.path) *
              (1 + likeness(entry) + (isSubject(entry) ? asSubject : 0)),
          },
        ]
      })
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ entry }) => hitOf(entry, words, isSubject(entry)))
  }
  const page = (path: string): Hit | undefined => {
    const entry = entries.get(path)
    return entry && hitOf(entry)
  }
  return { rank, page, knows: (word) => plain.has(stemOf(word)) }
}

function hitOf({ page, subjects }: Entry, words: readonly Word[] = [], isSubject = false): Hit {
  const own = new Set(termsOf([...subjects, fieldOf(page, 'name')].join(' ')))
  const [path = '', anchor] = page.path.split('#')
  return {
    path,
    title: page.whole ?? page.title,
    description: page.description,
    section: anchor === undefined ? sectionOf(page, words) : { text: page.title, anchor },
    isAbout: words.length > 0 && words.every(({ whole }) => own.has(whole)),
    isSubject,
  }
}

function sectionOf({ headings }: SearchPage, words: readonly Word[]): Hit['section'] {
  const counted = headings.map(([text, anchor]) => {
    const terms = new Set(termsOf(text))
    return { text, anchor, count: words.filter(({ whole }) => terms.has(whole)).length }
  })
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a), { text: '', anchor: '', count: 1 })
  return best.count > 1 ? { text: best.text, anchor: best.anchor } : undefined
}

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

/** What was typed, as stems with how sure each is meant. */
function meaningsOf(words: readonly Word[]): ReadonlyMap<string, number> {
  const stems = words.flatMap(({ whole, parts }) => [whole, ...parts])
  return new Map([
    ...stems.flatMap(synonymsOf).map((stem) => [stem, byOtherWord] as const),
    ...stems.map((stem) => [stem, 1] as const),
  ])
}

/** How completely what was typed covers one of a page's own phrases, and how much of what was typed: 0 to 3. */
function aboutness(
  phrases: readonly (readonly string[])[],
  words: readonly (readonly string[])[],
  meant: ReadonlyMap<string, number>,
): number {
  let best = 0
  for (const phrase of phrases) {
    if (phrase.length === 0) continue
    const covered = phrase.reduce((sum, stem) => sum + (meant.get(stem) ?? 0), 0) / phrase.length
    const share = words.filter((ways) => ways.some((stem) => phrase.includes(stem))).length / words.length
    best = Math.max(best, covered ** byWholePhrase * (share + (share === 1 ? 2 : 0)))
  }
  return best
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
