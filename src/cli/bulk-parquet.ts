// Loaded only for this format.
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { BulkSummary } from './bulk.ts'
import { columns } from './bulk-columns.ts'

/** One row per kind, for lakes and notebooks. What isn't listed and what couldn't be read is in other formats. */
export function toParquet({ rows }: BulkSummary): Uint8Array {
  const texts = columns.flatMap((column) =>
    column === 'count' || column === 'isNew'
      ? []
      : [{ name: column, data: rows.map((row) => row[column]), type: 'STRING' as const }],
  )
  const columnData = [
    { name: 'count', data: rows.map(({ count }) => BigInt(count)), type: 'INT64' as const },
    ...texts,
    { name: 'resources', data: rows.map(({ resources }) => JSON.stringify(resources)), type: 'STRING' as const },
    { name: 'isNew', data: rows.map(({ isNew }) => isNew ?? null), type: 'BOOLEAN' as const },
  ]
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}
