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
  const found = new Map<string, Sample>()
  // Every text of the universe begins alike, so all automata take that beginning at once.
  const beginning = beginningOf(universe)
  const after = (automaton: Automaton): number =>
    [...beginning].reduce((state, letter) => automaton.step(state, letter), automaton.start)
  const begun = patterns.map((automaton, pattern) => ({ pattern, automaton, state: after(automaton) }))
  const first: Place = { within: after(bounds), ...sorted(begun, []), text: beginning }
  const start = nameOf(first)
  const seen = new Set([start])
  const queue: Place[] = [first]
  let steps = 0
  const mostHere = Math.min(most, counted.left())
  const keep = (place: Place): void => {
    if (!bounds.accepts(place.within)) return
    const matched = matchedIn(place)
    const name = matched.join()
    if (found.has(name)) return
    const matches = patterns.map(() => false)
    for (const pattern of matched) matches[pattern] = true
    found.set(name, { text: place.text, matches })
  }
  for (let i = 0; i < queue.length; i++) {
    const place = queue[i] ?? first
    if (place.text !== '') keep(place)
    for (const letter of lettersFrom([{ automaton: bounds, state: place.within }, ...place.open])) {
      const within = bounds.step(place.within, letter)
      if (isDead(bounds, within)) continue
      const stepped = place.open.map(({ pattern, automaton, state }) => ({
        pattern,
        automaton,
        state: automaton.step(state, letter),
      }))
      const next: Place = { within, ...sorted(stepped, place.matched), text: place.text + letter }
      steps += bounds.cost(place.within) + costOf(place.open)
      const key = nameOf(next)
      // A letter can lead back to the start: then it's the class of the empty text, by a text that can exist.
      if (i === 0 && key === start) keep(next)
      if (seen.has(key)) continue
      if (steps > mostHere) {
        counted.spend(steps)
        return { samples: [...found.values()], complete: false }
      }
      seen.add(key)
      queue.push(next)
    }
  }
  counted.spend(steps)
  return { samples: [...found.values()], complete: true }
}

/** An automaton in one of its states. */
interface At {
  readonly automaton: Automaton
  readonly state: number
}

/** Where a text leads. Patterns that no further letter changes aren't walked on, so 500 ARNs cost little more than the few that begin alike. */
interface Place {
  readonly text: string
  /** The state of the universe's own automaton. */
  readonly within: number
  readonly open: readonly (At & { readonly pattern: number })[]
  /** Patterns that match this text and every longer one. */
  readonly matched: readonly number[]
}

/** The patterns that a further letter can still change, and those that match whatever follows. */
function sorted(all: Place['open'], known: Place['matched']): Pick<Place, 'open' | 'matched'> {
  const isSettled = ({ automaton, state }: At): boolean =>
    automaton.letters(state).length === 0 && automaton.step(state, '') === state
  const open = all.filter((each) => !isSettled(each))
  if (open.length === all.length) return { open, matched: known }
  const more = all.filter((each) => isSettled(each) && each.automaton.accepts(each.state))
  return { open, matched: [...known, ...more.map(({ pattern }) => pattern)].sort((a, b) => a - b) }
}

const nameOf = ({ within, open, matched }: Place): string =>
  `${within};${open.map(({ pattern, state }) => `${pattern}:${state}`).join()};${matched.join()}`

/** The patterns that match a text, in order. */
const matchedIn = ({ open, matched }: Place): readonly number[] =>
  [...matched, ...open.flatMap(({ pattern, automaton, state }) => (automaton.accepts(state) ? [pattern] : []))].sort(
    (a, b) => a - b,
  )

/** What every text of the universe begins with. */
const beginningOf = ({ glob: [first], ignoresCase }: TextPattern): string =>
  ignoresCase || first.any ? '' : first.text

/** A text of the universe, with a letter for every wildcard. */
const anyTextOf = ({ glob }: TextPattern): string => glob.map((piece) => textWith('x', piece)).join('x')

/** No text gets from here to a match. */
const isDead = (automaton: Automaton, state: number): boolean =>
  !automaton.accepts(state) && automaton.letters(state).length === 0 && automaton.step(state, '') === state

/** What it costs to let every automaton take one more letter. */
function costOf(all: readonly At[]): number {
  let cost = 0
  for (const { automaton, state } of all) cost += automaton.cost(state)
  return cost
}

/** Every letter that some pattern waits for here, and one that none does. */
function lettersFrom(all: readonly At[]): ReadonlySet<string> {
  const letters = new Set<string>()
  for (const { automaton, state } of all) for (const letter of automaton.letters(state)) letters.add(letter)
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
  const first = runs.map(({ start }) => start)
  const found = new Map<string, string>()
  const seen = new Set<string>()
  const queue: { readonly states: readonly number[]; readonly text: string }[] = [{ states: first, text: '' }]
  for (let i = 0; i < queue.length; i++) {
    const { states, text } = queue[i] ?? { states: first, text: '' }
    const here = runs.map(({ automaton }, at) => ({ automaton, state: states[at] ?? 0 }))
    for (const letter of lettersFrom(here)) {
      counted.spend(costOf(here))
      const next = here.map(({ automaton, state }) => automaton.step(state, letter))
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
