import { parseArn } from '../iam/index.ts'
import { type Place, type PlaceId, places } from './places.ts'

/** The place of a resource's policy, and the resource's name there. */
export interface ResourcePlace {
  readonly id: PlaceId
  readonly place: Place
  /** Undefined where the ARN doesn't hold it. */
  readonly name: string | undefined
}

const byService = new Map<string, (readonly [PlaceId, Place])[]>()
for (const [id, place] of Object.entries(places)) {
  if (!place.resource || !isPlaceId(id)) continue
  byService.set(place.resource.service, [...(byService.get(place.resource.service) ?? []), [id, place]])
}

function isPlaceId(id: string): id is PlaceId {
  return id in places
}

/**
 * Where the policy of a service's resource stands; undefined for a service that isn't in the table, and for a type of resource that isn't. Where the ARN doesn't
 * name one, it's the service's first. Prefix in lower case.
 */
export function resourcePlace(service: string, arn: string): ResourcePlace | undefined {
  const path = parseArn(arn)?.resource
  const fits = ({ resource }: Place): boolean => path === undefined || resource?.only?.test(path) !== false
  const [id, place] = byService.get(service)?.find(([, each]) => fits(each)) ?? []
  return id && place && { id, place, name: nameIn(arn, place) }
}

/** The part of an ARN that commands take: all of it, or a part of what follows the account. */
function nameIn(arn: string, { resource }: Place): string | undefined {
  const path = parseArn(arn)?.resource
  switch (resource?.name) {
    case 'arn':
      return arn
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
