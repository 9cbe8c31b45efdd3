import type { Steps } from './steps.ts'

/** A set of statements: bit `i` is the statement with that index. */
export type StatementSet = bigint

const lowest = 1n << 64n

/**
 * A set as the key of a map. Engines hash no more than the lowest 64 bits of a bigint, so larger sets that differ above them would all fall into one
 * bucket, and a map of them would take quadratic time.
 */
const keyOf = (set: StatementSet): StatementSet | string => (set < lowest ? set : set.toString(32))

/** Requests that are alike in one respect, by example: all of them satisfy the same statements there. */
export interface Choice<T> {
  readonly statements: StatementSet
  /** The simplest first; the others stand by in case AWS's own rules deny the first. */
  readonly examples: readonly [T, ...T[]]
}

/** One respect in which requests differ: the action, the resource, the principal, or a context key. */
export interface Dimension<T> {
  readonly choices: readonly Choice<T>[]
  /** False if there were too many classes to distinguish all of them. */
  readonly complete: boolean
}

/** Examples that are kept per class. */
const mostExamples = 4

/** Gathers examples by the statements they satisfy. The order of the examples is kept. */
export function dimensionOf<T>(
  examples: Iterable<{ readonly example: T; readonly statements: StatementSet }>,
  complete = true,
): Dimension<T> {
  const found = new Map<StatementSet | string, { readonly statements: StatementSet; readonly examples: [T, ...T[]] }>()
  for (const { example, statements } of examples) {
    const key = keyOf(statements)
    const known = found.get(key)
    if (!known) found.set(key, { statements, examples: [example] })
    else if (known.examples.length < mostExamples) known.examples.push(example)
  }
  return { choices: [...found.values()], complete }
}

/** The same dimension with its examples in another form. */
export function mapExamples<T, U>({ choices, complete }: Dimension<T>, map: (example: T) => U): Dimension<U> {
  return {
    choices: choices.map(({ statements, examples: [first, ...more] }) => ({
      statements,
      examples: [map(first), ...more.map(map)],
    })),
    complete,
  }
}

/** A combination of choices, one per dimension, and the statements that it satisfies in all of them. */
export interface Combination<T> {
  readonly statements: StatementSet
  readonly choices: readonly Choice<T>[]
}

/** A combination of choices of some dimensions. */
interface Unfinished<T> {
  readonly statements: StatementSet
  readonly chosen: readonly (Choice<T> | undefined)[]
}

/** Combinations that are kept: more have too many behaviors to compare. */
const mostCombinations = 60_000

/**
 * Every set of statements that some request can satisfy together, each with a combination of choices that does. Sets are intersected dimension by
 * dimension, and only one combination per set is kept. Undefined where there are too many, or no steps are left.
 */
export function combine<T>(
  dimensions: readonly Dimension<T>[],
  all: StatementSet,
  steps: Steps,
): readonly Combination<T>[] | undefined {
  const order = dimensions.map((_, i) => i).sort((a, b) => sizeOf(dimensions[a]) - sizeOf(dimensions[b]))
  let reached: readonly Unfinished<T>[] = [{ statements: all, chosen: dimensions.map(() => undefined) }]
  for (const at of order) {
    const next = new Map<StatementSet | string, Unfinished<T>>()
    for (const { statements, chosen } of reached) {
      steps.spend(sizeOf(dimensions[at]))
      if (steps.left() <= 0) return undefined
      for (const choice of dimensions[at]?.choices ?? []) {
        const both = statements & choice.statements
        const key = keyOf(both)
        if (next.has(key)) continue
        next.set(key, { statements: both, chosen: chosen.with(at, choice) })
        if (next.size > mostCombinations) return undefined
      }
    }
    reached = [...next.values()]
  }
  return reached.map(({ statements, chosen }) => ({ statements, choices: chosen.flatMap((choice) => choice ?? []) }))
}

const sizeOf = <T>(dimension: Dimension<T> | undefined): number => dimension?.choices.length ?? 0
