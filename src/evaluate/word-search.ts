import type { Glob } from '../iam/index.ts'

/*
 * Finds texts that tell patterns apart: for every set of patterns that some text can match together (and no others), the shortest such text.
 * The patterns run side by side as automata, breadth first; a state is the set of places each of them can be in.
 */

/** A pattern as a word is matched against it. */
export interface Word {
  readonly glob: Glob
  /** Under IgnoreCase. */
  readonly folded: boolean
  /** How many leading colons no wildcard may cross: 5 for an ARN, else 0. */
  readonly colons: number
}

/** What a pattern's next place asks for. */
type Token =
  | { readonly is: 'letter'; readonly letter: string }
  | { readonly is: 'any'; readonly notColon: boolean }
  | { readonly is: 'star'; readonly notColon: boolean }

interface Automaton {
  readonly tokens: readonly Token[]
  readonly folded: boolean
}

/** The places that each pattern can be in; the first of them is 0, the end is the number of its tokens. */
type State = readonly (readonly number[])[]

/** More states than this are not visited. */
const mostStates = 3000

/** Texts that between them match every combination of the patterns that any text can match; the bound may leave rare ones out. */
export function tellingTexts(words: readonly Word[]): readonly string[] {
  const automata = words.map(automatonOf)
  const found = new Map<string, string>()
  const first: State = automata.map((automaton) => spread(automaton, [0]))
  const seen = new Set([keyOf(first)])
  const queue: { readonly state: State; readonly text: string }[] = [{ state: first, text: '' }]
  for (let i = 0; i < queue.length && seen.size < mostStates; i++) {
    const { state, text } = queue[i] ?? { state: first, text: '' }
    const matched = automata.map(({ tokens }, at) => Number(state[at]?.includes(tokens.length) ?? false)).join('')
    // An empty text means "no value" to some operators: a longer one that does the same is better.
    if (!found.get(matched)) found.set(matched, text)
    for (const letter of lettersOf(automata, state)) {
      const next = automata.map((automaton, at) => step(automaton, state[at] ?? [], letter))
      const key = keyOf(next)
      if (seen.has(key)) continue
      seen.add(key)
      queue.push({ state: next, text: text + letter })
    }
  }
  return [...found.values()]
}

const keyOf = (state: State): string => state.map((places) => places.join(',')).join('|')

function automatonOf({ glob, folded, colons }: Word): Automaton {
  const tokens: Token[] = []
  let left = colons
  glob.forEach(({ text, any }, i) => {
    if (i > 0) tokens.push({ is: 'star', notColon: left > 0 })
    const holes = new Set(any)
    for (let at = 0; at < text.length; at++) {
      if (holes.has(at)) tokens.push({ is: 'any', notColon: left > 0 })
      else {
        tokens.push({ is: 'letter', letter: text[at] ?? '' })
        if (text[at] === ':') left--
      }
    }
  })
  return { tokens, folded }
}

/** A star may stand for nothing: whoever is before it is behind it too. */
function spread({ tokens }: Automaton, places: readonly number[]): readonly number[] {
  const all = new Set<number>()
  for (let place of places) {
    all.add(place)
    while (tokens[place]?.is === 'star') all.add(++place)
  }
  return [...all].sort((a, b) => a - b)
}

function step(automaton: Automaton, places: readonly number[], letter: string): readonly number[] {
  const next: number[] = []
  for (const place of places) {
    const token = automaton.tokens[place]
    if (!token || !accepts(token, letter, automaton.folded)) continue
    next.push(token.is === 'star' ? place : place + 1)
  }
  return spread(automaton, next)
}

function accepts(token: Token, letter: string, folded: boolean): boolean {
  if (token.is !== 'letter') return !(token.notColon && letter === ':')
  return folded ? token.letter.toLowerCase() === letter.toLowerCase() : token.letter === letter
}

/** What the next letter can usefully be: one that some pattern waits for, in either case where one does not care, or one that none does. */
function lettersOf(automata: readonly Automaton[], state: State): readonly string[] {
  const letters = new Set<string>()
  automata.forEach(({ tokens, folded }, at) => {
    for (const place of state[at] ?? []) {
      const token = tokens[place]
      if (token?.is !== 'letter') continue
      letters.add(token.letter)
      if (folded) letters.add(token.letter.toLowerCase()).add(token.letter.toUpperCase())
    }
  })
  const other = [...'xyz0123456789abcdefghijklmnopqrstuvw'].find((letter) => !letters.has(letter))
  return other === undefined ? [...letters] : [...letters, other]
}
