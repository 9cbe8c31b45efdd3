import { DenialGroups, type Sighting } from './denial-groups.ts'
import { type Event, readEvent } from './events.ts'
import { FlatText } from './flat-text.ts'
import { type Flattening, flatten } from './flatten.ts'
import { parse } from './json-in.ts'
import { objectsIn, type Tree } from './json-tree.ts'
import { withoutLinks } from './markup.ts'
import { readMessages } from './message.ts'
import { MessageReader } from './messages-in.ts'
import { isEvent, ObjectSplitter, type Segment } from './object-splitter.ts'
import { ofEvent } from './read-denial.ts'
import { type Cell, eventOf } from './records/event-of.ts'
import { FieldRows, mayBeCell } from './records/field-rows.ts'
import { type TableRead, TableReader } from './records/table.ts'

/** Takes a large input piece by piece; each call gives the denials that became complete. */
export interface DenialReader {
  push(piece: string): readonly Sighting[]
  end(): readonly Sighting[]
}

/**
 * Reads CloudTrail events and error messages out of one stream: files of `Records`, the CLI's `Events`, arrays, lines of JSON, lines of text,
 * all mixed. Holds a megabyte at most; an event that wasn't denied is passed over without being parsed.
 */
export function createDenialReader(flattened: Flattening = flatten): DenialReader {
  const table = new TableReader()
  const splitter = new ObjectSplitter()
  const messages = new MessageReader(flattened)
  const row = new FieldRows()
  const segment = ({ kind, text, from }: Segment): readonly Sighting[] => {
    if (kind === 'object' && mayBeCell(text) && row.take(parse(text))) return []
    const ended = recordOf(row.ended(kind === 'text' ? text : undefined))
    const events = kind === 'object' ? eventsIn(text) : undefined
    return [...ended, ...(events ?? messages.push(text, from))]
  }
  const read = ({ rows, rest }: TableRead): readonly Sighting[] => [
    ...rows.flatMap(recordOf),
    ...splitter.push(rest).flatMap(segment),
  ]
  return {
    push: (piece) => read(table.push(piece)),
    end: () => [
      ...read(table.end()),
      ...splitter.end().flatMap(segment),
      ...recordOf(row.ended(undefined)),
      ...messages.end(),
    ],
  }
}

/** The denial that a record reports; if the record isn’t an event, the denials in its values. */
export function recordOf(cells: readonly Cell[] | undefined): readonly Sighting[] {
  if (!cells) return []
  const tree = eventOf(cells)
  const event = tree === undefined ? undefined : readEvent(tree)
  return event ? sightingOf(event) : []
}

/** The denials of a stream, one after the other. */
export function* streamDenials(pieces: Iterable<string>, flattened?: Flattening): Generator<Sighting> {
  const reader = createDenialReader(flattened)
  for (const piece of pieces) yield* reader.push(piece)
  yield* reader.end()
}

/** The denials of a text of any length, grouped. `flattened` gives what others have flattened. */
export function groupDenials(text: string, flattened: Flattening): DenialGroups {
  const groups = new DenialGroups()
  for (const sighting of streamDenials(piecesOf(text), flattened)) groups.add(sighting)
  return groups
}

/** The splitter is linear for pieces of this size. */
const pieceLength = 64_000

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
}

/** The denied events of an object; undefined where it holds no event and is to be read as text. */
function eventsIn(text: string): readonly Sighting[] | undefined {
  if (!isEvent(text)) return undefined
  // Each of the names has this word: most events are passed over after one search.
  if (!text.includes('error')) return []
  if (!text.includes('errorCode') && !text.includes('errorMessage') && !text.includes('"error"')) return []
  const events = [...eventsOf(parse(withoutLinks(text)))]
  return events.length > 0 ? events.flatMap(sightingOf) : undefined
}

/** Every denied event in a value, also those that stand as text inside of strings. */
export function* sightingsIn(tree: Tree): Generator<Sighting> {
  for (const event of eventsOf(tree)) yield* sightingOf(event)
}

function* eventsOf(tree: Tree): Generator<Event> {
  for (const object of objectsIn(tree, (text) => [parse(text)])) {
    const event = readEvent(object)
    if (event) yield event
  }
}

/** Read from the event alone: places would point into its error, not into the pasted text, and are left out. */
function sightingOf(event: Event): readonly Sighting[] {
  if (!event.denied && !event.isCredentialProblem) return []
  // A decoded string is a text of its own.
  const flat = new FlatText(flatten(event.errorMessage ?? ''))
  return [{ denial: { ...ofEvent(event, flat, readMessages(flat.text, flat)), spans: new Map() }, time: event.time }]
}
