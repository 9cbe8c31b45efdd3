import { readOf } from '../evaluate/index.ts'
import { parseArn } from '../iam/index.ts'
import type { StandingPolicy } from './situation.ts'

/** The ARNs without wildcards and variables in the Resource elements of policies, each once. */
function namedIn(policies: readonly StandingPolicy[]): readonly string[] {
  const found = policies.flatMap((policy) =>
    readOf(policy).policy.statements.flatMap(({ resource }) => resource?.items.map(({ value }) => value.raw) ?? []),
  )
  return [...new Set(found)].filter((arn) => parseArn(arn) !== undefined)
}

/** The only ARN of this template that the policies name in full; undefined where they name none or several. */
export function onlyResource(template: string, policies: readonly StandingPolicy[]): string | undefined {
  const shape = shapeOf(template)
  const fitting = namedIn(policies).filter((arn) => !/[*?]|\$\{/.test(arn) && fits(arn, shape))
  return fitting.length === 1 ? fitting[0] : undefined
}

/** The only bucket that the policies name, with or without what's in it. */
export function onlyBucket(policies: readonly StandingPolicy[]): string | undefined {
  const buckets = namedIn(policies).flatMap(
    (arn) => /^arn:aws[\w-]*:s3:::([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/|$)/.exec(arn)?.[1] ?? [],
  )
  const [bucket, ...more] = new Set(buckets)
  return more.length === 0 ? bucket : undefined
}

/** The texts between a template's holes. */
const shapeOf = (template: string): readonly string[] =>
  template.replace(/^arn:\$\{Partition\}/, 'arn:aws').split(/\$\{\w+\}/)

/** Has the text these pieces, in order, with something without a colon or a slash in each hole? A last hole takes slashes, too. */
function fits(text: string, [start = '', ...pieces]: readonly string[]): boolean {
  if (!text.startsWith(start)) return false
  let at = start.length
  for (const [i, piece] of pieces.entries()) {
    const isLast = i === pieces.length - 1
    const end = isLast && piece === '' ? text.length : text.indexOf(piece, at + (piece.startsWith(':') ? 0 : 1))
    if (end < 0) return false
    const hole = text.slice(at, end)
    if (hole.includes(':') || (hole.includes('/') && !(isLast && start.split(':')[2] !== 's3'))) return false
    at = end + piece.length
  }
  return at === text.length
}
