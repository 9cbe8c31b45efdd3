import { type Automaton, automatonOf, type TextPattern, textWith } from '../iam/index.ts'
import type { Steps } from './steps.ts'

/** A text that represents all texts that match the same patterns. */
export interface Sample {
  readonly text: string
  /** For each pattern, in the order given: does it match? */
  readonly matches: readonly boolean[]
}

/** `complete` is false where the walk ended at its bound: rare classes can then be missing, and nothing is proven. */
export interface Samples {
  readonly samples: readonly Sample[]
  readonly complete: boolean
}

/** Steps of single automata in one walk, unless told. */
const mostSteps = 120_000

/**
 * One text per class that the patterns tell apart among the texts of a universe. All automata run side by side, breadth first, and a walk that can't
 * end inside the universe any more is cut: only texts that can exist are tried. The universe is a pattern, too, such as the form of an ARN.
 */
export function samplesWithin(
  universe: TextPattern,
  patterns: readonly Automaton[],
  counted: Steps,
  most = mostSteps,
): Samples {
  if (patterns.length === 0) return { samples: [{ text: anyTextOf(universe), matches: [] }], complete: true }
  const bounds = automatonOf(universe)
  const automata = [bounds, ...patterns]
  const found = new Map<string, Sample>()
  // Every text of the universe begins alike, so all automata take that beginning at once.
  const beginning = beginningOf(universe)
  const first = automata.map((automaton) =>
    [...beginning].reduce((state, letter) => automaton.step(state, letter), automaton.start),
  )
  const start = first.join()
  const seen = new Set([start])
  const queue: { readonly states: readonly number[]; readonly text: string }[] = [{ states: first, text: beginning }]
  let steps = 0
  const mostHere = Math.min(most, counted.left())
  const keep = (states: readonly number[], text: string): void => {
    if (!bounds.accepts(states[0] ?? 0)) return
    const matches = patterns.map((automaton, at) => automaton.accepts(states[at + 1] ?? 0))
    const name = matches.join()
    if (!found.has(name)) found.set(name, { text, matches })
  }
  for (let i = 0; i < queue.length; i++) {
    const { states, text } = queue[i] ?? { states: first, text: beginning }
    if (text !== '') keep(states, text)
    for (const letter of lettersFrom(automata, states)) {
      const within = bounds.step(states[0] ?? 0, letter)
      if (isDead(bounds, within)) continue
      const next = [within]
      for (let at = 1; at < automata.length; at++) next.push(automata[at]?.step(states[at] ?? 0, letter) ?? 0)
      steps += costOf(automata, states)
      const key = next.join()
      // A letter can lead back to the start: then it's the class of the empty text, by a text that can exist.
      if (i === 0 && key === start) keep(next, text + letter)
      if (seen.has(key)) continue
      if (steps > mostHere) {
        counted.spend(steps)
        return { samples: [...found.values()], complete: false }
      }
      seen.add(key)
      queue.push({ states: next, text: text + letter })
    }
  }
  counted.spend(steps)
  return { samples: [...found.values()], complete: true }
}

/** What every text of the universe begins with. */
const beginningOf = ({ glob: [first], ignoresCase }: TextPattern): string =>
  ignoresCase || first.any ? '' : first.text

/** A text of the universe, with a letter for every wildcard. */
const anyTextOf = ({ glob }: TextPattern): string => glob.map((piece) => textWith('x', piece)).join('x')

/** No text gets from here to a match. */
const isDead = (automaton: Automaton, state: number): boolean =>
  !automaton.accepts(state) && automaton.letters(state).length === 0 && automaton.step(state, '') === state

/** What it costs to let every automaton take one more letter. */
function costOf(automata: readonly Automaton[], states: readonly number[]): number {
  let cost = 0
  for (let i = 0; i < automata.length; i++) cost += automata[i]?.cost(states[i] ?? 0) ?? 0
  return cost
}

/** Every letter that some pattern waits for here, and one that none does. */
function lettersFrom(automata: readonly Automaton[], states: readonly number[]): ReadonlySet<string> {
  const letters = new Set<string>()
  for (let i = 0; i < automata.length; i++)
    for (const letter of automata[i]?.letters(states[i] ?? 0) ?? []) letters.add(letter)
  const other = others.find((letter) => !letters.has(letter))
  return other === undefined ? letters : letters.add(other)
}

/** The first reads best in an example. */
const others: readonly string[] = [...'xyz0123456789abcdefghijklmnopqrstuvw', ...'äöü\uE000\uE001\uE002']

/** An automaton from a state on, and what each state in which a text leaves it comes to. */
export interface Run {
  readonly automaton: Automaton
  readonly start: number
  readonly outcome: (state: number) => number
}

/** States that are visited at most by `textsApart`, and texts that it finds at most. */
const mostVisited = 4_000
const mostTexts = 64

/** One text for every way in which the runs can come out together; the empty text isn't one. */
export function textsApart(
  runs: readonly Run[],
  counted: Steps,
): { readonly texts: readonly string[]; readonly complete: boolean } {
  if (runs.length === 0) return { texts: [], complete: true }
  const automata = runs.map(({ automaton }) => automaton)
  const first = runs.map(({ start }) => start)
  const found = new Map<string, string>()
  const seen = new Set<string>()
  const queue: { readonly states: readonly number[]; readonly text: string }[] = [{ states: first, text: '' }]
  for (let i = 0; i < queue.length; i++) {
    const { states, text } = queue[i] ?? { states: first, text: '' }
    for (const letter of lettersFrom(automata, states)) {
      counted.spend(costOf(automata, states))
      const next = automata.map((automaton, at) => automaton.step(states[at] ?? 0, letter))
      const name = next.join()
      if (seen.has(name)) continue
      seen.add(name)
      if (seen.size > mostVisited || found.size > mostTexts || counted.left() <= 0)
        return { texts: [...found.values()], complete: false }
      const outcome = runs.map((run, at) => run.outcome(next[at] ?? 0)).join()
      if (!found.has(outcome)) found.set(outcome, text + letter)
      queue.push({ states: next, text: text + letter })
    }
  }
  return { texts: [...found.values()], complete: true }
}
