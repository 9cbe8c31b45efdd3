import { type Decoded, type Event, readDecoded, readEvent } from './events.ts'
import { jsonObjects, longestJson, spellings } from './json-in.ts'
import { withoutLinks } from './markup.ts'
import { eventOf } from './records/event-of.ts'
import { lineRecords } from './records/lines.ts'
import { rowsOf } from './records/rows-of.ts'
import { TableReader } from './records/table.ts'

/** A decoded message, or the event that counts: the first that was denied, else the first that failed on its credentials, else the first. */
export interface Documents {
  readonly decoded?: Decoded
  readonly event?: Event
}

/** The words without which no event and no decoded message is written. */
const trace = /user_?identity|explicitDeny|event_?(?:source|name)|DecodedMessage|"operation"\s?:/i
/** No paste has more; a file that has more is streamed. */
const most = 200_000

/** Looks for CloudTrail events and decoded authorization messages in a text, however it is quoted. */
export function readDocuments(text: string, flat: string): Documents {
  if (!trace.test(text)) return {}
  for (const spelling of spellings(withoutLinks(text), flat)) {
    const found = firstIn(spelling)
    if (found.decoded || found.event) return found
  }
  const event = recordIn(text)
  return event ? { event } : {}
}

/** The first denied event of a table, of a query's result, or of lines of names and values. */
function recordIn(text: string): Event | undefined {
  if (text.length > longestJson) return undefined
  const table = new TableReader()
  const parts = [table.push(text), table.end()]
  const rest = parts.map((part) => part.rest).join('')
  for (const cells of [...parts.flatMap(({ rows }) => rows), ...rowsOf(rest), ...lineRecords(rest).records]) {
    const tree = eventOf(cells)
    const event = tree === undefined ? undefined : readEvent(tree)
    if (event?.denied || event?.isCredentialProblem) return event
  }
  return undefined
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
