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
}

/** Steps of single patterns before the search ends: some hundred milliseconds at most. */
const mostSteps = 2_000_000

/**
 * One text per reachable class: texts that between them match every combination of the patterns that any text can match. The empty text represents
 * a class only if no other text does. `most` bounds the steps taken; patterns without a bound on their product end there.
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

/** Every letter that some pattern expects here, and one that no pattern expects. */
function lettersFrom(automata: readonly Automaton[], states: readonly number[]): readonly string[] {
  const letters = new Set(automata.flatMap((automaton, i) => automaton.letters(states[i] ?? 0)))
  const other = others.find((letter) => !letters.has(letter))
  return other === undefined ? [...letters] : [...letters, other]
}

/** At least one of these letters is in no pattern, unless the patterns expect all of them at once. */
const others: readonly string[] = [...'xyz0123456789abcdefghijklmnopqrstuvw', ...'äöü\uE000\uE001\uE002']
