// What each global condition key holds, and which requests carry it: sentences for hovers and for the keys' own pages.
import type { KeyWords } from './key-words.ts'
import { keysOfCallers } from './keys-of-callers.ts'
import { keysOfRequests } from './keys-of-requests.ts'

/** By the key's name in AWS's spelling. Keys that AWS doesn't explain aren't in it. */
export const globalKeyWords: ReadonlyMap<string, KeyWords> = new Map([...keysOfCallers, ...keysOfRequests])

/** About a key with several values. */
export const severalValuesNote = 'It can have several values. Use `ForAnyValue` or `ForAllValues`.'

/** About a key of one service, of which only its type is known. */
export const serviceKeySentence = (service: string, type: string): string =>
  `A condition key of ${service}. Type: ${type}.`
