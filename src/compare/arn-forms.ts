import { type Glob, globMatch, readPattern, splitArn, type TextPattern, textWith } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Entry } from './policy-set.ts'

/** The forms in which resources are looked for. `complete` is false if there are others that couldn't be listed. */
export interface Forms {
  readonly forms: readonly Format[]
  readonly complete: boolean
}

/** Stands for every service that no policy names. */
const otherService = 'another-service'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const partitions: readonly string[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
]

/**
 * The forms of ARNs that can make a difference: those of the services that actions or resources name, one of a service that none does, and what a
 * pattern of a resource describes itself if it names a service with a wildcard, or has a form that the reference lacks: AWS can know more than our data.
 */
export function universesOf(
  entries: readonly Entry[],
  globs: readonly Glob[],
  reference: Reference | undefined,
): Forms {
  const services = new Set<string>()
  const named = new Set<string>()
  for (const { statement } of entries) {
    for (const { value } of statement.statement.action?.items ?? [])
      if (value.kind === 'action') services.add(value.service)
    for (const { value } of statement.statement.resource?.items ?? []) {
      const [, partition, service] = splitArn(value.raw) ?? []
      if (partition && /^[a-z-]+$/.test(partition)) named.add(partition)
      if (service && /^[a-z0-9-]+$/.test(service)) services.add(service)
    }
  }
  const texts = globs.map(textOf)
  const apart = [...new Set([...partitionsApart(texts), ...named])]
  const usual = apart.flatMap((partition) => [
    ...[...services].flatMap((service) => formsOf(partition, service, reference)),
    formOf(`arn:${partition}:${otherService}:*:*:?*`, 5),
  ])
  const isUsual = (text: string): boolean => {
    const [, , service = '*'] = text.split(':')
    // Every service's ARNs are below the form of one that no policy names.
    if (isWildService(text)) return false
    if (service === '*') return true
    const segments = segmentsIn(text)
    return usual.some((format) => format.segments[2]?.prefix === service && mayMeet(segments, format))
  }
  const own = texts.filter((text) => !isUsual(text)).map((text) => ownForms(text, apart))
  return {
    forms: [...usual, ...own.flatMap(({ forms }) => forms)],
    complete: own.every(({ complete }) => complete),
  }
}

/** The pattern as it is written; a letter that can be any is a question mark. */
export const textOf = (glob: Glob): string => glob.map((piece) => textWith('?', piece)).join('*')

const isWild = (part: string): boolean => /[*?]/.test(part)

/** Can the part of a pattern that names the service be several, but not all? */
function isWildService(text: string): boolean {
  const [first = '', , service = ''] = text.split(':')
  return [first, service].some((part) => isWild(part) && part !== '*')
}

/** The partitions that the patterns tell apart, the standard one first. */
function partitionsApart(texts: readonly string[]): readonly string[] {
  const parts = texts.flatMap((text) => text.split(':').slice(1, 2))
  const globs = parts.map((part) => readPattern(part, false).glob).filter((glob) => glob !== undefined)
  if (!parts.some(isWild)) return ['aws']
  const seen = new Set<string>()
  const apart = partitions.filter((partition) => {
    const matched = globs.map((glob) => globMatch(glob, partition)).join()
    return matched.includes('true') && !seen.has(matched) && seen.add(matched)
  })
  return ['aws', ...apart.filter((partition) => partition !== 'aws')]
}

function formsOf(partition: string, service: string, reference: Reference | undefined): readonly Format[] {
  const types = [...(reference?.services.get(service)?.resourceTypes.values() ?? [])]
  // Another service's action can act on this one's resources, and a form that the reference lacks must not be a gap in a proof.
  if (types.length === 0) return [formOf(`arn:${partition}:${service}:*:*:?*`, 5)]
  const raws = types.flatMap(({ name, forms }) =>
    forms.map((form) => ({
      raw: form.raw.replace(/\$\{Partition\}/, partition).replaceAll(/\$\{[^}]*\}/g, '?*'),
      colons: service === 's3' && name.includes('object') ? 5 : everyColon,
    })),
  )
  // Of forms that do the same, the first one makes the example: a bucket's object explains more than an access point's.
  return raws.sort((a, b) => wildcardsIn(a.raw) - wildcardsIn(b.raw)).map(({ raw, colons }) => formOf(raw, colons))
}

const wildcardsIn = (raw: string): number => raw.split('*').length

/** Parts of an ARN. */
const parts = 6

/** Ways to spread the colons that a pattern lacks over its stars that are listed at most. */
const mostWays = 40

/**
 * The ARNs that a pattern matches, as forms in which a star ends at a colon. "arn:aws:s*" has fewer parts than an ARN, so its star runs across colons:
 * each way to have the missing ones within its stars is a form of its own.
 */
function ownForms(text: string, apart: readonly string[]): Forms {
  const pieces = text.split('*')
  const missing = parts - text.split(':').length
  const ways = missing > 0 ? spread(missing, pieces.length - 1) : [[]]
  const raws = ways.slice(0, mostWays).map((counts) => {
    const stars = pieces.slice(1).map((_, i) => Array.from({ length: (counts[i] ?? 0) + 1 }, () => '*').join(':'))
    return pieces.map((piece, i) => piece + (stars[i] ?? '')).join('')
  })
  return {
    forms: raws.flatMap((raw) => asArns(raw, apart)).map((raw) => formOf(raw, 5)),
    complete: ways.length <= mostWays,
  }
}

/** A form that begins as ARNs do, in each partition; its service and its resource are never empty. */
function asArns(raw: string, apart: readonly string[]): readonly string[] {
  const [arn = '', partition = '', service = '', region = '', account = '', ...rest] = raw.split(':')
  if (!matches(arn, 'arn')) return []
  const resource = rest.join(':')
  const filled = (part: string): string => (part === '*' ? '?*' : part)
  return apart
    .filter((each) => matches(partition, each))
    .map((each) => `arn:${each}:${filled(service)}:${region}:${account}:${filled(resource)}`)
}

const matches = (part: string, text: string): boolean => {
  const { glob } = readPattern(part, false)
  return glob !== undefined && globMatch(glob, text)
}

/** Every way to spread a number over places. */
function spread(count: number, places: number): readonly (readonly number[])[] {
  if (places <= 0) return []
  if (places === 1) return [[count]]
  return Array.from({ length: count + 1 }, (_, own) => own).flatMap((own) =>
    spread(count - own, places - 1).map((others) => [own, ...others]),
  )
}

/** Only in the names of S3 objects a colon can follow: every other variable part of an ARN ends at one, unless a pattern says otherwise. */
const everyColon = 99

function formOf(raw: string, colons: number): Format {
  const glob = readPattern(raw, false).glob ?? [{ text: raw, any: undefined }]
  return { pattern: { glob, ignoresCase: false, colons }, segments: segmentsIn(raw), isStrict: colons === everyColon }
}

/** A part of a pattern between two colons. */
export interface Segment {
  /** The text before its first wildcard. */
  readonly prefix: string
  readonly isExact: boolean
  /** Letters that a text must have there at least. */
  readonly least: number
}

export const segmentsOf = (glob: Glob): readonly Segment[] => segmentsIn(textOf(glob))

const segmentsIn = (text: string): readonly Segment[] =>
  text.split(':').map((part) => {
    const wild = part.search(/[*?]/)
    const isExact = wild < 0
    return { prefix: isExact ? part : part.slice(0, wild), isExact, least: part.replaceAll('*', '').length }
  })

/** A form, by its parts. */
export interface Format {
  readonly pattern: TextPattern
  readonly segments: readonly Segment[]
  /** Do its variable parts hold no colon? */
  readonly isStrict: boolean
}

/**
 * Can a pattern match a text of this form? Parts are compared one by one up to the pattern's first wildcard, which can reach across colons; and all of
 * them where both have as many colons and the form's variables hold none.
 */
export function mayMeet(segments: readonly Segment[], form: Format): boolean {
  if (form.isStrict && segments.length > form.segments.length) return false
  const aligned = form.isStrict && segments.length === form.segments.length
  const wild = segments.findIndex(({ isExact }) => !isExact)
  const compared = aligned || wild < 0 ? segments : segments.slice(0, wild + 1)
  return compared.every((segment, i) => {
    const other = form.segments[i]
    // What is behind the last colon of a form can hold more of them.
    if (!form.isStrict && i >= form.segments.length - 1) return other === undefined || beginAlike(segment, other)
    return other !== undefined && agree(segment, other)
  })
}

function agree(one: Segment, other: Segment): boolean {
  if (one.isExact && other.isExact) return one.prefix === other.prefix
  if (!beginAlike(one, other)) return false
  if (one.isExact) return one.prefix.length >= other.least
  return !other.isExact || other.prefix.length >= one.least
}

function beginAlike(one: Segment, other: Segment): boolean {
  const shorter = Math.min(one.prefix.length, other.prefix.length)
  return one.prefix.slice(0, shorter) === other.prefix.slice(0, shorter)
}
