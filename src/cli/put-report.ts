import { writeFileSync } from 'node:fs'
import { type Io, whyUnwritable } from './io.ts'
import { printable } from './printable.ts'

/** Prints a report, or writes it into a file; gives why that isn't possible, as a sentence without a period. A report in bytes needs a file. */
export async function putReport(
  report: string | Uint8Array,
  file: string | undefined,
  io: Io,
): Promise<string | undefined> {
  if (file === undefined) {
    if (typeof report === 'string') await io.print(report)
    return undefined
  }
  try {
    writeFileSync(file, typeof report === 'string' ? `${printable(report)}\n` : report)
    return undefined
  } catch (error) {
    return `can’t write ${file}: ${whyUnwritable(error)}`
  }
}
