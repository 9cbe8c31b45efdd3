import { parseArn } from '../iam/index.ts'
import { type Place, type PlaceId, places } from './places.ts'

/** The place of a resource's policy, and the resource's name there. */
export interface ResourcePlace {
  readonly id: PlaceId
  readonly place: Place
  /** Undefined where the ARN doesn't hold it. */
  readonly name: string | undefined
}

const byService: ReadonlyMap<string, readonly [PlaceId, Place]> = new Map(
  Object.entries(places).flatMap(([id, place]) =>
    isPlaceId(id) && place.resource ? [[place.resource.service, [id, place] as const] as const] : [],
  ),
)

function isPlaceId(id: string): id is PlaceId {
  return id in places
}

/** Where the policy of a service's resource stands; undefined for a service that isn't in the table. Prefix in lower case. */
export function resourcePlace(service: string, arn: string): ResourcePlace | undefined {
  const [id, place] = byService.get(service) ?? []
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
    case 'second':
      return path?.slice(path.indexOf('/') + 1)
    default:
      return path?.split(/[/:]/).at(-1)
  }
}
