import type { NonEmpty } from '../text/index.ts'
import { and, or } from './answer.ts'
import type { ByCoverage, Coverage } from './principal-match.ts'
import type { RuleReason } from './reasons.ts'
import type { CompiledStatement } from './statement.ts'
import type { Answer, GateRef } from './verdict.ts'

/**
 * Three-valued logic at one of two costs. `T` is the answer alone (`answersOnly`), or the answer with its causes (`withCauses`).
 * The fold over the gates is written once against this interface, so a decision and its reasons can't differ.
 */
export interface Logic<T> {
  /** The answer of a statement that doesn't say no. */
  statement(answer: Exclude<Answer, 'no'>, statement: CompiledStatement): T
  /** A certain yes from an AWS rule. */
  rule(reason: RuleReason): T
  /** A certain no: this gate doesn't let the request through (or doesn't deny it). */
  no(gate: GateRef): T
  /** The same for each way in which the owner's side can cover the caller. */
  noOne(gate: GateRef): ByCoverage<T>
  /** Both are needed. */
  and(a: T, b: T): T
  /** Like `and`, but `limit` is never the cause of a yes. */
  within(a: T, limit: T): T
  /** One is enough. If neither holds, the gates of the `usual` way are the ones to open. */
  either(other: T, usual: T): T
  answer(value: T): Answer
}

/** The causes of a yes. */
export type Hit =
  | { readonly is: 'statement'; readonly statement: CompiledStatement }
  | { readonly is: 'rule'; readonly reason: RuleReason }

/** An answer with its causes. None of the lists can be empty. */
export type Hits =
  | { readonly is: 'yes'; readonly by: NonEmpty<Hit> }
  /** `by` holds the gates that would have to answer yes. */
  | { readonly is: 'no'; readonly by: NonEmpty<GateRef> }
  /** `by` holds the statements whose answer isn't known. */
  | { readonly is: 'unknown'; readonly by: NonEmpty<CompiledStatement> }

/** One answer for every coverage. */
export const byCoverage = <T>(value: T): Record<Coverage, T> => ({
  direct: value,
  role: value,
  'federating-user': value,
  account: value,
})
const noOne: ByCoverage<Answer> = byCoverage<Answer>('no')

/** The answer alone: for `decide`, and for trying many completions. */
export const answersOnly: Logic<Answer> = {
  statement: (answer) => answer,
  rule: () => 'yes',
  no: () => 'no',
  noOne: () => noOne,
  and,
  within: and,
  either: or,
  answer: (value) => value,
}

/** The answer with its causes: for `explain`. */
export const withCauses: Logic<Hits> = {
  statement: (answer, statement) =>
    answer === 'yes' ? { is: 'yes', by: [{ is: 'statement', statement }] } : { is: 'unknown', by: [statement] },
  rule: (reason) => ({ is: 'yes', by: [{ is: 'rule', reason }] }),
  no: (gate) => ({ is: 'no', by: [gate] }),
  noOne: (gate) => byCoverage({ is: 'no', by: [gate] }),
  and: (a, b) => bothHits(a, b, true),
  within: (a, limit) => bothHits(a, limit, false),
  either: (other, usual) => {
    if (other.is === 'yes') return usual.is === 'yes' ? { is: 'yes', by: [...other.by, ...usual.by] } : other
    if (usual.is === 'yes') return usual
    if (other.is === 'unknown' && usual.is === 'unknown') return { is: 'unknown', by: [...other.by, ...usual.by] }
    return other.is === 'unknown' ? other : usual
  },
  answer: ({ is }) => is,
}

function bothHits(a: Hits, b: Hits, credits: boolean): Hits {
  if (a.is === 'no') return b.is === 'no' ? { is: 'no', by: [...a.by, ...b.by] } : a
  if (b.is === 'no') return b
  if (a.is === 'unknown') return b.is === 'unknown' ? { is: 'unknown', by: [...a.by, ...b.by] } : a
  if (b.is === 'unknown') return b
  return credits ? { is: 'yes', by: [...a.by, ...b.by] } : a
}
