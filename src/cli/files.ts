import { createReadStream, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { type ByteReader, openBytes, type Unread } from '../logs/index.ts'
import { type Io, OutputError, whyUnreadable } from './io.ts'

/** The files that match names, folders, and patterns, and the arguments that match none. */
export interface FileList {
  readonly files: readonly string[]
  readonly unread: readonly Unread[]
}

/** Lists the files in a fixed order. A name that exists is taken as it is, whatever characters it holds; "-" is standard input. */
export function listFiles(names: readonly string[]): FileList {
  const files: string[] = []
  const unread: Unread[] = []
  for (const name of names) {
    const found = filesOf(name)
    if (typeof found === 'string') unread.push({ name, why: found })
    else files.push(...found)
  }
  return { files: [...new Set(files)], unread }
}

/** The files of one name, or why there are none. */
function filesOf(name: string): readonly string[] | string {
  if (name === '-') return [name]
  try {
    return statSync(name).isDirectory() ? filesIn(name) : [name]
  } catch (error) {
    if (!/[*?{[]/.test(name)) return whyUnreadable(error)
    const found = globSync(name, { expandDirectories: false, onlyFiles: false }).sort()
    if (found.length === 0) return 'no file matches this pattern'
    const files = found.filter((each) => !isFolder(each))
    return files.length > 0 ? files : 'only folders match this pattern'
  }
}

/** Every file in a folder and the folders in it. Hidden ones (".git", ".DS_Store") hold no logs. */
function filesIn(folder: string): readonly string[] | string {
  try {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/(?:^|[\\/])\./.test(name))
      .map((name) => join(folder, name))
      .filter((name) => !isFolder(name))
      .sort()
    return found.length > 0 ? found : 'this folder has no files'
  } catch (error) {
    return whyUnreadable(error)
  }
}

/** A link to a folder is one, too; a broken link is a file that can't be read. */
function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory()
  } catch {
    return lstatSync(name).isDirectory()
  }
}

/** The file name that people see. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

/** Pushes the bytes of a file into a reader; gives why they can't be read, undefined where all is well. `progress` hears how many were. */
export async function pushFile(
  file: string,
  io: Pick<Io, 'stdin'>,
  reader: ByteReader,
  progress: (bytes: number) => void = () => undefined,
): Promise<Unread | undefined> {
  let read = 0
  try {
    for await (const bytes of file === '-' ? io.stdin() : bytesOf(file)) {
      reader.push(bytes, false)
      read += bytes.length
      progress(read)
    }
    reader.push(new Uint8Array(0), true)
    return undefined
  } catch (error) {
    // What was read so far counts.
    if (read > 0) reader.push(new Uint8Array(0), true)
    return { name: nameOf(file), why: whyUnreadable(error) }
  }
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(file)) if (bytes instanceof Uint8Array) yield bytes
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
  const reader = openBytes(file === '-' ? '-' : file, sink)
  const failed = await pushFile(file, io, reader)
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
  const reader = openBytes(file, {
    begin: () => ({ text: (piece) => pieces.push(piece), end: () => pieces.push('\n') }),
    unread: stop,
  })
  function* lines(): Generator<string> {
    if (!pieces.some((piece) => piece.includes('\n'))) return
    const complete = pieces.join('').split(/\r?\n/)
    pieces = [complete.pop() ?? '']
    yield* complete
  }
  try {
    for await (const bytes of file === '-' ? io.stdin() : bytesOf(file)) {
      reader.push(bytes, false)
      yield* lines()
      if (failed) return
    }
  } catch (error) {
    if (error instanceof OutputError) throw error
    stop({ name: file, why: whyUnreadable(error) })
    return
  }
  reader.push(new Uint8Array(0), true)
  yield* lines()
}

/** The sentence about a file that could not be read. */
export const unreadSentence = ({ name, why }: Unread): string => `whydenied: can’t read ${nameOf(name)}: ${why}`
