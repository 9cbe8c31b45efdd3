// What a pattern requires, so that it's tried only on a text that has it: see spotter.ts.

/** Shorter ones are in every text. */
export const shortest = 4
/** More words than this cost as much as the pattern. */
const most = 200

/** Words of which a text needs one. */
export type AnyOf = readonly string[]

/** Lists of words: a text needs one of each. */
export type AllOf = readonly AnyOf[]

/**
 * What every match of a pattern contains, in either case: of one of these alternatives, a word of each list. The words are in lower case; none where the
 * pattern requires no word. Reads the syntax that our own patterns use; what it doesn't know counts as requiring nothing.
 */
export function requiredWords({ source }: RegExp): readonly AllOf[] {
  const alternatives = new PatternReader(source).alternatives().map(different)
  const count = alternatives.flat(2).length
  return count > most || alternatives.some((lists) => lists.length === 0) ? [] : alternatives
}

/** Each list once, and each word of a list. A word that contains another one of its list adds nothing. */
function different(lists: AllOf): AllOf {
  const least = lists.map((words) =>
    [...new Set(words)].filter((word) => !words.some((other) => other !== word && word.includes(other))),
  )
  return [...new Map(least.map((words) => [words.join(' '), words])).values()]
}

class PatternReader {
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  /** Up to the end of the group or of the pattern. */
  alternatives(): readonly AllOf[] {
    const all: AllOf[] = []
    for (;;) {
      all.push(this.sequence())
      if (this.source[this.at] !== '|') return all
      this.at++
    }
  }

  /** What pieces that follow each other require: all that one of them does. */
  private sequence(): AllOf {
    const all: AnyOf[] = []
    let run = ''
    const offer = (words: AnyOf): void => {
      if (lengthOf(words) >= shortest) all.push(words)
    }
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const piece = this.piece()
      const isRepeated = this.quantifier()
      if (piece.is === 'letter' && isRepeated === 'once') {
        run += piece.letter
        continue
      }
      const last = piece.is === 'letter' && isRepeated === 'often' ? piece.letter : ''
      offer([run + last])
      run = ''
      if (piece.is === 'group' && isRepeated !== 'maybe') piece.lists.forEach(offer)
    }
    offer([run])
    return all
  }

  private piece(): Piece {
    const c = this.source[this.at++] ?? ''
    if (c === '(') return this.group()
    if (c === '[') {
      while (this.at < this.source.length && this.source[this.at] !== ']')
        this.at += this.source[this.at] === '\\' ? 2 : 1
      this.at++
      return { is: 'other' }
    }
    // A blank may be a line break by the time the pattern is tried.
    if (c !== '\\') return '.^$ '.includes(c) ? { is: 'other' } : { is: 'letter', letter: c.toLowerCase() }
    const escaped = this.source[this.at++] ?? ''
    return /\w/.test(escaped) ? { is: 'other' } : { is: 'letter', letter: escaped }
  }

  private group(): Piece {
    const [kind = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 80)) ?? []
    this.at += kind.length
    const alternatives = this.alternatives()
    this.at++
    return kind.endsWith('!') ? { is: 'other' } : { is: 'group', lists: listsOf(alternatives) }
  }

  private quantifier(): 'once' | 'often' | 'maybe' {
    const [written = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 20)) ?? []
    this.at += written.length
    if (written === '') return 'once'
    return /^(?:[?*]|\{0)/.test(written) ? 'maybe' : 'often'
  }
}

type Piece =
  | { readonly is: 'letter'; readonly letter: string }
  | { readonly is: 'group'; readonly lists: AllOf }
  | { readonly is: 'other' }

const lengthOf = (words: AnyOf): number => Math.min(...words.map(({ length }) => length))

/** What a group requires: all of its only alternative, or one word of each one's best list, whose shortest word is the longest. */
function listsOf(alternatives: readonly AllOf[]): AllOf {
  const [only = []] = alternatives
  if (alternatives.length === 1) return only
  const best = alternatives.map((lists) => [...lists].sort((a, b) => lengthOf(b) - lengthOf(a))[0])
  return best.every((words) => words !== undefined) ? [best.flat()] : []
}
