// Dozens of patterns are tried on a text, and nearly all of them fail. One pass over the text finds those that can match at all.
import { once } from '../text/index.ts'
import { requiredWords, shortest } from './required-words.ts'

/** What a text may have. False is certain, true isn’t. */
export interface Spotted {
  /** Can this pattern match in the text? */
  mayHave(pattern: RegExp): boolean
}

/** Where nothing was looked for, everything may be there. */
export const anything: Spotted = { mayHave: () => true }

/** Four letters as one number, and that number as one of 65,536. */
const withNext = (four: number, code: number): number => (four << 8) | (code & 255)
const placeOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> 16

/**
 * Looks for the words of every pattern in one pass. The text's case and blanks don't matter, and what it lacks, every piece of it lacks. Linear in the
 * text. Nothing is read, neither the patterns nor the text, before someone asks.
 */
export function spotter(patterns: readonly RegExp[]): (text: string) => Spotted {
  const index = once(() => new WordIndex(patterns))
  return (text) => {
    const found = once(() => index().foundIn(text))
    return { mayHave: (pattern) => index().general.has(pattern) || found().has(pattern) }
  }
}

/** Does a text have any of the words, in either case? One pass. Each word has at least four letters, none of them a capital. */
export function hasAny(words: Iterable<string>): (text: string) => boolean {
  const places = new Map<number, string[]>()
  const bits = new Uint8Array(65_536)
  for (const word of words) {
    const four = fourAt(word, 0)
    places.set(four, [...(places.get(four) ?? []), word])
    bits[placeOf(four)] = 1
  }
  return (text) => {
    const lower = text.toLowerCase()
    let four = 0
    for (let at = 0; at < lower.length; at++) {
      four = withNext(four, lower.charCodeAt(at))
      if (bits[placeOf(four)] !== 1) continue
      const begin = at - shortest + 1
      if (places.get(four)?.some((word) => lower.startsWith(word, begin))) return true
    }
    return false
  }
}

/** The patterns by the words that they require. */
class WordIndex {
  /** Those that any text can match. */
  readonly general = new Set<RegExp>()
  private readonly owners = new Map<string, RegExp[]>()
  /** The words by their first four letters; nearly all places of a text begin none, which the bits show without looking a word up. */
  private readonly words = new Map<number, string[]>()
  private readonly bits = new Uint8Array(65_536)

  constructor(patterns: readonly RegExp[]) {
    for (const pattern of patterns) {
      const words = requiredWords(pattern)
      if (!words) this.general.add(pattern)
      else for (const word of words) this.owners.set(word, [...(this.owners.get(word) ?? []), pattern])
    }
    for (const word of this.owners.keys()) {
      const four = fourAt(word, 0)
      this.words.set(four, [...(this.words.get(four) ?? []), word])
      this.bits[placeOf(four)] = 1
    }
  }

  foundIn(text: string): ReadonlySet<RegExp> {
    const lower = text.toLowerCase()
    const found = new Set<RegExp>()
    const { bits } = this
    let four = 0
    for (let at = 0; at < lower.length; at++) {
      four = withNext(four, lower.charCodeAt(at))
      if (bits[placeOf(four)] !== 1) continue
      for (const word of this.words.get(four) ?? [])
        if (lower.startsWith(word, at - shortest + 1))
          for (const pattern of this.owners.get(word) ?? []) found.add(pattern)
    }
    return found
  }
}

function fourAt(text: string, from: number): number {
  let four = 0
  for (let at = from; at < from + shortest; at++) four = withNext(four, text.charCodeAt(at))
  return four
}
