// Parquet files as lines of JSON: Security Lake and other lakes keep their events in columns. https://parquet.apache.org/docs/file-format/
import { closeSync, openSync, readSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

const mark = 'PAR1'

/** Does the file begin as Parquet files do? False for one that can't be opened: reading it will say why. */
export function isParquet(file: string): boolean {
  try {
    const open = openSync(file, 'r')
    try {
      const head = Buffer.alloc(mark.length)
      return readSync(open, head, 0, mark.length, 0) === mark.length && head.toString('latin1') === mark
    } finally {
      closeSync(open)
    }
  } catch {
    return false
  }
}

/** Rows that are in memory at once. */
const rowsAtOnce = 5000

/** The rows of a file as lines of JSON, in pieces. Rejects where the file is damaged, or is compressed in a way that isn't supported. */
export async function* parquetLines(path: string): AsyncGenerator<string> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const rows = Number(metadata.num_rows)
  for (let rowStart = 0; rowStart < rows; rowStart += rowsAtOnce) {
    const rowEnd = Math.min(rows, rowStart + rowsAtOnce)
    const found = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors })
    yield found.map((row) => `${JSON.stringify(asWritten(row))}\n`).join('')
  }
}

/** Snappy and uncompressed pages need none of these. */
const compressors = { GZIP: (input: Uint8Array): Uint8Array => gunzipSync(input) }

/** CloudTrail's field names as Athena's tables have them, and as CloudTrail writes them. https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html */
const names: ReadonlyMap<string, string> = new Map(
  [
    'eventVersion',
    'eventTime',
    'eventSource',
    'eventName',
    'awsRegion',
    'sourceIPAddress',
    'userAgent',
    'errorCode',
    'errorMessage',
    'requestParameters',
    'requestID',
    'eventType',
    'recipientAccountId',
    'vpcEndpointId',
    'userIdentity',
    'principalId',
    'accountId',
    'invokedBy',
    'sessionContext',
    'sessionIssuer',
  ].map((name) => [name.toLowerCase(), name]),
)

/**
 * A value of a column as CloudTrail's JSON has it. Athena's tables hold the request's parameters as text. Integers of 64 bits are times and
 * ports here: no event has one that a double can't hold. Bytes are left out.
 */
function asWritten(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' && /^\{[\s\S]*\}$/.test(value)) return parsed(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (value instanceof Uint8Array) return undefined
  if (Array.isArray(value)) return value.map(asWritten)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [names.get(key) ?? key, asWritten(each)]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
