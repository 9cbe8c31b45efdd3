// What a typed word was meant to be, if no page has it: two words in one, one word in two, or a slip of another.
import { closest } from '../../reference/index.ts'
import { stemOf, type Word } from './words.ts'

/** What the index knows of words. */
export interface Vocabulary {
  /** Is this stem on a page, or does it mean a stem that is? */
  readonly knows: (stem: string) => boolean
  /** Whole words on the pages, in lower case, the most frequent first. */
  readonly words: readonly string[]
}

/** Shorter pieces are in every word by chance. */
const shortestPiece = 3

/** Puts typed words into the spelling of the pages. The last word may be the beginning of one that's still being typed. */
export function spelling({ knows, words }: Vocabulary): (typed: readonly Word[]) => readonly Word[] {
  const places = new Map(words.map((word, i) => [word, i]))

  const isKnown = ({ typed, whole, parts }: Word): boolean => {
    // "acces" has the stem "acc", which is another word.
    const isCut = whole.length <= 3 && typed.length - whole.length > 1
    return (knows(whole) && !isCut) || (parts.length > 0 && parts.every(knows))
  }

  /** "inv oice" */
  const asOne = (first: Word, second: Word | undefined): Word | undefined => {
    if (!second || first.parts.length > 0 || (isKnown(first) && isKnown(second))) return undefined
    const typed = first.typed + second.typed
    return places.has(typed) ? { typed, whole: stemOf(typed), parts: [] } : undefined
  }

  /** "costexplorer": of several ways, the one whose rarer word is the most frequent. */
  const asTwo = (typed: string): readonly Word[] => {
    let best: readonly string[] = []
    let rarest = Number.POSITIVE_INFINITY
    for (let i = shortestPiece; i <= typed.length - shortestPiece; i++) {
      const pieces = [typed.slice(0, i), typed.slice(i)]
      const rarer = Math.max(...pieces.map((piece) => places.get(piece) ?? Number.POSITIVE_INFINITY))
      if (rarer < rarest) [best, rarest] = [pieces, rarer]
    }
    return best.map((piece) => ({ typed: piece, whole: stemOf(piece), parts: [] }))
  }

  const meant = (word: Word, isLast: boolean): readonly Word[] => {
    if (isKnown(word) || (isLast && words.some((other) => other.startsWith(word.typed)))) return [word]
    const near = word.typed.length > shortestPiece ? closest(word.typed, words) : undefined
    if (near !== undefined) return [{ typed: near, whole: stemOf(near), parts: [] }]
    if (word.parts.length > 0) return [word]
    const pieces = asTwo(word.typed.slice(0, longestSplit))
    return pieces.length > 0 ? pieces : [word]
  }

  return (typed) => {
    const found: Word[] = []
    for (let i = 0; i < typed.length; i++) {
      const word = typed[i]
      if (!word) continue
      const one = asOne(word, typed[i + 1])
      if (one) i++
      found.push(...(one ? [one] : meant(word, i === typed.length - 1)))
    }
    return found
  }
}

/** Longer words aren't two words without a blank. */
const longestSplit = 40
