import {
  type Context,
  type ContextValue,
  type Facts,
  type PolicyInput,
  type Request,
  type StatementRef,
  statementsOf,
} from '../evaluate/index.ts'
import { namesPrincipals, type PolicyType } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { actionDimension } from './actions.ts'
import { contextInput } from './context.ts'
import { type Choice, type Combination, combine, type Dimension, mapExamples } from './dimension.ts'
import { keyDimension, keysOf, statementsHolding } from './keys.ts'
import { allowsBy, hasSymbols, readSides, type Statements } from './policy-set.ts'
import { principalDimension, principalKeys } from './principals.ts'
import { resourceDimension } from './resources.ts'
import { type Judge, judgesFor, settingsFor } from './settings.ts'
import { assignmentsOf } from './variables.ts'

/** Two lists of policies of one type, and what stands around both. */
export interface Sides {
  readonly type: PolicyType
  readonly old: readonly PolicyInput[]
  readonly new: readonly PolicyInput[]
  /** SCPs, RCPs, a boundary, a session policy, a resource-based policy: they apply to both sides alike. */
  readonly surroundings: readonly PolicyInput[]
  readonly facts: Facts
  readonly reference: Reference | undefined
}

/** A request that shows the difference, as `evaluate` decided it again, and the statement that makes it. */
export interface Example {
  readonly request: Request
  readonly statement: StatementRef | undefined
}

/** Why nothing could be proven and no example was found. */
export type UnknownReason =
  | 'too-many-combinations'
  | 'too-many-values'
  | 'variables'
  | 'related-keys'
  | 'open-names'
  | 'examples-not-confirmed'
  | 'unreadable-policy'
  | 'no-definition'

/** `pass` is a proof; `fail` has an example; `unknown` says what could not be told apart. */
export type Comparison =
  | { readonly result: 'pass' }
  | { readonly result: 'fail'; readonly examples: NonEmpty<Example> }
  | { readonly result: 'unknown'; readonly because: UnknownReason }

/** Which of two lists of policies allow something; the question decides which pair of answers counts. */
export type Counts = (allowed: { readonly old: boolean; readonly new: boolean }) => boolean

/** Examples that are shown. */
const mostExamples = 3

/**
 * Looks for a request for which the two sides' answers count. Every request falls into one of finitely many classes: those that satisfy the same
 * statements. One request per class is decided, so without an example there is none, as long as every walk went to its end.
 */
export function search(asked: Sides, counts: Counts): Comparison {
  const sides = withoutPrincipals(asked)
  const statements = readSides([
    [...sides.old, ...sides.surroundings],
    [...sides.new, ...sides.surroundings],
  ])
  const [before, after] = statements.sides
  const isSame = before?.allows === after?.allows && before?.denies === after?.denies
  if (isSame && !counts({ old: true, new: true })) return { result: 'pass' }
  const assignments = assignmentsOf(statements.entries)
  const judges = judgesFor(
    settingsFor(sides.type),
    statements.sides.map(({ policies }) => policies),
    sides,
  )
  const examples: Example[] = []
  let unproven: UnknownReason | undefined = hasSymbols(statements.entries) ? 'open-names' : undefined
  for (const [i, context] of assignments.contexts.entries()) {
    const classes = classesUnder({
      statements,
      context,
      fixed: assignments.values[i] ?? new Map(),
      reference: sides.reference,
    })
    if (!classes) return { result: 'unknown', because: 'too-many-combinations' }
    if (!classes.complete) unproven ??= 'too-many-values'
    const found = decide(classes.combinations, { sides, statements, judges, counts })
    examples.push(...found.examples)
    if (found.unconfirmed) unproven ??= 'examples-not-confirmed'
    if (examples.length >= mostExamples) break
  }
  const [first, ...more] = examples.sort((a, b) => weight(a) - weight(b)).slice(0, mostExamples)
  if (first) return { result: 'fail', examples: [first, ...more] }
  if (!assignments.complete) unproven ??= 'variables'
  return unproven ? { result: 'unknown', because: unproven } : { result: 'pass' }
}

/** Where no statement names a principal, whoever the policies are attached to is the caller, whatever their type is called. */
function withoutPrincipals(sides: Sides): Sides {
  if (!namesPrincipals.has(sides.type)) return sides
  const named = [...sides.old, ...sides.new].some((policy, i) =>
    statementsOf(policy, i).some(({ statement }) => statement.principal !== undefined),
  )
  if (named) return sides
  const asIdentity = (policies: readonly PolicyInput[]): readonly PolicyInput[] =>
    policies.map((policy) => ({ ...policy, type: 'identity' as const }))
  return { ...sides, type: 'identity', old: asIdentity(sides.old), new: asIdentity(sides.new) }
}

/** Fewer context keys make a simpler example. */
const weight = ({ request }: Example): number => Object.keys(request.context ?? {}).length

/** One part of a request; each dimension fills in its own. */
interface Piece {
  readonly action?: string
  readonly resource?: string
  readonly principal?: string
  readonly keys?: ReadonlyMap<string, ContextValue>
}

interface Classes {
  readonly combinations: readonly Combination<Piece>[]
  readonly complete: boolean
}

interface Scope {
  readonly statements: Statements
  readonly context: Context
  /** The values of the policy variables. */
  readonly fixed: ReadonlyMap<string, ContextValue>
  readonly reference: Reference | undefined
}

/** The classes of requests under one assignment of the policy variables; undefined where there are too many. */
function classesUnder({ statements: { entries, all }, context, fixed, reference }: Scope): Classes | undefined {
  const free = [...keysOf(entries)].filter((key) => !fixed.has(key) && !principalKeys.has(key))
  const given = new Set([...fixed.keys()].filter((key) => !principalKeys.has(key)))
  const holding = statementsHolding(entries, given, context)
  const dimensions: readonly Dimension<Piece>[] = [
    mapExamples(actionDimension(entries, reference), (action) => ({ action })),
    mapExamples(resourceDimension({ entries, reference, context }), (resource) => ({ resource })),
    mapExamples(principalDimension(entries, context), (principal) => ({ principal })),
    { choices: [{ statements: holding, examples: [{ keys: fixed }] }], complete: true },
    ...free.map((key) => mapExamples(keyDimension(key, entries, context), (keys) => ({ keys }))),
  ]
  const combinations = combine(dimensions, all)
  return combinations && { combinations, complete: dimensions.every(({ complete }) => complete) }
}

interface Court {
  readonly sides: Sides
  readonly statements: Statements
  readonly judges: () => readonly Judge[]
  readonly counts: Counts
}

/** Requests of one class that are tried before the class is given up. */
const mostTries = 12

/** The combinations that count, each as a request on which `evaluate` agrees. */
function decide(
  combinations: readonly Combination<Piece>[],
  { sides, statements: { sides: read }, judges, counts }: Court,
): { readonly examples: readonly Example[]; readonly unconfirmed: boolean } {
  const examples: Example[] = []
  let unconfirmed = false
  const [old, now] = read
  for (const { statements, choices } of combinations) {
    if (examples.length >= mostExamples * 4) break
    const isAlone = sides.surroundings.length === 0
    if (old && now && isAlone && !counts({ old: allowsBy(old, statements), new: allowsBy(now, statements) })) continue
    const example = confirmed(choices, judges, counts)
    if (example) examples.push(example)
    else if (isAlone) unconfirmed = true
  }
  return { examples, unconfirmed }
}

/** The first request of a class that `evaluate` decides as claimed, in one of the settings. */
function confirmed(
  choices: readonly Choice<Piece>[],
  judges: () => readonly Judge[],
  counts: Counts,
): Example | undefined {
  for (const request of requestsOf(choices))
    for (const { setting, sides } of judges()) {
      const placed = setting.place(request)
      const [old, now] = sides
      if (!old || !now) continue
      const allowed = { old: old.decide(placed) === 'allowed', new: now.decide(placed) === 'allowed' }
      if (!counts(allowed)) continue
      const [statement] = (allowed.new ? now : old).explain(placed).decidedBy
      return { request: placed, statement }
    }
  return undefined
}

/** The simplest request of a class first, then others that differ from it in one part. */
function requestsOf(choices: readonly Choice<Piece>[]): readonly Request[] {
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
