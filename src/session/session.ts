import { type Reading, readAll } from '../denial/index.ts'
import { sizeOf } from '../lint/index.ts'
import { requiredServices } from '../reference/index.ts'
import { languagesFor } from './languages.ts'

/** The engine's state between two questions: only what it parsed from the texts of the last question. */
export interface Session {
  /** Reads a paste, or gives what was read of it for the last question. */
  read(paste: string): Promise<Reading>
  /** The services that a text mentions. */
  servicesIn(text: string): readonly string[]
  /** The size of a policy as AWS counts it. */
  sizeOf(text: string): number
  /** Forgets every text that isn't one of these. */
  keep(texts: readonly string[]): void
  /** Forgets everything. */
  clear(): void
  /** The texts that the session holds results for. */
  readonly texts: readonly string[]
}

/** An empty session. */
export function createSession(): Session {
  const readings = new Map<string, Reading>()
  const services = new Map<string, readonly string[]>()
  const sizes = new Map<string, number>()
  const all = [readings, services, sizes]
  return {
    async read(paste) {
      const reading = readings.get(paste) ?? readAll(paste, await languagesFor([paste]))
      readings.set(paste, reading)
      // What is left of the paste when its documents are out was read with it, and is the next question's paste.
      if (reading.rest !== paste) readings.set(reading.rest, { ...reading, text: reading.rest, documents: [] })
      return reading
    },
    servicesIn: (text) => heldIn(services, text, (each) => requiredServices([each])),
    sizeOf: (text) => heldIn(sizes, text, sizeOf),
    keep(texts) {
      const wanted = new Set(texts)
      for (const held of all) for (const text of held.keys()) if (!wanted.has(text)) held.delete(text)
    },
    clear() {
      for (const held of all) held.clear()
    },
    get texts() {
      return [...new Set(all.flatMap((held) => [...held.keys()]))]
    },
  }
}

function heldIn<Value>(held: Map<string, Value>, text: string, read: (text: string) => Value): Value {
  const value = held.get(text) ?? read(text)
  held.set(text, value)
  return value
}
