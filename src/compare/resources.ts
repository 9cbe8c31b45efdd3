import { type Context, matchesResource } from '../evaluate/index.ts'
import {
  automatonOf,
  fillIn,
  type Glob,
  globMatch,
  isAccountId,
  readPattern,
  splitArn,
  type TextPattern,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { type Dimension, dimensionOf, type StatementSet } from './dimension.ts'
import type { Entry } from './policy-set.ts'
import type { Steps } from './steps.ts'
import { samplesWithin } from './text-classes.ts'
import type { Traits } from './traits.ts'

/** Stands for every service that no policy names. */
const otherService = 'another-service'

/** What resources are looked for under: the context that variables are filled in from, and resources worth trying. */
export interface ResourceScope {
  readonly entries: readonly Entry[]
  readonly reference: Reference | undefined
  readonly context: Context
  readonly traits: Traits
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
  targets,
  steps,
}: ResourceScope): Dimension<string> {
  const globs = [...globsOf(entries, context), ...targets.flatMap(globsBelow)]
  const patterns = globs.map((glob) => ({
    glob,
    segments: segmentsOf(glob),
    automaton: automatonOf({ glob, ignoresCase: false, colons: 0 }),
  }))
  const statementsFor = (resource: string): StatementSet => {
    let set = traits.bitsOf('resource', resource)
    for (const { bit, statement } of entries) {
      const clause = statement.statement.resource
      if (!clause || matchesResource(clause, { resource, context }) === 'yes') set |= bit
    }
    return set
  }
  const texts: string[] = []
  let complete = true
  for (const universe of universesOf(entries, reference)) {
    const form = { segments: segmentsOf(universe.glob), isStrict: universe.colons === everyColon }
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
  return dimensionOf(
    texts.map((example) => ({ example, statements: statementsFor(example) })),
    complete,
  )
}

/** Texts that a pattern matches, with nothing and with a letter for its stars. */
export const simplestTexts = (glob: Glob): readonly string[] =>
  ['', 'x'].map((star) =>
    glob
      .map(({ text, any }) => (any ? [...text].map((c, i) => (any.includes(i) ? 'x' : c)).join('') : text))
      .join(star),
  )

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

/** The forms of ARNs that can make a difference: those of the services that actions or resources name, and one of a service that none does. */
function universesOf(entries: readonly Entry[], reference: Reference | undefined): readonly TextPattern[] {
  const partitions = new Set(['aws'])
  const services = new Set<string>()
  for (const { statement } of entries) {
    for (const { value } of statement.statement.action?.items ?? [])
      if (value.kind === 'action') services.add(value.service)
    for (const { value } of statement.statement.resource?.items ?? []) {
      const [, partition, service] = splitArn(value.raw) ?? []
      if (partition && /^[a-z-]+$/.test(partition)) partitions.add(partition)
      if (service && /^[a-z0-9-]+$/.test(service)) services.add(service)
    }
  }
  return [...partitions].flatMap((partition) => [
    ...[...services].flatMap((service) => formsOf(partition, service, reference)),
    formOf(`arn:${partition}:${otherService}:?*:?*:?*`, 5),
  ])
}

function formsOf(partition: string, service: string, reference: Reference | undefined): readonly TextPattern[] {
  const types = [...(reference?.services.get(service)?.resourceTypes.values() ?? [])]
  // Another service's action can act on this one's resources, and a form that the reference lacks must not be a gap in a proof.
  if (types.length === 0) return [formOf(`arn:${partition}:${service}:*:*:?*`, 5)]
  return types.map(({ name, arn }) => {
    const raw = arn.replace(/\$\{Partition\}/, partition).replaceAll(/\$\{[^}]*\}/g, '?*')
    return formOf(raw, service === 's3' && name.includes('object') ? 5 : everyColon)
  })
}

/** Only in the names of S3 objects a colon can follow: every other variable part of an ARN ends at one. */
const everyColon = 99

function formOf(raw: string, colons: number): TextPattern {
  const glob = readPattern(raw, false).glob ?? [{ text: raw, any: undefined }]
  return { glob, ignoresCase: false, colons }
}

/** A part of a pattern between two colons. */
interface Segment {
  /** The text before its first wildcard. */
  readonly prefix: string
  readonly isExact: boolean
  /** Letters that a text must have there at least. */
  readonly least: number
}

function segmentsOf(glob: Glob): readonly Segment[] {
  const text = glob
    .map(({ text: piece, any }) => (any ? [...piece].map((c, i) => (any.includes(i) ? '?' : c)).join('') : piece))
    .join('*')
  return text.split(':').map((part) => {
    const wild = part.search(/[*?]/)
    const isExact = wild < 0
    return { prefix: isExact ? part : part.slice(0, wild), isExact, least: part.replaceAll('*', '').length }
  })
}

/** Does a pattern that ends in its only star match every text of a form? Then it distinguishes nothing there. */
const coversForm = ([first, last, ...more]: Glob, [form]: Glob): boolean =>
  !first.any && last?.text === '' && more.length === 0 && !form.any && form.text.startsWith(first.text)

/** Patterns with a star before their end: each one about doubles the classes, so with more than this no walk comes to an end. */
const mostFree = 14
const fewSteps = 10_000
const isFree = (glob: Glob): boolean => glob.length > 2 || (glob.length === 2 && glob.at(1)?.text !== '')

interface Form {
  readonly segments: readonly Segment[]
  /** Do its variable parts hold no colon? */
  readonly isStrict: boolean
}

/**
 * Can a pattern match a text of this form? Parts are compared one by one up to the pattern's first wildcard, which can reach across colons; and all of
 * them where both have as many colons and the form's variables hold none.
 */
function mayMeet(segments: readonly Segment[], form: Form): boolean {
  if (form.isStrict && segments.length > form.segments.length) return false
  const aligned = form.isStrict && segments.length === form.segments.length
  const wild = segments.findIndex(({ isExact }) => !isExact)
  const compared = aligned || wild < 0 ? segments : segments.slice(0, wild + 1)
  return compared.every((segment, i) => {
    const other = form.segments[i]
    // What is behind the last colon of a form can hold more of them.
    const isLoose = !form.isStrict && i >= form.segments.length - 1
    return isLoose || (other !== undefined && agree(segment, other))
  })
}

function agree(one: Segment, other: Segment): boolean {
  if (one.isExact && other.isExact) return one.prefix === other.prefix
  const shorter = Math.min(one.prefix.length, other.prefix.length)
  if (one.prefix.slice(0, shorter) !== other.prefix.slice(0, shorter)) return false
  if (one.isExact) return one.prefix.length >= other.least
  return !other.isExact || other.prefix.length >= one.least
}

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
