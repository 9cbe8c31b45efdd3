import { attachedPlaces } from './places/attached.ts'
import { moreResourcePlaces } from './places/more-resources.ts'
import type { Place, PlaceId } from './places/place.ts'
import { resourcePlaces } from './places/resources.ts'

export { type Place, type PlaceId, withName } from './places/place.ts'

/**
 * Where policies stand, and what reads and writes them there: this table drives fetching, fixing, and exporting. Options are checked against the AWS CLI
 * in test/advise/commands.test.ts.
 */
export const places: Readonly<Record<PlaceId, Place>> = { ...attachedPlaces, ...resourcePlaces, ...moreResourcePlaces }
