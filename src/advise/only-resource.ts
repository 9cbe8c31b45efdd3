import { readOf } from '../evaluate/index.ts'
import { coversActions, isAccountId, matches, parseArn, readAction, type Statement } from '../iam/index.ts'
import type { StandingPolicy } from './situation.ts'

/** The ARNs in the Resource elements of policies, each once. */
export function namedIn(
  policies: readonly StandingPolicy[],
  counts: (statement: Statement) => boolean = () => true,
): readonly string[] {
  const found = policies.flatMap((policy) =>
    readOf(policy)
      .policy.statements.filter(counts)
      .flatMap(({ resource }) => resource?.items.map(({ value }) => value.raw) ?? []),
  )
  return [...new Set(found)].filter((arn) => parseArn(arn) !== undefined)
}

/** Those in statements about an action. */
function namedAbout(action: string, policies: readonly StandingPolicy[]): readonly string[] {
  const asked = readAction(action)
  return namedIn(
    policies,
    ({ action: clause }) => clause?.sense !== 'any-of' || clause.items.some(({ value }) => coversActions(value, asked)),
  )
}

/** Those that a call of this action can be meant to act on: `s3:ListAllMyBuckets` on every bucket says nothing about uploads to one of them. */
export function namedFor(action: string, policies: readonly StandingPolicy[]): readonly string[] {
  const own = namedAbout(action, policies)
  return namedIn(policies).filter((raw) => own.includes(raw) || !own.some((each) => matches(raw, each)))
}

/** The only ARN of this template that the policies name in full; undefined where they name none or several, or others of it by a pattern. */
export function onlyResource(template: string, policies: readonly StandingPolicy[]): string | undefined {
  // What is below a domain is "domain/logs/*" in requests that don't say more, so such an end isn't open.
  const end = template.endsWith('/*') ? '/*' : ''
  const shape = shapeOf(template.slice(0, template.length - end.length))
  const named = namedIn(policies).filter((raw) => raw.endsWith(end))
  const start = (raw: string): string => raw.slice(0, raw.length - end.length)
  const [only, ...more] = named.filter((raw) => !/[*?]|\$\{/.test(start(raw)) && fits(start(raw), shape))
  const isOther = (raw: string): boolean =>
    only !== undefined &&
    /[*?]/.test(start(raw)) &&
    fits(start(raw).replaceAll(/[*?]/g, 'x'), shape) &&
    !matches(raw, only)
  return more.length > 0 || named.some(isOther) ? undefined : only
}

/** The only bucket that the policies name, with or without what's in it. */
export function onlyBucket(policies: readonly StandingPolicy[]): string | undefined {
  const buckets = namedIn(policies).flatMap(
    (arn) => /^arn:aws[\w-]*:s3:::([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/|$)/.exec(arn)?.[1] ?? [],
  )
  const [bucket, ...more] = new Set(buckets)
  return more.length === 0 ? bucket : undefined
}

/** The only API that the policies name, with or without its stages: "arn:aws:execute-api:eu-west-1:111122223333:abcdef123". */
export function onlyApi(policies: readonly StandingPolicy[]): string | undefined {
  const apis = namedIn(policies).flatMap(
    (arn) => /^arn:aws[\w-]*:execute-api:[^:*]+:[^:*]+:[^:/*?]+(?=\/|$)/.exec(arn)?.[0] ?? [],
  )
  const [api, ...more] = new Set(apis)
  return more.length === 0 ? api : undefined
}

/** No policies for one service name more Regions than AWS has. */
const mostRegions = 50

/**
 * The Region in which the policies name resources of a service. Of several, that of an ARN that the resource has there: `arnIn` is the resource's ARN
 * in a Region.
 */
export function onlyRegion(
  service: string,
  policies: readonly StandingPolicy[],
  arnIn: (region: string) => string,
): string | undefined {
  const named = namedIn(policies).filter((arn) => arn.split(':', 3)[2] === service)
  const regions = [...new Set(named.map((arn) => arn.split(':', 4)[3] ?? ''))].filter((region) =>
    /^[a-z]+(?:-[a-z]+)+-\d$/.test(region),
  )
  const some = regions.slice(0, mostRegions)
  return some.find((region) => named.some((arn) => matches(arn, arnIn(region)))) ?? some[0]
}

/**
 * The only account in which the policies name resources of this template for an action: a policy of someone whose name isn't known is about their own
 * account. Undefined where they name none or several.
 */
export function onlyAccount(action: string, template: string, policies: readonly StandingPolicy[]): string | undefined {
  const kind = kindOf(template)
  const accounts = namedAbout(action, policies)
    .filter((arn) => kindOf(arn) === kind)
    .map((arn) => parseArn(arn)?.account ?? '')
  const [only, ...more] = new Set(accounts)
  return more.length === 0 && isAccountId(only ?? '') ? only : undefined
}

/** "ec2 security-group": the service and what comes before the name. */
function kindOf(arn: string): string {
  const [, , service = '', , , ...rest] = arn.split(':')
  return `${service} ${/^[a-z][\w-]*(?=[/:])/.exec(rest.join(':'))?.[0] ?? ''}`
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
