import { isPartition, isRegion, partitionNames, regionNames } from '../reference/index.ts'
import { once } from '../text/index.ts'
import { hasOperation, isOperation, operationNames } from './operation-services.ts'
import { isServiceName, nearestServices, servicePrefixes } from './service-prefixes.ts'

/** Letters that a screenshot's text has for each other, and the one that replaces all of them. */
const alike: readonly (readonly [glyphs: RegExp, one: string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[ij1|!]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/8/g, 'b'],
]

/** A name as a blurred eye sees it: names that look alike have the same outline. */
const outlineOf = (name: string): string =>
  alike.reduce((rest, [glyphs, one]) => rest.replace(glyphs, one), name.toLowerCase())

const byOutline = (names: readonly string[]): ReadonlyMap<string, readonly string[]> => Map.groupBy(names, outlineOf)

const services = once(() => byOutline(servicePrefixes()))
const operations = once(() => byOutline(operationNames()))
const regions = once(() => byOutline(regionNames))
const partitions = once(() => byOutline(partitionNames))
const kinds = once(() =>
  byOutline(['user', 'role', 'group', 'policy', 'assumed-role', 'federated-user', 'instance-profile', 'mfa']),
)

/**
 * The actions that one in a screenshot's text can mean, the likeliest first; empty where it's an action as it is, or resembles none. A service that
 * only differs in one letter must have the operation: other prefixes can be newer than the table.
 */
export function actionsLike(written: string): readonly string[] {
  const [prefix = '', name = ''] = written.split(/[:;]/)
  const isKnown = isServiceName(prefix)
  if (isKnown && isOperation(name)) return written.includes(':') ? [] : [`${prefix}:${name}`]
  const names = isOperation(name) ? [name] : (operations().get(outlineOf(name)) ?? [name])
  const looking = isKnown ? [prefix] : (services().get(outlineOf(prefix)) ?? [])
  const combined = (prefixes: readonly string[]): readonly string[] =>
    prefixes.flatMap((service) => names.map((operation) => `${service}:${operation}`))
  const found =
    [looking, isKnown ? [] : nearestServices(prefix)]
      .map((prefixes) => combined(prefixes).filter(isOwned))
      .find((owned) => owned.length > 0) ?? combined(looking)
  return found.filter((action) => action !== written)
}

/** Does the service have the operation? */
const isOwned = (action: string): boolean => {
  const [service = '', operation = ''] = action.split(':')
  return hasOperation(service.toLowerCase(), operation)
}

/** An ARN whose marks and letters a screenshot's text changed: "arn:aws:s3;;;b", "arn:aws:iarn::…". Its first five parts have marks between them. */
const parts =
  /^([a-z0-9]{2,4})[:;]([\w-]{3,30})[:;]([\w-]{1,40})[:;]([\w-]{0,30})[:;]([^:;\s]{0,40})[:;](\S.{0,2000})$/is
/** The mark before the service, read as a letter: "arn:awstiam::". */
const swallowed = /^([a-z0-9]{2,4}[:;]aws(?:-cn|-us-gov)?)[tl1]([a-z0-9-]{2,40}[:;].{0,2100})$/is

/**
 * What a caller's or a resource's ARN in a screenshot's text says; undefined where it's an ARN as it is, or resembles none. `action` is what was denied:
 * a service that differs in one letter from the action's is that one. Names that people choose can't be told and stay as they are.
 */
export function arnLike(written: string, action: string | undefined): string | undefined {
  const found = parts.exec(written) ?? parts.exec(written.replace(swallowed, '$1:$2'))
  if (!found) return undefined
  const [, head = '', partition = '', service = '', region = '', account = '', rest = ''] = found
  if (outlineOf(head) !== outlineOf('arn')) return undefined
  const named = serviceOfArn(service, action?.split(':')[0]?.toLowerCase())
  const read = [
    'arn',
    isPartition(partition) ? partition : only(partitions().get(outlineOf(partition)), partition),
    named,
    region === '' || isRegion(region) ? region : only(regions().get(outlineOf(region)), region),
    accountLike(account),
    named === 'iam' || named === 'sts' ? withKind(rest) : rest,
  ].join(':')
  return read.toLowerCase() === written.toLowerCase() ? undefined : read
}

/** The only name that looks so; otherwise, the text as it is. */
const only = (names: readonly string[] | undefined, written: string): string =>
  names?.length === 1 ? (names[0] ?? written) : written

function serviceOfArn(written: string, denied: string | undefined): string {
  if (isServiceName(written)) return written
  if (
    denied !== undefined &&
    isServiceName(denied) &&
    (nearestServices(written).includes(denied) || outlineOf(written) === outlineOf(denied))
  )
    return denied
  return only(services().get(outlineOf(written)), written)
}

/** Digits that became letters, where most are still digits. */
function accountLike(written: string): string {
  if (!/^[\dOoQlIi|!ZSB]{12}$/.test(written) || (written.match(/\d/g)?.length ?? 0) < 7) return written
  return written
    .replace(/[OoQ]/g, '0')
    .replace(/[lIi|!]/g, '1')
    .replaceAll('Z', '2')
    .replaceAll('S', '5')
    .replaceAll('B', '8')
}

function withKind(rest: string): string {
  const at = rest.indexOf('/')
  const kind = rest.slice(0, Math.max(0, at))
  return at < 0 ? rest : `${only(kinds().get(outlineOf(kind)), kind)}${rest.slice(at)}`
}
