import type { DenialKind } from './denial.ts'
import type { Sighting } from './denial-groups.ts'
import { type Event, readEvent } from './events.ts'
import { flatten } from './flatten.ts'
import { parse } from './json-in.ts'
import { objectsIn, type Tree } from './json-tree.ts'
import { readMessages } from './message.ts'
import { ObjectSplitter } from './object-splitter.ts'
import { ofEvent } from './read-denial.ts'

/** Takes a large input piece by piece; each call gives the denials that became complete. */
export interface EventReader {
  push(piece: string): readonly Sighting[]
  end(): readonly Sighting[]
}

/**
 * Reads CloudTrail events out of a stream: files of `Records`, the CLI's `Events`, arrays, lines of JSON, mixed with anything. Holds one
 * event at a time; what was not denied is passed over without being parsed.
 */
export function createEventReader(): EventReader {
  const splitter = new ObjectSplitter()
  return {
    push: (piece) => splitter.push(piece).flatMap(deniedIn),
    end: () => {
      const open = splitter.end()
      return open === undefined ? [] : deniedIn(open)
    },
  }
}

/** The denials of a stream, one after the other. */
export function* streamDenials(pieces: Iterable<string>): Generator<Sighting> {
  const reader = createEventReader()
  for (const piece of pieces) yield* reader.push(piece)
  yield* reader.end()
}

function deniedIn(text: string): readonly Sighting[] {
  return text.includes('errorCode') || text.includes('errorMessage') ? [...sightingsIn(parse(text))] : []
}

/** Every denied event in a value, also those that stand as text inside of strings. */
export function* sightingsIn(tree: Tree): Generator<Sighting> {
  for (const object of objectsIn(tree, (text) => [parse(text)])) {
    const event = readEvent(object)
    if (event && (event.denied || event.isCredentialProblem)) yield sightingOf(event)
  }
}

const counted: ReadonlySet<DenialKind> = new Set([
  'access-denied',
  'encoded-authorization-failure',
  'credential-problem',
])
export const isCounted = (kind: DenialKind): boolean => counted.has(kind)

/** Read from the event alone: places would point into its error, not into the pasted text, and are left out. */
function sightingOf(event: Event): Sighting {
  const flat = flatten(event.errorMessage ?? '')
  return { denial: { ...ofEvent(event, flat, readMessages(flat.text)), spans: new Map() }, time: event.time }
}
