import { type Context, matchesResource } from '../evaluate/index.ts'
import {
  automatonOf,
  type Clause,
  fillIn,
  type Glob,
  globMatch,
  isAccountId,
  type ResourcePattern,
  readPattern,
  splitArn,
  textWith,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { mayMeet, segmentsOf, universesOf } from './arn-forms.ts'
import { byBeginning, literalBeginning } from './by-beginning.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import { type Entry, typesOf } from './policy-set.ts'
import type { Related } from './related.ts'
import type { Steps } from './steps.ts'
import { samplesWithin } from './text-classes.ts'
import { resourcesOfEveryNature, type Traits } from './traits.ts'

/** What resources are looked for under: the context that variables are filled in from, and resources worth trying. */
export interface ResourceScope {
  readonly entries: readonly Entry[]
  readonly reference: Reference | undefined
  readonly context: Context
  readonly traits: Traits
  readonly related: Related
  /** What SCPs, RCPs, and resource-based policies are attached to. */
  readonly targets: readonly string[]
  readonly steps: Steps
}

/**
 * Resources: within the forms that ARNs of the named services have (free text where the reference has no form), one for every way the patterns can
 * come out, and "*" for actions without a resource. Statements without Resource apply to the resource that their policy is attached to.
 */
export function resourceDimension({
  entries,
  reference,
  context,
  traits,
  related,
  targets,
  steps,
}: ResourceScope): Dimension<string> {
  const owned = related.owners.flatMap(globsBelow)
  const globs = [...globsOf(entries, context), ...targets.flatMap(globsBelow), ...owned]
  const patterns = globs.map((glob) => ({
    glob,
    segments: segmentsOf(glob),
    // An account is one part of an ARN, not a text somewhere within it.
    automaton: automatonOf({ glob, ignoresCase: false, colons: owned.includes(glob) ? 5 : 0 }),
  }))
  const clauses = entries.map(({ bit, statement: { statement } }) => ({ bit, ...entriesFor(statement.resource) }))
  const statementsFor = (resource: string): StatementSet => {
    let set = traits.bitsOf('resource', resource) | related.bitsOfResource(resource)
    for (const { bit, clause, itemsFor } of clauses)
      if (!clause || matchesResource({ ...clause, items: itemsFor(resource) }, { resource, context }) === 'yes')
        set |= bit
    return set
  }
  const matching = matchesAmong(globs)
  const texts: string[] = []
  const universes = universesOf(entries, globs, reference)
  let complete = universes.complete
  for (const form of universes.forms) {
    const universe = form.pattern
    const near = patterns.filter(({ glob, segments }) => mayMeet(segments, form) && !coversForm(glob, universe.glob))
    const { samples, complete: all } = samplesWithin(
      universe,
      near.map(({ automaton }) => automaton),
      steps,
      freeTogether(near.map(({ glob }) => glob)) > mostFree ? fewSteps : undefined,
    )
    complete &&= all
    texts.push(...samples.map(({ text }) => readable(text, matching)))
  }
  // Where not all classes were found, the simplest texts of each pattern are tried at least.
  if (!complete) texts.push(...globs.flatMap(simplestTexts))
  texts.push('*')
  if (traits.all !== 0n) texts.push(...resourcesOfEveryNature(typesOf(entries)))
  return dimensionOf(
    texts.map((example) => ({ example, statements: statementsFor(example) })),
    complete,
  )
}

/** Texts that a pattern matches, with nothing and with a letter for its stars. */
export const simplestTexts = (glob: Glob): readonly string[] =>
  ['', 'x'].map((star) => glob.map((piece) => textWith('x', piece)).join(star))

/** Every pattern of a resource with its variables filled in. What can't be filled in matches nothing. */
function globsOf(entries: readonly Entry[], context: Context): readonly Glob[] {
  const resolve = (key: string) => {
    const value = context.lookup(key)
    return value.is === 'single' ? ({ is: 'value', value: value.value } as const) : ({ is: 'unset' } as const)
  }
  const found = new Map<string, Glob>()
  for (const { statement } of entries)
    for (const { value } of statement.statement.resource?.items ?? []) {
      if (value.kind !== 'arn') continue
      const filled = fillIn(value.whole, resolve)
      if (filled.is === 'glob') found.set(JSON.stringify(filled.glob), filled.glob)
    }
  return [...found.values()]
}

/** What a policy is attached to, and what is in it: the objects of a bucket, everything of an account. */
function globsBelow(target: string): readonly Glob[] {
  const inside = target.startsWith('arn:') ? [target, `${target}/*`, `${target}:*`] : []
  const raws = isAccountId(target) ? [`arn:*:*:*:${target}:*`] : inside
  return raws.map((raw) => readPattern(raw, false).glob).filter((glob) => glob !== undefined)
}

/** Does a pattern that ends in its only star match every text of a form? Then it distinguishes nothing there. */
const coversForm = ([first, last, ...more]: Glob, [form]: Glob): boolean =>
  !first.any && last?.text === '' && more.length === 0 && !form.any && form.text.startsWith(first.text)

/** Patterns with a star before their end: each one about doubles the classes, so with more than this no walk comes to an end. */
const mostFree = 14
const fewSteps = 10_000
const isFree = (glob: Glob): boolean => glob.length > 2 || (glob.length === 2 && glob.at(1)?.text !== '')

/** How many of them a text can be in at once: a pattern is left behind where its literal beginning isn't the text's. */
function freeTogether(globs: readonly Glob[]): number {
  const free = globs.filter(isFree)
  if (free.length <= mostFree) return free.length
  const beginsLike = byBeginning(free, literalBeginning)
  return Math.max(...free.map((glob) => beginsLike(literalBeginning(glob)).length))
}

/** A statement's Resource, and which of its entries can match a text. */
function entriesFor(clause: Clause<ResourcePattern> | undefined) {
  const itemsFor = byBeginning(clause?.items ?? [], ({ value }) =>
    value.kind === 'arn' && value.whole.glob ? literalBeginning(value.whole.glob) : '',
  )
  return { clause, itemsFor }
}

/** Which of the patterns a text matches, as a text that can be compared. */
function matchesAmong(globs: readonly Glob[]): (text: string) => string {
  const candidates = byBeginning(
    globs.map((glob, at) => ({ glob, at })),
    ({ glob }) => literalBeginning(glob),
  )
  return (text) =>
    candidates(text)
      .flatMap(({ glob, at }) => (globMatch(glob, text) ? [at] : []))
      .sort((a, b) => a - b)
      .join()
}

/** The same resource with a Region and an account that exist, if no pattern distinguishes them. */
function readable(arn: string, matching: (text: string) => string): string {
  const parts = splitArn(arn)
  if (!parts) return arn
  let wanted: string | undefined
  let best = arn
  for (const [at, value] of [
    [3, 'us-east-1'],
    [4, '111122223333'],
  ] as const) {
    const now = splitArn(best)
    if (!now || now[at] === '' || /^(?:[a-z]{2}(?:-[a-z]+)+-\d|\d{12})$/.test(now[at] ?? '')) continue
    const changed = now.with(at, value).join(':')
    wanted ??= matching(arn)
    if (matching(changed) === wanted) best = changed
  }
  return best
}
