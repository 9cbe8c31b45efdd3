import { accessPlaces } from './places/access-resources.ts'
import { attachedPlaces } from './places/attached.ts'
import { moreResourcePlaces } from './places/more-resources.ts'
import { resourcePlaces } from './places/resources.ts'
import { sharedPlaces } from './places/shared-resources.ts'

export { type Place, withName, withNames } from './places/place.ts'

/**
 * Where policies stand, and what reads and writes them there: this table drives fetching, fixing, and exporting. Options are checked against the AWS CLI
 * in test/advise/commands.test.ts, and test/advise/every-place.test.ts looks for types of resources that are missing.
 */
export const places = { ...attachedPlaces, ...resourcePlaces, ...moreResourcePlaces, ...accessPlaces, ...sharedPlaces }

/** A place where a policy can stand. */
export type PlaceId = keyof typeof places
