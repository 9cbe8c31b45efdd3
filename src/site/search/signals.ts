// What speaks for a page as the answer to what was typed. Each signal is a number; weights.ts says how much it counts.
import { type Entry, fieldOf } from './page-entry.ts'
import { stemOf } from './words.ts'

/** A typed word with its other meanings. */
export interface TypedWord {
  readonly whole: string
  /** The stems that it can mean, each with how sure that is. */
  readonly ways: ReadonlyMap<string, number>
  /** How much it says about which page is meant. */
  readonly says: number
}

/** What was typed, in the forms that the pages are compared with. */
export interface Typed {
  readonly words: readonly TypedWord[]
  /** What all its words say. */
  readonly says: number
  /** Every stem that one of its words can mean. */
  readonly meant: ReadonlyMap<string, number>
  readonly pairs: readonly string[]
}

/** `pairs`: stems that were typed next to each other. */
export function typedOf(words: readonly TypedWord[], pairs: readonly string[]): Typed {
  const meant = new Map<string, number>()
  for (const { ways } of words) for (const [stem, sure] of ways) meant.set(stem, Math.max(sure, meant.get(stem) ?? 0))
  const says = words.reduce((sum, word) => sum + word.says, 0)
  return { words, says, meant, pairs }
}

/** What the index found of a page. */
export interface Matched {
  readonly score: number
  /** The share of the typed words that the page has. */
  readonly share: number
  /** Is the typed text its subject, word for word? */
  readonly is: boolean
  /** How likely the phrases that people ask with make it, as a logarithm. */
  readonly likelihood: number
}

/** What speaks for a page, in the order of weights.ts. */
export interface Signals {
  /** The index's score, as a logarithm. */
  readonly score: number
  /** The share of the typed words that the page has, as a logarithm. */
  readonly covered: number
  /** The share of typed words that are next to each other on the page, too. */
  readonly pairs: number
  /** How completely one of its phrases and the typed text cover each other, and whether they're the same. */
  readonly subject: number
  /** How many of its phrases are like the typed text, and how much. */
  readonly phrases: number
  /** The phrase that is most like it, without other words of the same meaning. */
  readonly phrase: number
  /** The share of typed words in its everyday names: as they are, and in other words. */
  readonly named: number
  readonly meant: number
  /** Does it belong to a service that was typed, and was that the first word? */
  readonly service: number
  readonly serviceFirst: number
  /** The share of typed words in the service's name, where its page is all that the site says of the service. */
  readonly onlyPage: number
  /** Is it a common denial of a service that wasn't typed, or of one or two words? */
  readonly otherService: number
  readonly fewWords: number
  /** How likely phrases that people ask with make it: 0 for one that's as likely as any other, as a logarithm. */
  readonly asked: number
}

/** The names of all signals. */
export const signalNames = [
  'score',
  'covered',
  'pairs',
  'subject',
  'phrases',
  'phrase',
  'named',
  'meant',
  'service',
  'serviceFirst',
  'onlyPage',
  'otherService',
  'fewWords',
  'asked',
] as const satisfies readonly (keyof Signals)[]

/** The rarity of a stem among the pages' phrases: rare ones say more. */
export type Rarity = (stem: string) => number

export function signalsOf(
  entry: Entry,
  typed: Typed,
  { score, share, is, likelihood }: Matched,
  rarity: Rarity,
): Signals {
  const likeness = entry.phrases.map((phrase) => similarity(phrase, typed, rarity))
  const atService = typed.words.findIndex(({ whole }) => entry.service.has(whole))
  const isPart = entry.page.path.includes('#')
  const name = stemOf(fieldOf(entry.page, 'name'))
  const named = (stem: string): number =>
    stem === name ? 1 : entry.service.has(stem) || entry.everyday.has(stem) ? nearly : 0
  return {
    score: Math.log(score),
    covered: Math.log(share),
    pairs: typed.pairs.filter((pair) => entry.pairs.has(pair)).length / Math.max(1, typed.pairs.length),
    subject: Math.log(1 + aboutness(entry, typed) + (is ? asSubject : 0)),
    phrases: Math.log(1 + likeness.reduce((sum, { inOtherWords }) => sum + inOtherWords ** 3, 0)),
    phrase: Math.max(0, ...likeness.map(({ wordForWord }) => wordForWord)),
    named: shareIn(typed, ({ whole }) => (entry.everyday.has(whole) ? 1 : 0)),
    meant: shareIn(typed, ({ ways }) => bestOf(ways, entry.everyday)),
    service: atService >= 0 ? 1 : 0,
    serviceFirst: atService === 0 ? 1 : 0,
    onlyPage: entry.isAlone ? shareIn(typed, ({ whole }) => named(whole)) : 0,
    otherService: isPart && atService < 0 ? 1 : 0,
    fewWords: isPart && typed.words.length < 3 ? 1 : 0,
    asked: likelihood,
  }
}

/** A word of a service's name says less than its prefix: "connect" is in many names. */
const nearly = 0.7

/** What it adds if the typed text is a page's subject, word for word. */
const asSubject = 3

/** In a page's own phrases, another word of the same meaning is almost as good as the word itself. */
const byOtherWord = 0.95

/** A phrase of which a word is missing says much less. */
const byWholePhrase = 2.5

/** How much a page's description is like a phrase of its own. */
const asDescription = 0.3

/** How completely what was typed covers one of a page's own phrases, and how much of what was typed: 0 to 3. */
function aboutness({ phrases, description }: Entry, { words, meant }: Typed): number {
  const ofPhrase = (phrase: readonly string[]): number => {
    if (phrase.length === 0 || !phrase.some((stem) => meant.has(stem))) return 0
    const covered =
      phrase.reduce(
        (sum, stem) => sum + (words.some(({ whole }) => whole === stem) ? 1 : meant.has(stem) ? byOtherWord : 0),
        0,
      ) / phrase.length
    const share = words.filter(({ ways }) => phrase.some((stem) => ways.has(stem))).length / words.length
    return covered ** byWholePhrase * (share + (share === 1 ? 2 : 0))
  }
  return Math.max(most(phrases, ofPhrase), asDescription * ofPhrase(description))
}

/** The share of what was typed that a page has. */
const shareIn = ({ words, says }: Typed, has: (word: TypedWord) => number): number =>
  words.reduce((sum, word) => sum + word.says * has(word), 0) / says

function bestOf(ways: ReadonlyMap<string, number>, stems: ReadonlySet<string>): number {
  let best = 0
  for (const [stem, sure] of ways) if (sure > best && stems.has(stem)) best = sure
  return best
}

interface Likeness {
  /** 0 to 1. */
  readonly inOtherWords: number
  readonly wordForWord: number
}

const unlike: Likeness = { inOtherWords: 0, wordForWord: 0 }

/** How much of a phrase was typed, and how much of what was typed is in the phrase: the geometric mean of both. */
function similarity(phrase: readonly string[], typed: Typed, rarity: Rarity): Likeness {
  if (!phrase.some((stem) => typed.meant.has(stem))) return unlike
  const whole = phrase.reduce((sum, stem) => sum + rarity(stem), 0)
  const mean = (isWay: (word: TypedWord, stem: string) => number): number => {
    const covered = phrase.reduce((sum, stem) => sum + rarity(stem) * most(typed.words, (word) => isWay(word, stem)), 0)
    return Math.sqrt((covered / whole) * shareIn(typed, (word) => most(phrase, (stem) => isWay(word, stem))))
  }
  return {
    inOtherWords: mean(({ ways }, stem) => ways.get(stem) ?? 0),
    wordForWord: mean((word, stem) => (word.whole === stem ? 1 : 0)),
  }
}

const most = <Item>(items: readonly Item[], ratingOf: (item: Item) => number): number =>
  items.reduce((best, item) => Math.max(best, ratingOf(item)), 0)
