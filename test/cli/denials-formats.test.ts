// denials as tables: CSV and Parquet say what JSON says.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, describe, expect, test } from 'vitest'
import { eventOf } from '../../scripts/cluster/generate.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-formats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const logs = file('events.jsonl', Array.from({ length: 3000 }, (_, i) => eventOf(i)).join('\n'))
const kindsOf = async (...args: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
  JSON.parse((await runWith(['denials', '--json', ...args])).stdout).groups

/** The fields of JSON's answer in a table: texts, and a list as JSON. */
const asRow = (kind: Record<string, unknown>): Record<string, unknown> => ({
  ...kind,
  resources: JSON.stringify(kind.resources),
})

describe('denials --format parquet', () => {
  test('holds every kind with every field that JSON has', async () => {
    const output = join(folder, 'kinds.parquet')
    const ended = await runWith(['denials', '--format', 'parquet', '--output', output, logs])
    expect(ended).toMatchObject({ status: 1, stdout: '' })
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(output) })
    const expected = await kindsOf(logs)
    expect(expected.length).toBeGreaterThan(50)
    const fields = Object.keys(rows[0] ?? {}).filter((name) => name !== 'isNew')
    expect(rows.map(({ isNew: _, count, ...row }) => ({ ...row, count: Number(count) }))).toEqual(
      expected.map((kind) => Object.fromEntries(fields.map((name) => [name, asRow(kind)[name]]))),
    )
  })
})

describe('denials --format csv', () => {
  test('has a row per kind, and the counts add up', async () => {
    const { stdout, status } = await runWith(['denials', '--format', 'csv', logs])
    const [header = '', ...rows] = stdout.trim().split('\n')
    expect(status).toBe(1)
    expect(header).toMatch(/^count,principal,.*,fingerprint,resources,isNew$/)
    const kinds = await kindsOf(logs)
    expect(rows.map((row) => row.split(',', 2))).toEqual(kinds.map(({ count, principal }) => [`${count}`, principal]))
  })

  test('a formula in a name stays text', async () => {
    const event = JSON.stringify({
      ...JSON.parse(eventOf(0)),
      userIdentity: { arn: '=HYPERLINK("https://example.com")' },
      errorMessage: 'Access Denied',
    })
    expect((await runWith(['denials', '--format', 'csv'], event)).stdout).toContain(`"'=HYPERLINK(`)
  })

  test('a file that can’t be read has a row of its own, and the status is 2', async () => {
    const damaged = file('damaged.parquet', 'PAR1nothing elsePAR1')
    const { stdout, status } = await runWith(['denials', '--format', 'csv', logs, damaged])
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^0,.*not-read: .*damaged\.parquet/)
    expect(status).toBe(2)
  })

  test('kinds that no earlier run saw are marked', async () => {
    const state = join(folder, 'state.json')
    const isNew = async (): Promise<readonly string[]> => {
      const { stdout } = await runWith(['denials', '--format', 'csv', '--since-last', state, logs])
      return stdout
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.slice(row.lastIndexOf(',') + 1))
    }
    expect(new Set(await isNew())).toEqual(new Set(['true']))
    expect(await isNew()).toEqual([])
    writeFileSync(logs, `${readFileSync(logs, 'utf8')}\n`)
    expect(new Set(await isNew())).toEqual(new Set(['false']))
  })
})

describe('what can’t be used has one sentence and status 2', () => {
  test.each<[args: readonly string[], says: RegExp]>([
    [['--format', 'xml', logs], /unknown format xml; choose text, json, jsonl, csv, parquet/],
    [['--format', 'parquet', logs], /--format parquet needs --output FILE/],
    [
      ['--format', 'csv', '--output', join(folder, 'no', 'such', 'folder.csv'), logs],
      /can’t write .*there is no such folder/,
    ],
    [['--merge', '--format', 'csv', logs], /--merge prints lines of JSON/],
  ])('denials %o', async (args, says) => {
    const { status, stdout, stderr } = await runWith(['denials', ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(says)
    // Progress is told, too, where the machine is slow.
    expect(stderr.match(/^whydenied: /gm)).toHaveLength(1)
  })
})
