import { type Facts, type PolicyInput, type Request, type StatementRef, statementsOf } from '../evaluate/index.ts'
import { isAccountId, namesPrincipals, type PolicyType, traits as policyTraits } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { classesUnder, type Piece, requestsOf, simplestOf } from './classes.ts'
import type { Combination, StatementSet } from './dimension.ts'
import { accountsIn, type Ground, type Judge, judgesFor } from './judge.ts'
import { keysOf } from './keys.ts'
import { isPlausible, plausibleRequests } from './plausible.ts'
import {
  allowsBy,
  hasOpenStatement,
  hasSymbols,
  readSides,
  type Side,
  type Statements,
  variablesIn,
} from './policy-set.ts'
import { costOf, countSteps, type Steps } from './steps.ts'
import { noTraits, traitsFrom } from './traits.ts'
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
  /** Examples that are wanted at most. */
  readonly most: number
  /** Only about requests that an Allow statement of the old side matches, such as what is asked for. */
  readonly isWithinOld?: true
}

/** A request that shows the difference, as `evaluate` decided it again, and the statement that makes it. */
export interface Example {
  readonly request: Request
  readonly statement: StatementRef | undefined
  /** What was assumed around the compared policies, such as a resource-based policy in another account. */
  readonly assumed: readonly PolicyInput[]
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

/** A quick way to prove that no answers count. It can miss what the search then finds. */
export type Proof = (statements: Statements) => boolean

/**
 * Looks for a request for which the two sides' answers count. Every request falls into one of finitely many classes: those that satisfy the same
 * statements. One request per class is decided, so without an example there is none, as long as every walk went to its end.
 */
export function search(asked: Sides, counts: Counts, isProven: Proof = () => false): Comparison {
  const sides = withoutPrincipals(asked)
  const statements = readSides([
    [...sides.old, ...sides.surroundings],
    [...sides.new, ...sides.surroundings],
  ])
  const [before, after] = statements.sides
  const isSame = before.allows === after.allows && before.denies === after.denies
  const isUnread = [...sides.old, ...sides.new].some(hasOpenStatement) && textsOf(sides.old) !== textsOf(sides.new)
  if (isSame && !isUnread && !counts({ old: true, new: true })) return { result: 'pass' }
  const isAlone = decideAlone(sides)
  if (isAlone && !isUnread && isProven(statements)) return { result: 'pass' }
  const steps = countSteps()
  const judgeOf = judgesFor(groundOf(sides, statements, steps))
  const court = {
    steps,
    counts,
    alone: isAlone ? statements.sides : undefined,
    within: sides.isWithinOld ? before.allows : undefined,
    most: sides.most,
    reference: sides.reference,
  }
  const traits = isAlone ? noTraits : traitsFrom(statements.entries.length, targetsOf(sides))
  const assignments = assignmentsOf(statements.entries, steps)
  const examples: Example[] = []
  let unproven: UnknownReason | undefined = isUnread || hasSymbols(statements.entries) ? 'open-names' : undefined
  for (const [i, context] of assignments.contexts.entries()) {
    const fixed = assignments.values[i] ?? new Map()
    const classes = classesUnder({
      statements,
      context,
      fixed,
      traits,
      targets: targetsOf(sides),
      reference: sides.reference,
      steps,
    })
    if (!classes) {
      unproven = 'too-many-combinations'
      break
    }
    if (!classes.complete) unproven ??= 'too-many-values'
    if (!classes.complete && i >= mostIncomplete) break
    const found = decide(classes.combinations, { ...court, judge: judgeOf(classes.accounts) })
    examples.push(...found.examples)
    unproven ??= found.unproven
    if (examples.length >= sides.most) break
  }
  const [first, ...more] = simplestFirst(examples).slice(0, sides.most)
  if (first) return { result: 'fail', examples: [first, ...more] }
  if (!assignments.complete) unproven ??= 'variables'
  return unproven ? { result: 'unknown', because: unproven } : { result: 'pass' }
}

const textsOf = (policies: readonly PolicyInput[]): string =>
  JSON.stringify(policies.map(({ text, document }) => text ?? document))

/** Values of variables that are tried although nothing can be proven any more. */
const mostIncomplete = 4

/** Do the sets of statements alone decide what a side allows? Levels, surroundings, and policies that only deny need the gates. */
function decideAlone({ type, old, new: now, surroundings }: Sides): boolean {
  const targets = new Set([...old, ...now].map(({ target }) => target))
  // A policy of a resource says nothing about other resources, even where it says "*".
  const isAttached = type === 'resource' && targetsOf({ old, new: now, surroundings }).length > 0
  const { part } = policyTraits[type]
  // Where nothing limits any more, everything is allowed that anyone grants.
  const isUnlimited = part === 'limits' && (old.length === 0 || now.length === 0)
  return surroundings.length === 0 && targets.size <= 1 && !isAttached && !isUnlimited && part !== 'denies'
}

const targetsOf = ({ old, new: now, surroundings }: Pick<Sides, 'old' | 'new' | 'surroundings'>): readonly string[] => [
  ...new Set([...old, ...now, ...surroundings].flatMap(({ target }) => target ?? [])),
]

function groundOf(sides: Sides, { entries }: Statements, steps: Steps): Ground {
  const { type, old, new: now, surroundings, facts, reference } = sides
  const all = [...old, ...now, ...surroundings]
  return {
    type,
    sides: [old, now],
    surroundings,
    accounts: accountsIn(
      all.flatMap(({ text, document, target = '' }) => [text ?? JSON.stringify(document) ?? '', target]),
    ),
    owners: all.flatMap(({ type: of, target = '' }) => (of === 'rcp' && isAccountId(target) ? [target] : [])),
    endpoint: all.some((policy) => policy.type === 'vpc-endpoint') ? keysAsked(entries) : undefined,
    facts,
    reference,
    steps,
    cost: {
      statements: entries.length,
      comparisons: entries.reduce((sum, { statement }) => sum + costOf(statement.conditions), 0),
    },
  }
}

const keysAsked = (entries: Statements['entries']): ReadonlySet<string> =>
  new Set([...keysOf(entries), ...variablesIn(entries).keys])

/** If no statement names a principal, the caller is the identity that the policies are attached to, whatever their type is called. */
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

/** The simplest example of each statement first, then others that differ from them in more than their context. */
function simplestFirst(examples: readonly Example[]): readonly Example[] {
  const calls = new Set<string>()
  const sorted = examples
    .toSorted((a, b) => weight(a) - weight(b))
    .filter(({ request: { principal, action, resource }, statement }) => {
      const call = JSON.stringify([principal, action, resource, statement?.policyIndex, statement?.statement])
      return !calls.has(call) && calls.add(call)
    })
  const seen = new Set<string>()
  const firsts = sorted.filter(({ statement }) => {
    const place = `${statement?.policyIndex} ${statement?.statement}`
    return !seen.has(place) && seen.add(place)
  })
  return [...firsts, ...sorted.filter((example) => !firsts.includes(example))]
}

/** Fewer context keys make a simpler example. */
const weight = ({ request }: Example): number => Object.keys(request.context ?? {}).length

interface Court {
  readonly steps: Steps
  readonly judge: Judge
  readonly counts: Counts
  /** The two sides, where their statements alone decide. */
  readonly alone: readonly [old: Side, now: Side] | undefined
  /** Only requests that satisfy one of these statements are decided, where it's given. */
  readonly within: StatementSet | undefined
  readonly most: number
  readonly reference: Reference | undefined
}

interface Found {
  readonly examples: readonly Example[]
  readonly unproven: UnknownReason | undefined
}

/** The combinations that count, each as a request on which `evaluate` agrees. */
function decide(
  combinations: readonly Combination<Piece>[],
  { steps, judge, counts, alone, within, most, reference }: Court,
): Found {
  const examples: Example[] = []
  let unproven: UnknownReason | undefined
  const counting = combinations.filter(
    ({ statements }) =>
      (within === undefined || (statements & within) !== 0n) &&
      (!alone || counts({ old: allowsBy(alone[0], statements), new: allowsBy(alone[1], statements) })),
  )
  for (const { choices } of plausibleFirst(counting, reference)) {
    if (examples.length >= most * 4) break
    if (steps.left() <= 0) return { examples, unproven: 'too-many-combinations' }
    const simplest = simplestOf(choices)
    if (!alone && !judge.couldCount(simplest, counts)) continue
    const requests = requestsOf(choices)
    const plausible = plausibleRequests(simplest, reference)
    const example = firstOf([...plausible, ...requests], (request) => judge.confirm(request, counts))
    if (example) examples.push(example)
    else
      unproven ??= requests.some((request) => judge.couldCount(request, counts))
        ? 'related-keys'
        : 'examples-not-confirmed'
  }
  return { examples, unproven }
}

/** More combinations than this aren't sorted. */
const mostSorted = 2_000

/** Those first whose action acts on their resource: they make better examples. */
function plausibleFirst(
  combinations: readonly Combination<Piece>[],
  reference: Reference | undefined,
): readonly Combination<Piece>[] {
  if (!reference || combinations.length > mostSorted) return combinations
  const [first, others]: [Combination<Piece>[], Combination<Piece>[]] = [[], []]
  for (const each of combinations) (isPlausible(simplestOf(each.choices), reference) ? first : others).push(each)
  return [...first, ...others]
}

function firstOf<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
