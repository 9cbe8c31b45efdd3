/*
 * Finds texts that distinguish patterns: for every set of patterns that some text matches (and no other patterns), a shortest such text. The
 * patterns run side by side as automata, breadth first.
 */
import { type Automaton, automatonOf, type TextPattern } from './automaton.ts'

/** A class of texts that match the same patterns, represented by one of them. */
export interface TextClass {
  readonly text: string
  /** For each pattern, in the order given: does it match? */
  readonly matches: readonly boolean[]
}

/** The classes of texts that a set of patterns distinguishes. */
export interface TextClasses {
  readonly classes: readonly TextClass[]
  /** False where the search ended at its bound: rare classes can then be missing. */
  readonly complete: boolean
  /** Steps of single patterns that it took. */
  readonly steps: number
}

/** Steps of single patterns before the search ends: some hundred milliseconds at most. */
const mostSteps = 10_000_000

/**
 * One text per reachable class: texts that between them match every combination of the patterns that any text can match. The empty text represents
 * a class only if no other text does. `most` bounds the steps taken; patterns without a bound on their product end there.
 */
export function tellApart(patterns: readonly TextPattern[], most = mostSteps): TextClasses {
  const found = new Map<string, TextClass>()
  let steps = 0
  const complete = walk(
    patterns.map(automatonOf),
    (runs, text) => {
      const matches = runs.map(({ automaton, state }) => automaton.accepts(state))
      const name = matches.map(Number).join('')
      if (!found.get(name)?.text) found.set(name, { text, matches })
      return true
    },
    (more) => {
      steps += more
      return steps <= most
    },
  )
  return { classes: [...found.values()], complete, steps }
}

/** An automaton, and the state that a text has brought it to. */
export interface Run {
  readonly automaton: Automaton
  readonly state: number
}

const stepped = ({ automaton, state }: Run, letter: string): Run => ({
  automaton,
  state: automaton.step(state, letter),
})
const nameOf = (runs: readonly Run[]): string => runs.map(({ state }) => state).join()

/**
 * Visits every state that the automata can be in together, breadth first, each with a shortest text that leads there. `visit` returns false to
 * end the walk, and so does `spend`, which hears of the steps before they are taken; the result says whether it went to the end.
 */
export function walk(
  automata: readonly Automaton[],
  visit: (runs: readonly Run[], text: string) => boolean,
  spend: (steps: number) => boolean = () => true,
): boolean {
  const first = automata.map((automaton): Run => ({ automaton, state: automaton.start }))
  const start = nameOf(first)
  const seen = new Set([start])
  const queue: { readonly runs: readonly Run[]; readonly text: string }[] = [{ runs: first, text: '' }]
  // The queue grows while it is walked.
  for (const { runs, text } of queue) {
    const letters = lettersFrom(runs)
    const cost = runs.reduce((sum, { automaton, state }) => sum + automaton.cost(state), 1)
    if (!spend((letters.length + 1) * cost)) return false
    for (const letter of letters) {
      const next = runs.map((run) => stepped(run, letter))
      const name = nameOf(next)
      if (seen.has(name)) {
        // A second text to the start: no longer empty, which some operators read as "no value".
        if (name === start && !visit(next, text + letter)) return false
        continue
      }
      seen.add(name)
      queue.push({ runs: next, text: text + letter })
    }
    if (!visit(runs, text)) return false
  }
  return true
}

/** Every letter that some pattern expects here, and one that no pattern expects. */
function lettersFrom(runs: readonly Run[]): readonly string[] {
  const letters = new Set(runs.flatMap(({ automaton, state }) => automaton.letters(state)))
  const other = others.find((letter) => !letters.has(letter))
  return other === undefined ? [...letters] : [...letters, other]
}

/** At least one of these letters is in no pattern, unless the patterns expect all of them at once. */
const others: readonly string[] = [...'xyz0123456789abcdefghijklmnopqrstuvw', ...'äöü\uE000\uE001\uE002']
