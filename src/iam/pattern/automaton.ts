/*
 * A pattern as an automaton: which places of the pattern a text can have reached, letter by letter. Sets of places are numbered as they are met,
 * and every step is worked out once, so that many patterns can run side by side cheaply.
 */
import type { Glob } from './pattern.ts'

/** A pattern as a text is matched against it. */
export interface TextPattern {
  readonly glob: Glob
  /** Do upper and lower case match each other, as under StringEqualsIgnoreCase? */
  readonly ignoresCase: boolean
  /** How many leading colons no wildcard crosses: 5 for an ARN, otherwise 0. */
  readonly colons: number
}

/** One pattern, run letter by letter. States are numbers; `start` is the one before the first letter. */
export interface Automaton {
  readonly start: number
  /** Does a text that ends in this state match? */
  accepts(state: number): boolean
  /** The state after one more letter. */
  step(state: number, letter: string): number
  /** The letters that lead somewhere of their own from this state. All other letters lead to one and the same state. */
  letters(state: number): readonly string[]
  /** What a step from this state costs: 1, and more where a long pattern can have reached many places. */
  cost(state: number): number
}

/** What the next place of a pattern asks for. */
type Token =
  | { readonly is: 'letter'; readonly letter: string }
  | { readonly is: 'any'; readonly notColon: boolean }
  | { readonly is: 'star'; readonly notColon: boolean }

interface State {
  readonly places: readonly number[]
  readonly letters: readonly string[]
  readonly next: Map<string, number>
}

/** Patterns that people write reach fewer places at the same time. */
const placesPerStep = 32

/** Builds the automaton of a pattern. Its states are computed on demand. */
export function automatonOf(pattern: TextPattern): Automaton {
  const tokens = tokensOf(pattern)
  const { ignoresCase } = pattern
  const states: State[] = []
  const numbers = new Map<string, number>()
  const numberOf = (reached: readonly number[]): number => {
    const places = fromLastStar(tokens, spread(tokens, reached))
    const name = places.join()
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, states.length)
    return states.push({ places, letters: lettersAt(places, tokens, ignoresCase), next: new Map() }) - 1
  }
  const start = numberOf([0])
  return {
    start,
    accepts: (state) => states[state]?.places.at(-1) === tokens.length,
    letters: (state) => states[state]?.letters ?? [],
    cost: (state) => 1 + Math.floor((states[state]?.places.length ?? 0) / placesPerStep),
    step(at, letter) {
      const state = states[at]
      if (!state) return at
      // All letters that no place expects lead to the same state.
      const asked = state.letters.includes(letter) ? letter : ''
      const known = state.next.get(asked)
      if (known !== undefined) return known
      const reached = state.places.flatMap((place) => {
        const token = tokens[place]
        if (!token || !takes(token, asked, ignoresCase)) return []
        return [token.is === 'star' ? place : place + 1]
      })
      const next = numberOf(reached)
      state.next.set(asked, next)
      return next
    },
  }
}

function tokensOf({ glob, colons }: TextPattern): readonly Token[] {
  const tokens: Token[] = []
  let left = colons
  glob.forEach(({ text, any }, i) => {
    if (i > 0) tokens.push({ is: 'star', notColon: left > 0 })
    const holes = new Set(any)
    for (let at = 0; at < text.length; at++) {
      if (holes.has(at)) tokens.push({ is: 'any', notColon: left > 0 })
      else {
        tokens.push({ is: 'letter', letter: text.charAt(at) })
        if (text[at] === ':') left--
      }
    }
  })
  return tokens
}

/** A star can match the empty string: a text that has reached the place before it has also reached the place after it. */
function spread(tokens: readonly Token[], places: readonly number[]): readonly number[] {
  const all = new Set<number>()
  for (let place of places) {
    all.add(place)
    while (tokens[place]?.is === 'star') all.add(++place)
  }
  return [...all].sort((a, b) => a - b)
}

/** A star that takes every letter takes all that could happen before it, too: places before it add nothing. */
function fromLastStar(tokens: readonly Token[], places: readonly number[]): readonly number[] {
  const last = places.findLastIndex((place) => {
    const token = tokens[place]
    return token?.is === 'star' && !token.notColon
  })
  return last > 0 ? places.slice(last) : places
}

/** The empty text is a letter that the pattern doesn't name. */
function takes(token: Token, letter: string, ignoresCase: boolean): boolean {
  if (token.is !== 'letter') return !(token.notColon && letter === ':')
  return ignoresCase ? token.letter.toLowerCase() === letter.toLowerCase() : token.letter === letter
}

/** Both cases of a letter, as far as they are single letters, and a sign that has the same small letter. */
const caseVariants = (letter: string): readonly string[] => {
  const small = letter.toLowerCase()
  return [small, letter.toUpperCase(), signs.get(small) ?? small].filter(({ length }) => length === 1)
}

/** The signs for kelvin, angstrom, and ohm, and two letters that aren't the usual capitals. https://www.unicode.org/Public/UNIDATA/CaseFolding.txt */
const signs: ReadonlyMap<string, string> = new Map([
  ['k', '\u212A'],
  ['å', '\u212B'],
  ['ω', '\u2126'],
  ['θ', '\u03F4'],
  ['ß', '\u1E9E'],
])

function lettersAt(places: readonly number[], tokens: readonly Token[], ignoresCase: boolean): readonly string[] {
  const letters = new Set<string>()
  for (const place of places) {
    const token = tokens[place]
    if (token?.is === 'letter') {
      letters.add(token.letter)
      if (ignoresCase) for (const other of caseVariants(token.letter)) letters.add(other)
    } else if (token?.notColon) letters.add(':')
  }
  return [...letters]
}
