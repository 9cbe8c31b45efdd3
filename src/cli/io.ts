/** What a command reads and writes: standard streams, or stand-ins for them in tests. */
export interface Io {
  /** The bytes of standard input. */
  readonly stdin: () => AsyncIterable<Uint8Array>
  /** Prints to standard output and ends the line. Rejects with an OutputError where the output can't be written. */
  readonly print: (text: string) => Promise<void>
  /** Prints a sentence to standard error. */
  readonly tell: (text: string) => void
  /** Says how far a long read is, to a person who watches: nothing where standard error isn't a terminal. */
  readonly progress: (text: string) => void
}

/** Standard output can't be written: the disk is full, or the reading program exited. */
export class OutputError extends Error {}

/** Why a file could not be read, as part of a sentence. `error` is what Node's file functions throw. */
export function whyUnreadable(error: unknown): string {
  const code = codeOf(error)
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}

/** Why something could not be written, as part of a sentence. `error` is what Node's file functions throw. */
export const whyUnwritable = (error: unknown): string =>
  writeReasons.get(codeOf(error)) ?? (error instanceof Error ? error.message : String(error))

/** Node's code of an error, such as ENOENT. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'you don’t have permission to read it'],
  ['EPERM', 'you don’t have permission to read it'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENXIO', 'it is not a file'],
  ['Z_BUF_ERROR', 'its gzip data ends too early; what was unpacked before that counts'],
  ['Z_DATA_ERROR', 'its gzip data is damaged; what was unpacked before that counts'],
])

const writeReasons: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EPIPE', 'the program that reads it has ended'],
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'there is no such folder'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'you don’t have permission to write it'],
  ['EPERM', 'you don’t have permission to write it'],
  ['EROFS', 'the file system is read-only'],
  ['ENAMETOOLONG', 'its name is too long'],
])
