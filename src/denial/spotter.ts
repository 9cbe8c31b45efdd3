// Dozens of patterns are tried on a text, and nearly all of them fail. One pass over the text finds those that can match at all.
import { shortest } from './required-words.ts'

/** Something to look for only in texts that have one of its words (lower case); undefined: in every text. */
interface Wanted {
  readonly words: readonly string[] | undefined
}

/** What a text may have. False is certain, true isn’t. */
export interface Spotted {
  mayHave(wanted: Wanted): boolean
}

/** Where nothing was looked for, everything may be there. */
export const anything: Spotted = { mayHave: () => true }

/** Four letters as one number, and that number as one of 65,536. */
const withNext = (four: number, code: number): number => (four << 8) | (code & 255)
const placeOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> 16

/**
 * Looks for the words of everything wanted in one pass. The text's case and blanks don't matter, and what it lacks, every piece of it lacks. Linear in the
 * text.
 */
export function spotter(all: readonly Wanted[]): (text: string) => Spotted {
  const owners = new Map<string, Wanted[]>()
  const general = new Set<Wanted>()
  for (const wanted of all) {
    if (!wanted.words || wanted.words.some(({ length }) => length < shortest)) general.add(wanted)
    else for (const word of wanted.words) owners.set(word, [...(owners.get(word) ?? []), wanted])
  }
  /** The words by their first four letters; nearly all places of a text begin none, which the bits show without looking a word up. */
  const words = new Map<number, string[]>()
  const bits = new Uint8Array(65_536)
  for (const word of owners.keys()) {
    const four = fourAt(word, 0)
    words.set(four, [...(words.get(four) ?? []), word])
    bits[placeOf(four)] = 1
  }
  return (text) => {
    const lower = text.toLowerCase()
    const found = new Set<Wanted>()
    let four = 0
    for (let at = 0; at < lower.length; at++) {
      four = withNext(four, lower.charCodeAt(at))
      if (bits[placeOf(four)] !== 1) continue
      for (const word of words.get(four) ?? [])
        if (lower.startsWith(word, at - shortest + 1)) for (const wanted of owners.get(word) ?? []) found.add(wanted)
    }
    return { mayHave: (wanted) => found.has(wanted) || general.has(wanted) }
  }
}

function fourAt(text: string, from: number): number {
  let four = 0
  for (let at = from; at < from + shortest; at++) four = withNext(four, text.charCodeAt(at))
  return four
}
