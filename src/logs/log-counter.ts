import { createDenialReader, type DenialGroup, readDenials, type Sighting } from '../denial/index.ts'
import { openBytes } from './bytes.ts'
import { KindCounter } from './kind-counter.ts'
import type { ByteReader, Unread } from './plain.ts'

/** The contents of logs. Every denial is in a group or in `dropped`. */
export interface LogSummary {
  readonly groups: readonly DenialGroup[]
  /** Denials of kinds that are in no group, because there are more kinds than are listed. */
  readonly dropped: number
  /** All denials: those in groups and the dropped ones. */
  readonly denials: number
  /** How many texts were read: files, and entries of archives. */
  readonly texts: number
  readonly characters: number
  readonly unread: readonly Unread[]
}

/** A text up to this length is read as a whole where nothing in it looks like a line of a log or an event. */
const wholeLength = 400_000

/** Counts the denials of any number of logs, of any size, in bounded memory. */
export class LogCounter {
  private readonly kinds: KindCounter
  private readonly unreadFiles: Unread[] = []
  private texts = 0
  private characters = 0

  /** `mostKinds`: how many kinds of denials are listed; the others are counted. */
  constructor(mostKinds?: number) {
    this.kinds = new KindCounter(mostKinds)
  }

  /** Takes the bytes of one more file. `name` is for messages about the file. */
  file(name: string): ByteReader {
    return openBytes(name, { begin: () => this.text(), unread: (unread) => this.fail(unread) })
  }

  /** Notes a file that can't be read at all. */
  fail(unread: Unread): void {
    this.unreadFiles.push(unread)
  }

  /** Adds the results of another counter. */
  add({ groups, dropped, texts, characters, unread }: LogSummary): void {
    this.kinds.addAll(groups, dropped)
    this.texts += texts
    this.characters += characters
    this.unreadFiles.push(...unread)
  }

  summary(): LogSummary {
    const { kinds, texts, characters, unreadFiles } = this
    return { ...kinds.summary(), texts, characters, unread: [...unreadFiles] }
  }

  private text(): { text(piece: string): void; end(): void } {
    const reader = createDenialReader()
    let found = 0
    let length = 0
    let whole = ''
    const add = (sightings: readonly Sighting[]): void => {
      for (const sighting of sightings) this.kinds.add(sighting)
      found += sightings.length
    }
    return {
      text: (piece) => {
        length += piece.length
        this.characters += piece.length
        whole = length <= wholeLength ? whole + piece : ''
        add(reader.push(piece))
      },
      end: () => {
        add(reader.end())
        this.texts++
        if (found > 0 || length > wholeLength) return
        const read = readDenials(whole).filter(({ denial }) => denial.kind !== 'not-authorization')
        this.kinds.addAll(read, 0)
      },
    }
  }
}
