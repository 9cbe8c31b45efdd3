import type { Context, ContextValue, Request } from '../evaluate/index.ts'
import { accountIn } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { actionDimension } from './actions.ts'
import { principalKeys } from './callers-by-conditions.ts'
import { contextInput } from './context.ts'
import { type Choice, type Combination, combine, type Dimension, mapExamples, type StatementSet } from './dimension.ts'
import { keyDimension, keysOf, statementsHolding } from './keys.ts'
import type { Statements } from './policy-set.ts'
import { principalDimension } from './principals.ts'
import { relatedIn } from './related.ts'
import { resourceDimension } from './resources.ts'
import type { Steps } from './steps.ts'
import type { Traits } from './traits.ts'

/** One part of a request; each dimension fills in its own. */
export interface Piece {
  readonly action?: string
  readonly resource?: string
  readonly principal?: string
  readonly keys?: ReadonlyMap<string, ContextValue>
}

export interface Classes {
  readonly combinations: readonly Combination<Piece>[]
  readonly complete: boolean
  /** The accounts of callers and resources in the examples. */
  readonly accounts: ReadonlySet<string>
}

interface Scope {
  readonly statements: Statements
  readonly context: Context
  /** The values of the policy variables. */
  readonly fixed: ReadonlyMap<string, ContextValue>
  readonly traits: Traits
  /** What SCPs, RCPs, and resource-based policies are attached to. */
  readonly targets: readonly string[]
  readonly reference: Reference | undefined
  readonly steps: Steps
}

/** The classes of requests under one assignment of the policy variables; undefined where there are too many. */
export function classesUnder(scope: Scope): Classes | undefined {
  const { entries, all } = scope.statements
  const { context, fixed, reference, traits, targets, steps } = scope
  const free = [...keysOf(entries)].filter((key) => !fixed.has(key) && !principalKeys.has(key))
  const given = new Set([...fixed.keys()].filter((key) => !principalKeys.has(key)))
  const holding = statementsHolding(entries, given, context)
  const natures = [...fixed].reduce((bits, [key, { is }]) => bits & traits.bitsOfKey(key, is !== 'absent'), traits.all)
  const related = relatedIn(entries, (all | traits.all).toString(2).length, new Set(fixed.keys()))
  const resources = resourceDimension({ entries, reference, context, traits, related, targets, steps })
  const principals = principalDimension(entries, { fixed: context, traits, targets, steps })
  const dimensions: readonly Dimension<Piece>[] = [
    also(
      related.all,
      mapExamples(actionDimension(entries, reference, traits, steps), (action) => ({ action })),
    ),
    mapExamples(resources, (resource) => ({ resource })),
    also(
      related.all,
      mapExamples(principals, (principal) => ({ principal })),
    ),
    { choices: [{ statements: holding | natures | related.all, examples: [{ keys: fixed }] }], complete: true },
    ...free.map((key) =>
      mapExamples(keyDimension(key, entries, { context, traits, related, reference, steps }), (keys) => ({ keys })),
    ),
  ]
  const combinations = combine(dimensions, all | traits.all | related.all, steps)
  const complete = dimensions.every((dimension) => dimension.complete) && !traits.overflows()
  return (
    combinations && {
      combinations: combinations.filter(({ statements }) => !related.isImpossible(statements)),
      complete,
      accounts: accountsOf([resources, principals]),
    }
  )
}

/** A dimension to which these bits say nothing. */
const also = <T>(bits: StatementSet, { choices, complete }: Dimension<T>): Dimension<T> => ({
  choices: choices.map(({ statements, examples }) => ({ statements: statements | bits, examples })),
  complete,
})

const accountsOf = (dimensions: readonly Dimension<string>[]): ReadonlySet<string> =>
  new Set(
    dimensions.flatMap(({ choices }) =>
      choices.flatMap(({ examples }) => examples.flatMap((arn) => accountIn(arn) ?? [])),
    ),
  )

/** Requests of one class that are tried before the class is given up. */
const mostTries = 12

/** The simplest request of a class. */
export const simplestOf = (choices: readonly Choice<Piece>[]): Request =>
  requestOf(choices.map(({ examples }) => examples[0]))

/** The simplest request of a class first, then others that differ from it in one part. */
export function requestsOf(choices: readonly Choice<Piece>[]): readonly Request[] {
  const simplest = choices.map(({ examples }) => examples[0])
  const others = choices.flatMap(({ examples }, at) => examples.slice(1).map((piece) => simplest.with(at, piece)))
  return [simplest, ...others].slice(0, mostTries).map(requestOf)
}

function requestOf(pieces: readonly Piece[]): Request {
  const whole: Piece = Object.assign({}, ...pieces)
  const keys = new Map(pieces.flatMap((piece) => [...(piece.keys ?? [])]))
  const { action = '*', resource = '*', principal = 'anonymous' } = whole
  return { principal, action, resource, context: contextInput(keys), contextIs: 'complete' }
}
