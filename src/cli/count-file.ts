import { statSync } from 'node:fs'
import type { LogCounter } from '../logs/index.ts'
import { nameOf, pushFile } from './files.ts'
import type { Io } from './io.ts'
import { inLine } from './printable.ts'

/** Counts the denials of one file. Says on standard error how far it is, twice a second at most. */
export async function countFile(file: string, io: Pick<Io, 'stdin' | 'tell'>, counter: LogCounter): Promise<void> {
  const failed = await pushFile(file, io, counter.file(nameOf(file)), progressOf(file, io))
  if (failed) counter.fail(failed)
}

function progressOf(file: string, io: Pick<Io, 'tell'>): (bytes: number) => void {
  let size: number | undefined
  let last = performance.now()
  return (bytes) => {
    if (performance.now() - last < 500) return
    last = performance.now()
    size ??= file === '-' ? 0 : statSync(file).size
    const share = size > 0 ? ` of ${Math.ceil(size / 1e6)}` : ''
    io.tell(`${inLine(nameOf(file))}: ${Math.round(bytes / 1e6)}${share} MB read`)
  }
}
