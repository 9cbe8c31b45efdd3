// CloudTrail events in one file: megabytes per second of processor time, next to DuckDB on one thread with the same file in the same run.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Suite } from '../../scripts/bench.ts'
import { generate } from '../../scripts/cluster/generate.ts'
import { countFile } from '../../src/cli/count-file.ts'
import { LogCounter } from '../../src/logs/index.ts'

const events = 100_000
/** As many bytes as the command line reads at once. */
const pieceLength = 65_536
/** The best of so many runs: neighbors on the machine only ever slow a run down. */
const runs = 5

/** Counts the kinds of denials in a file's bytes. */
function count(bytes: Uint8Array): number {
  const counter = new LogCounter()
  const reader = counter.file('events')
  for (let at = 0; at < bytes.length; at += pieceLength) reader.push(bytes.subarray(at, at + pieceLength), false)
  reader.push(new Uint8Array(0), true)
  return counter.summary().denials
}

/** The same for a file, as the command line reads it: packed ones are unpacked by Node's zlib. */
async function countFileAt(path: string): Promise<number> {
  const counter = new LogCounter()
  await countFile(path, { stdin: async function* () {}, progress: () => undefined }, counter)
  return counter.summary().denials
}

async function fastest(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, user + system)
  }
  return best
}

/** The same questions for DuckDB: it parses what they need, and doesn't read the messages. */
const groups = (file: string, columns: string): string =>
  `SELECT count(*) FROM (SELECT ${columns}, count(*) FROM read_json('${file}', format = 'newline_delimited', columns = {errorCode: 'VARCHAR', errorMessage: 'VARCHAR', eventName: 'VARCHAR', eventTime: 'VARCHAR', userIdentity: 'JSON'}) WHERE errorCode = 'AccessDenied' GROUP BY ALL)`

/** Lines about the speed over generated events, a tenth of them denied, and over those that weren't. */
export async function report(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-bench-'))
  try {
    const [file = ''] = await generate(folder, { events, parts: 1 })
    const bytes = readFileSync(file)
    const packed = `${file}.gz`
    writeFileSync(packed, gzipSync(bytes))
    const allowed = new TextEncoder().encode(
      bytes
        .toString()
        .split('\n')
        .filter((line) => !line.includes('AccessDenied'))
        .join('\n'),
    )
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
    const duckDb = async (columns: string): Promise<number> => fastest(() => connection.run(groups(file, columns)))
    const rows: readonly (readonly [what: string, length: number, microseconds: number])[] = [
      ['whydenied, 10 % denied (wanted: 60)', bytes.length, await fastest(() => count(bytes))],
      ['whydenied, 10 % denied, packed with gzip', bytes.length, await fastest(() => countFileAt(packed))],
      ['whydenied, none denied', allowed.length, await fastest(() => count(allowed))],
      [
        'DuckDB, groups by caller and operation',
        bytes.length,
        await duckDb(`userIdentity->>'arn' AS caller, eventName`),
      ],
    ]
    return [
      '',
      `logs: megabytes of JSON per second of one core (${(bytes.length / 1e6).toFixed(0)} MB, best of ${runs})`,
      ...rows.map(
        ([what, length, microseconds]) =>
          `  ${what.padEnd(44)} ${(length / microseconds).toFixed(1).padStart(12)} MB/s`,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The report above says it all. */
export const suite: Suite = { title: 'logs', tasks: [] }
