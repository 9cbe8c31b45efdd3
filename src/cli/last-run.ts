// What a run of `denials --since-last` leaves for the next one: the files it read, and the kinds it saw.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { z } from '../api/schemas.ts'
import { codeOf, OutputError, whyUnreadable, whyUnwritable } from './io.ts'

const stateSchema = z.strictObject({
  whydenied: z.literal('denials'),
  /** Name, size in bytes, and time of the last change in milliseconds. */
  files: z.array(z.tuple([z.string(), z.number(), z.number()])),
  kinds: z.array(z.string()),
})

export interface LastRun {
  /** Has the file changed since, or is it new? */
  isChanged(file: string): boolean
  isNewKind(fingerprint: string): boolean
  /** Writes the state for the next run. Throws an OutputError where that isn't possible. */
  keep(files: readonly string[], kinds: readonly string[]): void
}

/** Reads the state; a file that isn't there yet is an empty one. If it's something else, the reason as part of a sentence. */
export function readLastRun(stateFile: string): LastRun | string {
  const earlier = readState(stateFile)
  if (typeof earlier === 'string') return earlier
  const files = new Map(earlier.files.map(([name, size, changed]) => [name, `${size} ${changed}`]))
  const kinds = new Set(earlier.kinds)
  return {
    isChanged: (file) => {
      const { size, mtimeMs } = statSync(file)
      return files.get(file) !== `${size} ${mtimeMs}`
    },
    isNewKind: (fingerprint) => !kinds.has(fingerprint),
    keep(read, seen) {
      for (const each of seen) kinds.add(each)
      const before = earlier.files.filter(([name]) => !read.includes(name))
      const now = read.map((name) => {
        const { size, mtimeMs } = statSync(name)
        return [name, size, mtimeMs] as const
      })
      const state = JSON.stringify({ whydenied: 'denials', files: [...before, ...now], kinds: [...kinds] })
      try {
        writeFileSync(stateFile, state)
      } catch (error) {
        throw new OutputError(`can’t write ${stateFile}: ${whyUnwritable(error)}`)
      }
    },
  }
}

function readState(file: string): z.output<typeof stateSchema> | string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { whydenied: 'denials', files: [], kinds: [] }
    return `can’t read ${file}: ${whyUnreadable(error)}`
  }
  try {
    return stateSchema.parse(JSON.parse(text))
  } catch {
    return `${file} isn’t the state of an earlier run`
  }
}
