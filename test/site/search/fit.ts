// Finds the weights of src/site/search/weights.ts: `node test/site/search/fit.ts` prints them, and how many phrases of each table they rank right when they were found without that table.
// It makes the right pages likely, as a softmax over each phrase's candidates, and stays near the weights that are in use.
// The phrases of content/asked are examples, too: for those of each part, `asked` has counted only the other parts, or its weight would be far too high.

import type { Asked } from '../../../src/site/search/asked.ts'
import { signalNames } from '../../../src/site/search/signals.ts'
import { kindOf, kinds, weights } from '../../../src/site/search/weights.ts'
import { asked, askedFrom, phrases, rankingFor, search } from './built.ts'
import { tables } from './tables.ts'

/** A phrase with its candidates: what speaks for each, and whether it's right. */
interface Example {
  readonly table: string
  readonly candidates: readonly (readonly number[])[]
  readonly isRight: readonly boolean[]
  readonly weight: number
}

const start: readonly number[] = [...signalNames.map((name) => weights[name]), ...kinds.map(([, weight]) => weight)]

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

/** The most candidates of a phrase that count. */
const most = 40

const withoutAnchor = (path: string): string => path.replace(/#.*/, '')

/** Undefined where something else than the ranking decides what's first, or no candidate is right. */
function exampleOf(
  table: string,
  typed: string,
  wanted: readonly string[],
  { known, weight }: { readonly known: Asked; readonly weight: number } = { known: asked, weight: 1 },
): Example | undefined {
  const found = rankingFor(typed)
    .signals(typed, known)
    .map(([path, signals]) => {
      const values = signalNames.map((name) => signals[name])
      const vector = [...values, ...kinds.map((_, kind) => (kind === kindOf(path) ? 1 : 0))]
      return { path, vector, score: dot(vector, start) }
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
  const isRight = found.map(({ path }) => wanted.includes(path) || wanted.includes(withoutAnchor(path)))
  const first = withoutAnchor(found[0]?.path ?? '')
  if (search(typed, known)[0]?.path !== first || !isRight.includes(true)) return undefined
  return { table, candidates: found.map(({ vector }) => vector), isRight, weight }
}

const isFirst = ({ candidates, isRight }: Example, tried: readonly number[]): boolean => {
  const scores = candidates.map((candidate) => dot(candidate, tried))
  return isRight[scores.indexOf(Math.max(...scores))] ?? false
}

/** How fast the weights leave those that are in use, and how many steps they take. */
const [nearness, step, steps] = [3, 0.06, 80]

/** The phrases of content/asked are spread evenly over the pages, so they don't show how often people ask for a kind of page or for a part of one. */
const nearnessOfKinds = 100
const ofKinds: ReadonlySet<string> = new Set(['otherService', 'fewWords', ...kinds.map(([start]) => start)])
const nearnessOf = [...signalNames, ...kinds.map(([start]) => start)].map((name) =>
  ofKinds.has(name) ? nearnessOfKinds : nearness,
)

/** Gradient ascent whose steps have the same size for each weight (Adam). */
function fitted(examples: readonly Example[]): readonly number[] {
  const found = [...start]
  const [mean, square] = [start.map(() => 0), start.map(() => 0)]
  for (let round = 1; round <= steps; round++) {
    const slope = gradient(examples, found)
    for (const [i, value] of slope.entries()) {
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * value
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * value ** 2
      const size = Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** round)) + 1e-8
      found[i] = (found[i] ?? 0) + (step * (mean[i] ?? 0)) / (1 - 0.9 ** round) / size
    }
  }
  return found
}

function gradient(examples: readonly Example[], tried: readonly number[]): readonly number[] {
  const slope = tried.map((value, i) => -(nearnessOf[i] ?? nearness) * (value - (start[i] ?? 0)))
  for (const { candidates, isRight, weight } of examples) {
    const scores = candidates.map((candidate) => dot(candidate, tried))
    const highest = Math.max(...scores)
    const likely = scores.map((score) => Math.exp(score - highest))
    const all = likely.reduce((sum, value) => sum + value, 0)
    const right = likely.reduce((sum, value, i) => sum + (isRight[i] ? value : 0), 0)
    for (const [i, candidate] of candidates.entries()) {
      const p = likely[i] ?? 0
      const pull = weight * ((isRight[i] ? p / Math.max(right, 1e-12) : 0) - p / all)
      if (Math.abs(pull) > 1e-6) for (const [k, value] of candidate.entries()) slope[k] = (slope[k] ?? 0) + pull * value
    }
  }
  return slope
}

/** As many of the last tables are left out in turn. */
const crossChecked = 4

/** Parts of the phrases in content/asked, and how much such a phrase counts, of which one of three is an example: they're many, and avoid the pages' words on purpose. */
const [parts, askedWeight, oneOf] = [4, 0.15, 3]

const pagesOf = new Map<string, readonly string[]>()
for (const { typed, path } of phrases) pagesOf.set(typed, [...(pagesOf.get(typed) ?? []), path])
const partOf = new Map([...pagesOf.keys()].map((typed, i) => [typed, i % parts]))
const askedExamples = Array.from({ length: parts }).flatMap((_, part) => {
  const known = askedFrom(phrases.filter(({ typed }) => partOf.get(typed) !== part))
  return [...pagesOf].flatMap(([typed, wanted], i) =>
    i % oneOf === 0 && partOf.get(typed) === part
      ? (exampleOf('asked', typed, wanted, { known, weight: askedWeight }) ?? [])
      : [],
  )
})

const tableExamples = tables.flatMap(({ name, phrases }) =>
  phrases.flatMap(([typed, ...wanted]) => exampleOf(name, typed, wanted) ?? []),
)
const examples = [...tableExamples, ...askedExamples]
const right = (some: readonly Example[], tried: readonly number[]): number =>
  some.filter((example) => isFirst(example, tried)).length

for (const { name } of tables.slice(-crossChecked)) {
  const own = examples.filter(({ table }) => table === name)
  const found = fitted(examples.filter(({ table }) => table !== name))
  process.stdout.write(`${name}: ${right(own, start)} → ${right(own, found)} of ${own.length}\n`)
}
const found = fitted(examples)
process.stdout.write(
  `asked: ${right(askedExamples, start)} → ${right(askedExamples, found)} of ${askedExamples.length}\n`,
)
process.stdout.write(`all: ${right(examples, start)} → ${right(examples, found)} of ${examples.length}\n`)
const shown = [...signalNames, ...kinds.map(([path]) => path)]
for (const [i, name] of shown.entries()) process.stdout.write(`${name} ${found[i]?.toFixed(2)}\n`)
