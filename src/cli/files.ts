import { createReadStream, statSync } from 'node:fs'
import { type ByteReader, openLater, type Unread } from '../logs/index.ts'
import { type Io, OutputError, whyUnreadable } from './io.ts'
import { unpacked } from './unpacked.ts'

/** Is it the name of one file, and not of a folder? A file can have any name. */
export function isFile(name: string): boolean {
  try {
    return !statSync(name).isDirectory()
  } catch {
    return false
  }
}

/** The file name that people see. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

/** Makes the reader of a file that begins with these bytes. */
type OpenReader = (first: Uint8Array) => ByteReader | Promise<ByteReader>

/** Pushes the bytes of a file into a reader; gives why they can't be read, undefined where all is well. `progress` hears how many were. */
export async function pushFile(
  file: string,
  io: Pick<Io, 'stdin'>,
  open: OpenReader,
  progress: (bytes: number) => void = () => undefined,
): Promise<Unread | undefined> {
  let reader: ByteReader | undefined
  let read = 0
  const hear = (length: number): void => {
    read += length
    progress(read)
  }
  try {
    for await (const bytes of unpacked(heard(bytesOf(file, io), hear))) {
      reader ??= await open(bytes)
      reader.push(bytes, false)
    }
    reader ??= await open(nothing)
    reader.push(nothing, true)
    return undefined
  } catch (error) {
    // What was read so far counts.
    if (read > 0) reader?.push(nothing, true)
    return { name: nameOf(file), why: whyUnreadable(error) }
  }
}

const nothing = new Uint8Array(0)

/** Tells how many bytes came. */
async function* heard(source: AsyncIterable<Uint8Array>, hear: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    yield bytes
    hear(bytes.length)
  }
}

async function* bytesOf(file: string, io: Pick<Io, 'stdin'>): AsyncGenerator<Uint8Array> {
  if (file === '-') yield* io.stdin()
  else for await (const bytes of createReadStream(file)) if (bytes instanceof Uint8Array) yield bytes
}

/** A text to be read as a whole, and where it came from. */
export interface NamedText {
  readonly file: string
  readonly text: string
}

/** A text longer than this doesn't fit into memory as one; `denials` reads logs of any size. */
const longestText = 200_000_000

/** The texts of a file: one, or those in an archive. UTF-8, UTF-16, gzip, and zip are recognized by content. */
export async function readTexts(
  file: string,
  io: Pick<Io, 'stdin'>,
): Promise<{ readonly texts: readonly NamedText[]; readonly unread: readonly Unread[] }> {
  const texts: NamedText[] = []
  const unread: Unread[] = []
  const sink = {
    begin: (name: string) => {
      const pieces: string[] = []
      let length = 0
      return {
        text: (piece: string) => {
          length += piece.length
          if (length <= longestText) pieces.push(piece)
        },
        end: () => {
          if (length > longestText) unread.push({ name, why: 'it is too large for this command' })
          else texts.push({ file: name, text: pieces.join('') })
        },
      }
    },
    unread: (problem: Unread) => unread.push(problem),
  }
  const failed = await pushFile(file, io, (first) => openLater(first, file, sink))
  return failed ? { texts: [], unread: [failed] } : { texts, unread }
}

/** The lines of a file, as they come. `fail` hears what can't be read; the lines end there. */
export async function* readLines(
  file: string,
  io: Pick<Io, 'stdin'>,
  fail: (unread: Unread) => void,
): AsyncGenerator<string> {
  let pieces: string[] = []
  let failed = false
  const stop = (unread: Unread): void => {
    failed = true
    fail(unread)
  }
  const sink = {
    begin: () => ({ text: (piece: string) => pieces.push(piece), end: () => pieces.push('\n') }),
    unread: stop,
  }
  let reader: ByteReader | undefined
  function* lines(): Generator<string> {
    if (!pieces.some((piece) => piece.includes('\n'))) return
    const complete = pieces.join('').split(/\r?\n/)
    pieces = [complete.pop() ?? '']
    yield* complete
  }
  try {
    for await (const bytes of unpacked(bytesOf(file, io))) {
      reader ??= await openLater(bytes, file, sink)
      reader.push(bytes, false)
      yield* lines()
      if (failed) return
    }
  } catch (error) {
    if (error instanceof OutputError) throw error
    stop({ name: file, why: whyUnreadable(error) })
    return
  }
  reader?.push(nothing, true)
  yield* lines()
}

/** The sentence about a file that could not be read. */
export const unreadSentence = ({ name, why }: Unread): string => `whydenied: can’t read ${nameOf(name)}: ${why}`
