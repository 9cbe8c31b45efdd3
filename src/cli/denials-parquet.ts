// Loaded only for this format.
import { parquetWriteBuffer } from 'hyparquet-writer'
import { type FoundDenials, textColumns } from './found-denials.ts'

/** One row per kind, for lakes and notebooks. What isn't listed and what couldn't be read is in other formats. */
export function toParquet({ kinds }: FoundDenials): Uint8Array {
  const answers = kinds.map(({ answer }) => answer)
  const texts = textColumns.map((name) => ({
    name,
    data: answers.map((answer) => answer[name]),
    type: 'STRING' as const,
  }))
  const columnData = [
    { name: 'count', data: answers.map(({ count }) => BigInt(count)), type: 'INT64' as const },
    ...texts,
    { name: 'resources', data: answers.map(({ resources }) => JSON.stringify(resources)), type: 'STRING' as const },
    { name: 'isNew', data: answers.map(({ isNew }) => isNew ?? null), type: 'BOOLEAN' as const },
  ]
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}
