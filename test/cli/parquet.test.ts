// Events in Parquet files: as CloudTrail names the fields, as Athena's tables do, and in OCSF (Security Lake).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetWriteFile } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-parquet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mary = 'arn:aws:iam::111122223333:user/mary'
const text = (name: string, value: string) => ({ name, value, type: 'STRING' as const })
const json = (name: string, value: unknown) => ({ name, value, type: 'JSON' as const })
type Column = ReturnType<typeof text> | ReturnType<typeof json>

/** A file of 5,200 rows, more than are in memory at once. */
function write(name: string, columns: readonly Column[]): string {
  const filename = join(folder, name)
  const columnData = columns.map(({ value, ...column }) => ({
    ...column,
    data: Array.from({ length: 5_200 }, () => value),
  }))
  parquetWriteFile({ filename, columnData })
  return filename
}

const identity = { type: 'IAMUser', arn: mary, accountId: '111122223333' }
test.each<[name: string, columns: readonly Column[]]>([
  [
    'cloudtrail',
    [
      text('eventVersion', '1.08'),
      text('eventTime', '2026-10-01T00:00:00Z'),
      text('eventSource', 's3.amazonaws.com'),
      text('eventName', 'GetObject'),
      text('awsRegion', 'eu-west-1'),
      text('errorCode', 'AccessDenied'),
      json('userIdentity', identity),
      json('requestParameters', { bucketName: 'logs', key: 'a' }),
    ],
  ],
  // https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html
  [
    'athena',
    [
      text('eventversion', '1.08'),
      text('eventtime', '2026-10-01T00:00:00Z'),
      text('eventsource', 's3.amazonaws.com'),
      text('eventname', 'GetObject'),
      text('awsregion', 'eu-west-1'),
      text('errorcode', 'AccessDenied'),
      json('useridentity', { type: 'IAMUser', arn: mary, accountid: '111122223333' }),
      text('requestparameters', '{"bucketName":"logs","key":"a"}'),
    ],
  ],
  // https://docs.aws.amazon.com/security-lake/latest/userguide/open-cybersecurity-schema-framework.html
  [
    'ocsf',
    [
      json('api', {
        operation: 'GetObject',
        service: { name: 's3.amazonaws.com' },
        response: { error: 'AccessDenied' },
      }),
      json('actor', { user: { uid: mary, type: 'IAMUser' } }),
      json('metadata', { product: { name: 'CloudTrail' }, version: '1.1.0' }),
      text('time_dt', '2026-10-01T00:00:00Z'),
    ],
  ],
])('%s', async (name, columns) => {
  const { stdout, status } = await runWith(['denials', '--json', write(`${name}.parquet`, columns)])
  const { groups, denials } = JSON.parse(stdout)
  expect({ status, denials }).toEqual({ status: 1, denials: 5_200 })
  expect(groups).toMatchObject([
    {
      count: 5_200,
      principal: mary,
      actionDerived: 's3:GetObject',
      last: expect.stringContaining('2026-10-01T00:00:00'),
    },
  ])
})

test('a damaged file is named with the reason, with status 2', async () => {
  const file = join(folder, 'damaged.parquet')
  writeFileSync(file, 'PAR1nothing elsePAR1')
  const { status, stderr } = await runWith(['denials', file])
  expect(stderr).toMatch(/damaged\.parquet: its Parquet data can’t be read: /)
  expect(status).toBe(2)
})
