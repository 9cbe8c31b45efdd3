// The DuckDB command of the article about logs: its SQL is run as it's printed there.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { eventOf } from '../../scripts/cluster/generate.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-duckdb-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'trail'))

/** Two files as CloudTrail delivers them; the fields of their events differ. */
const deliver = (name: string, from: number): void => {
  const events = Array.from({ length: 300 }, (_, i) => eventOf(from + i))
  const odd = JSON.stringify({ ...JSON.parse(events[0] ?? ''), requestParameters: 'a text', eventName: 'ListBuckets' })
  writeFileSync(join(folder, 'trail', name), gzipSync(`{"Records":[${[...events, odd].join(',')}]}`))
}
deliver('a.json.gz', 0)
deliver('b.json.gz', 300)

/** DuckDB writes to /dev/stdout, so it runs in a process of its own. */
const program = `
import { DuckDBInstance } from ${JSON.stringify(import.meta.resolve('@duckdb/node-api'))}
const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run(process.argv[1])
`

test('denied events that DuckDB found give the same kinds as the files themselves', async () => {
  const article = readFileSync('content/tools/logs.mdx', 'utf8')
  const sql = /duckdb -c "([^"\n]+)" \| npx whydenied denials -/.exec(article)?.[1] ?? ''
  const found = join(folder, 'found.json')
  // Node's pipes are sockets, which can't be opened by the name /dev/stdout; a file can.
  const stdout = openSync(found, 'w')
  const duckDb = spawnSync(process.execPath, ['--input-type=module', '-e', program, sql], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  })
  closeSync(stdout)
  expect([duckDb.status, duckDb.stderr]).toEqual([0, ''])
  const direct = await runWith(['denials', '--jsonl', join(folder, 'trail')])
  const throughDuckDb = await runWith(['denials', '--jsonl', '-'], readFileSync(found))
  expect(direct.stdout).not.toBe('')
  expect(throughDuckDb).toMatchObject({ status: 1, stdout: direct.stdout })
}, 60_000)
