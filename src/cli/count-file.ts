import { statSync } from 'node:fs'
import type { LogCounter } from '../logs/index.ts'
import { nameOf, pushFile } from './files.ts'
import type { Io } from './io.ts'
import { isParquet, parquetLines } from './parquet.ts'
import { inLine } from './printable.ts'

/** Counts the denials of one file. Says on standard error how far it is, twice a second at most. */
export async function countFile(file: string, io: Pick<Io, 'stdin' | 'progress'>, counter: LogCounter): Promise<void> {
  if (file !== '-' && isParquet(file)) return countParquet(file, counter)
  const failed = await pushFile(file, io, () => counter.file(nameOf(file)), progressOf(file, io))
  if (failed) counter.fail(failed)
}

async function countParquet(file: string, counter: LogCounter): Promise<void> {
  const reader = counter.file(file)
  try {
    for await (const lines of parquetLines(file)) reader.push(new TextEncoder().encode(lines), false)
  } catch (error) {
    counter.fail({
      name: file,
      why: `its Parquet data can’t be read: ${error instanceof Error ? error.message : String(error)}`,
    })
  }
  reader.push(new Uint8Array(0), true)
}

function progressOf(file: string, io: Pick<Io, 'progress'>): (bytes: number) => void {
  let size: number | undefined
  let last = performance.now()
  return (bytes) => {
    if (performance.now() - last < 500) return
    last = performance.now()
    size ??= file === '-' ? 0 : statSync(file).size
    const share = size > 0 ? ` of ${Math.ceil(size / 1e6)}` : ''
    io.progress(`${inLine(nameOf(file))}: ${Math.round(bytes / 1e6)}${share} MB read`)
  }
}
