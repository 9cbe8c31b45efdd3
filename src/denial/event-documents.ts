import { type Decoded, type Event, readDecoded, readEvent } from './events.ts'
import { jsonObjects, spellings } from './json-in.ts'
import { withoutLinks } from './markup.ts'

/** A decoded message, or the event that counts: the first that was denied, else the first that failed on its credentials, else the first. */
export interface Documents {
  readonly decoded?: Decoded
  readonly event?: Event
}

/** The words without which no event and no decoded message is written. */
const trace = /userIdentity|explicitDeny|eventSource|DecodedMessage/i
/** No paste has more; a file that has more is streamed. */
const most = 200_000

/** Looks for CloudTrail events and decoded authorization messages in a text, however it is quoted. */
export function readDocuments(text: string, flat: string): Documents {
  if (!trace.test(text)) return {}
  for (const spelling of spellings(withoutLinks(text), flat)) {
    const found = firstIn(spelling)
    if (found.decoded || found.event) return found
  }
  return {}
}

function firstIn(text: string): Documents {
  let event: Event | undefined
  let seen = 0
  for (const tree of jsonObjects(text)) {
    const decoded = readDecoded(tree)
    if (decoded) return { decoded }
    const read = readEvent(tree)
    if (read?.denied) return { event: read }
    if (!event || (read?.isCredentialProblem && !event.isCredentialProblem)) event = read ?? event
    if (++seen > most) break
  }
  return event ? { event } : {}
}
