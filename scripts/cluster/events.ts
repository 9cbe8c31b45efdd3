import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Amount, generate } from './generate.ts'

/** The files of generated events: those in the folder if each still has the checksum that was noted when it was written, otherwise new ones. `say` hears which. */
export async function eventFiles(
  folder: string,
  amount: Amount,
  say: (text: string) => void,
): Promise<readonly string[]> {
  const list = join(folder, 'SHA256SUMS')
  const noted = existsSync(list) ? readFileSync(list, 'utf8') : ''
  const known = noted.split('\n').flatMap((line) => line.split('  ')[1] ?? [])
  const files = known.map((name) => join(folder, name))
  if (files.length === amount.parts && files.every(existsSync) && (await sumsOf(files)) === noted) {
    say('the events of an earlier run are there, with the same checksums')
    return files
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const written = await generate(folder, amount, (done) => say(`${done} of ${amount.parts} files written`))
  writeFileSync(list, await sumsOf(written))
  return written
}

/** Checksums in the form of sha256sum. */
async function sumsOf(files: readonly string[]): Promise<string> {
  const lines: string[] = []
  for (const file of files) lines.push(`${await sha256(file)}  ${basename(file)}\n`)
  return lines.join('')
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 2 ** 20 }), hash)
  return hash.digest('hex')
}
