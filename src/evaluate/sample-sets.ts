import { and, or } from './answer.ts'
import { type CompiledCondition, holds } from './condition.ts'
import { type Context, withKeys } from './context.ts'
import type { Answer } from './verdict.ts'

/** Sets of values to try for one key. */
export interface SampleSets {
  readonly values: readonly (readonly string[])[]
  /** False where there were too many. */
  readonly complete: boolean
  /** Conditions that were decided. */
  readonly steps: number
}

/** More sets than this aren't tried for one key. */
const mostSets = 512
/** Conditions that are decided at most to find them. */
const mostDecided = 100_000

/** A set, and how each condition comes out for it. */
interface Tried {
  readonly values: readonly string[]
  readonly answers: readonly Answer[]
}

/**
 * Sets of these texts that between them bring about every way the conditions can come out: the empty one, and every union that comes out
 * differently. ForAllValues asks all values of a set, ForAnyValue at least one, so what a union does follows from what its parts do.
 */
export function sampleSets(
  texts: readonly string[],
  conditions: readonly CompiledCondition[],
  context: Context,
): SampleSets {
  const answersFor = (values: readonly string[]): readonly Answer[] =>
    conditions.map((condition) =>
      holds(condition, withKeys(context, new Map([[condition.key, { is: 'multi', values }]]))),
    )
  // ForAllValues holds for a union if it holds for both parts, ForAnyValue if it holds for one.
  const ofBoth = (a: Tried, b: Tried): readonly Answer[] =>
    conditions.map(({ operator }, i) => {
      const [first = 'no', second = 'no'] = [a.answers[i], b.answers[i]]
      return operator.quantifier === 'for-all' ? and(first, second) : or(first, second)
    })
  const singles = distinct(texts.map((text) => ({ values: [text], answers: answersFor([text]) })))
  const found = new Map<string, Tried>(singles.map((each) => [nameOf(each), each]))
  const queue = [...singles]
  let decided = texts.length * conditions.length
  for (let i = 0; i < queue.length; i++) {
    for (const one of singles) {
      const set = queue[i]
      if (!set || one.values.every((value) => set.values.includes(value))) continue
      decided += conditions.length
      if (found.size > mostSets || decided > mostDecided)
        return { values: valuesOf(found), complete: false, steps: decided }
      const values = [...set.values, ...one.values]
      const union = { values, answers: ofBoth(set, one) }
      const name = nameOf(union)
      if (found.has(name)) continue
      found.set(name, union)
      queue.push(union)
    }
  }
  return { values: valuesOf(found), complete: true, steps: decided }
}

const valuesOf = (found: ReadonlyMap<string, Tried>): readonly (readonly string[])[] => [
  [],
  ...[...found.values()].map(({ values }) => values),
]

const distinct = (tried: readonly Tried[]): readonly Tried[] =>
  [...new Map(tried.toReversed().map((each) => [nameOf(each), each])).values()].toReversed()

/** What can't be told yet, because a variable isn't known, keeps every set apart. */
const nameOf = ({ values, answers }: Tried): string =>
  answers.includes('unknown') ? JSON.stringify([...values].sort()) : answers.join()
