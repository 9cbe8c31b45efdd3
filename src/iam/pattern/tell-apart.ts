/*
 * Finds texts that tell patterns apart: for every set of patterns that some text can match together (and no others), a shortest such text. The
 * patterns run side by side as automata, breadth first.
 */
import { type Automaton, automatonOf, type TextPattern } from './automaton.ts'

/** All texts that match the same patterns, by one of them. */
export interface TextClass {
  readonly text: string
  /** For each pattern, in the order given: does it match? */
  readonly matches: readonly boolean[]
}

/** The classes of texts that a set of patterns tells apart. */
export interface TextClasses {
  readonly classes: readonly TextClass[]
  /** False where the search ended at its bound: rare classes can then be missing. */
  readonly complete: boolean
}

/** Steps of single patterns before the search ends: some hundred milliseconds at most. */
const mostSteps = 2_000_000

/**
 * One text per reachable class: texts that between them match every combination of the patterns that any text can match. The empty text stands
 * for a class only where no other text does. `most` bounds the steps taken; patterns without a bound on their product end there.
 */
export function tellApart(patterns: readonly TextPattern[], most = mostSteps): TextClasses {
  const automata = patterns.map(automatonOf)
  const found = new Map<string, TextClass>()
  let steps = 0
  const complete = walk(automata, (states, text) => {
    const matches = automata.map((automaton, i) => automaton.accepts(states[i] ?? 0))
    const name = matches.map(Number).join('')
    if (!found.get(name)?.text) found.set(name, { text, matches })
    steps += automata.length + 1
    return steps <= most
  })
  return { classes: [...found.values()], complete }
}

/**
 * Visits every state that the automata can be in together, breadth first, each with a shortest text that leads there. `visit` returns false to
 * end the walk; the result says whether it went to the end.
 */
export function walk(
  automata: readonly Automaton[],
  visit: (states: readonly number[], text: string) => boolean,
): boolean {
  const first = automata.map(({ start }) => start)
  const seen = new Set([first.join()])
  const queue: { readonly states: readonly number[]; readonly text: string }[] = [{ states: first, text: '' }]
  for (let i = 0; i < queue.length; i++) {
    const { states, text } = queue[i] ?? { states: first, text: '' }
    for (const letter of lettersFrom(automata, states)) {
      const next = automata.map((automaton, at) => automaton.step(states[at] ?? 0, letter))
      const key = next.join()
      if (seen.has(key)) {
        // A second text to the start: no longer empty, which some operators read as "no value".
        if (key === queue[0]?.states.join() && !visit(next, text + letter)) return false
        continue
      }
      seen.add(key)
      queue.push({ states: next, text: text + letter })
    }
    if (!visit(states, text)) return false
  }
  return true
}

/** Every letter that some pattern waits for here, and one that none does. */
function lettersFrom(automata: readonly Automaton[], states: readonly number[]): readonly string[] {
  const letters = new Set(automata.flatMap((automaton, i) => automaton.letters(states[i] ?? 0)))
  const other = others.find((letter) => !letters.has(letter))
  return other === undefined ? [...letters] : [...letters, other]
}

/** Of these letters at least one is in no pattern, unless the patterns wait for all of them at once. */
const others: readonly string[] = [...'xyz0123456789abcdefghijklmnopqrstuvw', ...'äöü\uE000\uE001\uE002']
