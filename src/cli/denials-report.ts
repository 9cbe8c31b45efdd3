// What `denials` found, in the formats that it has.
import { csvCell } from './csv-cell.ts'
import { nameOf } from './files.ts'
import { type FoundDenials, textColumns } from './found-denials.ts'
import { groupLine } from './group-lines.ts'
import { byCount } from './merge-denials.ts'

type Write = (found: FoundDenials) => string | Promise<Uint8Array>

/** The formats by name. An empty text: there is nothing to print. */
export const denialFormats: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['text', toText],
  ['json', toJson],
  ['jsonl', toJsonl],
  ['csv', toCsv],
  ['parquet', async (found) => (await import('./denials-parquet.ts')).toParquet(found)],
])

function toText({ kinds, unread }: FoundDenials): string {
  if (kinds.length > 0)
    return kinds.map(({ group, answer }) => `${groupLine(group)}${answer.isNew ? ', new' : ''}`).join('\n')
  return unread.length === 0 ? 'no denial found' : ''
}

function toJson({ kinds, denials, dropped, unread }: FoundDenials): string {
  return JSON.stringify({ groups: kinds.map(({ answer }) => answer), denials, dropped, unread }, null, 2)
}

/** One line per kind, as `--merge` reads them: which of two kinds that are as frequent comes first doesn't depend on the order of the logs. */
function toJsonl({ kinds, dropped }: FoundDenials): string {
  const inOrder = kinds.map(({ answer }) => answer).toSorted(byCount)
  return [...inOrder, ...(dropped > 0 ? [{ dropped }] : [])].map((line) => JSON.stringify(line)).join('\n')
}

/** What isn't listed and what couldn't be read comes last, in rows of its own: without it the sum would be wrong. */
function toCsv({ kinds, dropped, unread }: FoundDenials): string {
  const columns = ['count', ...textColumns, 'resources', 'isNew']
  const rows = kinds.map(({ answer }) => [
    String(answer.count),
    ...textColumns.map((column) => answer[column] ?? ''),
    JSON.stringify(answer.resources),
    String(answer.isNew ?? ''),
  ])
  const note = (count: number, kind: string): string[] =>
    columns.map((column) => (column === 'count' ? String(count) : column === 'kind' ? kind : ''))
  const notes = [
    ...(dropped > 0 ? [note(dropped, 'not-listed')] : []),
    ...unread.map(({ name, why }) => note(0, `not-read: ${nameOf(name)}: ${why}`)),
  ]
  return [columns, ...rows, ...notes].map((cells) => cells.map(csvCell).join(',')).join('\n')
}
