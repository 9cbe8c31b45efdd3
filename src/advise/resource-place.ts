import { parseArn } from '../iam/index.ts'
import { resourcePoliciesOf } from '../reference/index.ts'
import type { InArn } from './places/place.ts'
import { type Place, type PlaceId, places } from './places.ts'
import { shellWord } from './shell-word.ts'

/** The place of a resource's policy, and the resource's name there. */
export interface ResourcePlace {
  readonly id: PlaceId
  readonly place: Place
  /** Undefined where the ARN doesn't hold it. */
  readonly name: string | undefined
  /** Values of other placeholders in its commands, each a plain word for a shell. */
  readonly more: Readonly<Record<string, string>>
}

const byService = new Map<string, (readonly [PlaceId, Place])[]>()
for (const [id, place] of Object.entries<Place>(places)) {
  if (!isPlaceId(id)) continue
  for (const service of place.resource?.service.split(' ') ?? [])
    byService.set(service, [...(byService.get(service) ?? []), [id, place]])
}

function isPlaceId(id: string): id is PlaceId {
  return id in places
}

/**
 * Where the policy of a service's resource stands; undefined for a service that isn't in the table, and for a type of resource that isn't. Where the ARN doesn't
 * name one, it's the first of a service whose policies decide about calls. Prefix in lower case.
 */
export function resourcePlace(service: string, arn: string, action = ''): ResourcePlace | undefined {
  const path = parseArn(arn)?.resource
  if (path === undefined && !decidesCalls(service)) return undefined
  const fits = ({ resource }: Place): boolean =>
    resource?.actions?.test(action) !== false &&
    (path === undefined ? resource?.isRare !== true : resource?.only?.test(path) !== false)
  const [id, place] = byService.get(service)?.find(([, each]) => fits(each)) ?? []
  return id && place && { id, place, name: nameIn(arn, place), more: moreIn(arn, place) }
}

/** Do policies of this service's resources decide about calls, or do they only share, or let AWS services in? */
const decidesCalls = (service: string): boolean =>
  ['access', 'delegation'].includes(resourcePoliciesOf(service, '') ?? '')

/** Many commands take the account’s number, too. */
const account: InArn = ['<ACCOUNT_ID>', /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/]

function moreIn(arn: string, { resource }: Place): Readonly<Record<string, string>> {
  const found = [...(resource?.more ?? []), account].flatMap(([placeholder, pattern, value = '$1']) => {
    const match = pattern.exec(arn)
    const word = match ? shellWord(match[0].replace(pattern, value), '') : ''
    return word === '' ? [] : [[placeholder, word] as const]
  })
  return Object.fromEntries(found)
}

/** The part of an ARN that commands take: all of it, or a part of what follows the account. */
function nameIn(arn: string, { resource }: Place): string | undefined {
  const whole = parseArn(arn)?.resource
  const match = whole === undefined ? null : resource?.only?.exec(whole)
  // A pattern without a group takes all of it; a group that isn't there, nothing.
  const path = match && match.length > 1 ? match[1] : whole
  switch (resource?.name) {
    case 'arn':
      return path === undefined || whole === undefined ? undefined : arn.slice(0, arn.length - whole.length) + path
    case 'none':
      return undefined
    case 'first':
      return path?.split('/', 1)[0]
    case 'segment':
      return path?.split('/')[1]
    case 'second':
      return path?.slice(path.indexOf('/') + 1)
    default:
      return path?.split(/[/:]/).at(-1)
  }
}
