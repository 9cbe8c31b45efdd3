// Dozens of patterns are tried on a text, and nearly all of them fail. One pass over the text finds those that can match at all.
import { once } from '../text/index.ts'
import { requiredWords, shortest } from './required-words.ts'

/** What is looked for in a text: a pattern, or any of some words in small letters, each of at least four. */
export type Sought = RegExp | (() => Iterable<string>)

/** What a text may have. False is certain, true isn’t. */
export interface Spotted {
  /** Can this pattern match in the text, or has the text one of these words? */
  mayHave(sought: Sought): boolean
}

/** Where nothing was looked for, everything may be there. */
export const anything: Spotted = { mayHave: () => true }

/**
 * Looks for the words of all that's sought in one pass. The text's case and blanks don't matter, and what it lacks, every piece of it lacks. Linear in the
 * text. Nothing is read, neither the patterns nor the text, before someone asks. What wasn't given to it may be in any text.
 */
export function spotter(all: readonly Sought[]): (text: string) => Spotted {
  const index = once(() => new WordIndex(all))
  return (text) => new SpottedIn(index, text)
}

class SpottedIn implements Spotted {
  private readonly index: () => WordIndex
  private readonly text: string
  private words: readonly number[] | undefined

  constructor(index: () => WordIndex, text: string) {
    this.index = index
    this.text = text
  }

  mayHave(sought: Sought): boolean {
    const index = this.index()
    this.words ??= index.wordsIn(this.text)
    return index.mayHold(this.words, sought)
  }
}

/** Four letters as one number, and that number as one of 65,536. */
const withNext = (four: number, code: number): number => (four << 8) | (code & 255)
const placeOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> 16

/** A word by its number, and where the four of its letters stand by which it's found. */
interface Entry {
  readonly word: string
  readonly id: number
  readonly offset: number
}

/** As `requiredWords` gives them, with the numbers of the words. */
type Needs = readonly (readonly (readonly number[])[])[]

/** What's sought by the words that it requires. A set of words is a list of numbers with 16 bits each. */
class WordIndex {
  private readonly needs: ReadonlyMap<Sought, Needs>
  private readonly entries: readonly Entry[]
  /** The words by the place of four of their letters: the number of one of them, plus one, and of each the next. */
  private readonly heads = new Uint16Array(65_536)
  private readonly nexts: Uint16Array
  /** Nearly all places of a text have none of them, which the bits show without looking further. */
  private readonly bits = new Uint32Array(2048)
  private readonly noWords: readonly number[]

  constructor(all: readonly Sought[]) {
    const required = [...new Set(all)].map(
      (sought) => [sought, sought instanceof RegExp ? requiredWords(sought) : [[[...sought()]]]] as const,
    )
    const entries = entriesOf(required.flatMap(([, alternatives]) => alternatives.flat(2)))
    const idOf = (word: string): number => entries.get(word)?.id ?? 0
    this.needs = new Map(
      required.map(([sought, alternatives]) => [
        sought,
        alternatives.map((lists) => lists.map((words) => words.map(idOf))),
      ]),
    )
    this.entries = [...entries.values()]
    this.nexts = new Uint16Array(entries.size)
    for (const entry of this.entries) this.add(entry)
    this.noWords = Array.from({ length: (entries.size >>> 4) + 1 }, () => 0)
  }

  private add(entry: Entry): void {
    const place = placeOf(fourAt(entry.word, entry.offset))
    this.nexts[entry.id] = this.heads[place] ?? 0
    this.heads[place] = entry.id + 1
    this.bits[place >>> 5] = (this.bits[place >>> 5] ?? 0) | (1 << (place & 31))
  }

  wordsIn(text: string): readonly number[] {
    const lower = text.toLowerCase()
    const found = this.noWords.slice()
    const { bits } = this
    let four = 0
    for (let at = 0; at < lower.length; at++) {
      four = withNext(four, lower.charCodeAt(at))
      const place = placeOf(four)
      if (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) this.note(found, place, lower, at - shortest + 1)
    }
    return found
  }

  private note(found: number[], place: number, text: string, at: number): void {
    for (let id = (this.heads[place] ?? 0) - 1; id >= 0; id = (this.nexts[id] ?? 0) - 1) {
      const entry = this.entries[id]
      if (entry && !has(found, id) && stands(entry.word, text, at - entry.offset))
        found[id >>> 4] = (found[id >>> 4] ?? 0) | (1 << (id & 15))
    }
  }

  mayHold(found: readonly number[], sought: Sought): boolean {
    const needs = this.needs.get(sought)
    if (needs === undefined || needs.length === 0) return true
    for (const lists of needs) if (hasEach(found, lists)) return true
    return false
  }
}

const has = (found: readonly number[], id: number): boolean => (((found[id >>> 4] ?? 0) >>> (id & 15)) & 1) === 1

/** Is a word of each list there? */
function hasEach(found: readonly number[], lists: readonly (readonly number[])[]): boolean {
  for (const words of lists) {
    let hasOne = false
    for (let i = 0; i < words.length && !hasOne; i++) hasOne = has(found, words[i] ?? 0)
    if (!hasOne) return false
  }
  return true
}

/** Is the word at this place of the text? `startsWith` takes longer for short words. */
function stands(word: string, text: string, at: number): boolean {
  if (at < 0 || at + word.length > text.length) return false
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false
  return true
}

/** An entry for each word, by the four of its letters that the fewest words have. */
function entriesOf(words: readonly string[]): ReadonlyMap<string, Entry> {
  const different = [...new Set(words)]
  const counts = new Map<number, number>()
  for (const word of different)
    for (let at = 0; at + shortest <= word.length; at++) {
      const four = fourAt(word, at)
      counts.set(four, (counts.get(four) ?? 0) + 1)
    }
  const rarest = (word: string): number => {
    let best = 0
    const countAt = (at: number): number => counts.get(fourAt(word, at)) ?? 0
    for (let at = 1; at + shortest <= word.length; at++) if (countAt(at) < countAt(best)) best = at
    return best
  }
  return new Map(different.map((word, id) => [word, { word, id, offset: rarest(word) }]))
}

function fourAt(word: string, from: number): number {
  let four = 0
  for (let at = from; at < from + shortest; at++) four = withNext(four, word.charCodeAt(at))
  return four
}
