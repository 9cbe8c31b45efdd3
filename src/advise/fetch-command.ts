import type { PolicyType } from '../iam/index.ts'
import { fetchPlace, placeByArn } from './fetch-place.ts'
import { withNames } from './places.ts'
import type { Asked, Stated } from './situation.ts'

/**
 * A read-only AWS CLI command that fetches a document of this type; undefined if no single command can. Pasted names are used only if they
 * are plain words, because people run the command in a shell.
 */
export function fetchCommand(type: PolicyType, asked: Asked | undefined, stated: Stated): string | undefined {
  const named = stated.policyType === type && stated.policyArn ? placeByArn(stated.policyArn) : undefined
  const found = named ?? fetchPlace(type, asked)
  return found?.place.get === undefined ? undefined : withNames(found.place.get, found)
}
