// What a pattern requires, so that it's tried only on a text that has it: see spotter.ts.

/** Shorter ones are in every text. */
export const shortest = 4
/** More words than this cost as much as the pattern. */
const most = 40

/** What a piece of a pattern requires: one of these words. Undefined where it requires none. */
type Words = readonly string[] | undefined

/**
 * Words in lower case of which every match of the pattern contains one, in either case. Undefined where the pattern has no such words. Reads the syntax that
 * our own patterns use; what it doesn't know counts as requiring nothing.
 */
export function requiredWords({ source }: RegExp): Words {
  const words = new PatternReader(source).alternatives()
  return words && words.length <= most ? [...new Set(words)] : undefined
}

class PatternReader {
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  /** Up to the end of the group or of the pattern: the words of every alternative. */
  alternatives(): Words {
    const all: string[] = []
    let isSure = true
    for (;;) {
      const words = this.sequence()
      if (words) all.push(...words)
      else isSure = false
      if (this.source[this.at] !== '|') return isSure ? all : undefined
      this.at++
    }
  }

  /** The best words of pieces that follow each other: those whose shortest is the longest. */
  private sequence(): Words {
    let best: Words
    let run = ''
    const offer = (words: Words): void => {
      if (words && lengthOf(words) >= shortest && lengthOf(words) > lengthOf(best)) best = words
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
      if (piece.is === 'group' && isRepeated !== 'maybe') offer(piece.words)
    }
    offer([run])
    return best
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
    const words = this.alternatives()
    this.at++
    return /[=!]$/.test(kind) ? { is: 'other' } : { is: 'group', words }
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
  | { readonly is: 'group'; readonly words: Words }
  | { readonly is: 'other' }

const lengthOf = (words: Words): number => (words ? Math.min(...words.map(({ length }) => length)) : 0)
