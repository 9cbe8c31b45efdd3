import { type Context, matchesResource } from '../evaluate/index.ts'
import {
  automatonOf,
  fillIn,
  type Glob,
  globMatch,
  isAccountId,
  readPattern,
  splitArn,
  textWith,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { mayMeet, segmentsOf, universesOf } from './arn-forms.ts'
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
  const statementsFor = (resource: string): StatementSet => {
    let set = traits.bitsOf('resource', resource) | related.bitsOfResource(resource)
    for (const { bit, statement } of entries) {
      const clause = statement.statement.resource
      if (!clause || matchesResource(clause, { resource, context }) === 'yes') set |= bit
    }
    return set
  }
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
      near.filter(({ glob }) => isFree(glob)).length > mostFree ? fewSteps : undefined,
    )
    complete &&= all
    texts.push(...samples.map(({ text }) => readable(text, globs)))
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

/** The same resource with a Region and an account that exist, if no pattern distinguishes them. */
function readable(arn: string, globs: readonly Glob[]): string {
  const parts = splitArn(arn)
  if (!parts) return arn
  const vector = (text: string): string => globs.map((glob) => Number(globMatch(glob, text))).join('')
  const wanted = vector(arn)
  let best = arn
  for (const [at, value] of [
    [3, 'us-east-1'],
    [4, '111122223333'],
  ] as const) {
    const now = splitArn(best)
    if (!now || now[at] === '' || /^(?:[a-z]{2}(?:-[a-z]+)+-\d|\d{12})$/.test(now[at] ?? '')) continue
    const changed = now.with(at, value).join(':')
    if (vector(changed) === wanted) best = changed
  }
  return best
}
