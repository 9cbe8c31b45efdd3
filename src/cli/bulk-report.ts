// What was found in a trail, for people, tables, programs, and as one HTML page with charts that needs no network.
import { hashes } from '../hosting/csp.ts'
import type { BulkRow, BulkSummary } from './bulk.ts'
import { columns } from './bulk-columns.ts'
import { csvCell } from './csv-cell.ts'
import { nameOf } from './files.ts'
import { counted } from './group-lines.ts'
import { inLine } from './printable.ts'

type Write = (summary: BulkSummary) => string | Promise<Uint8Array>

/** The formats by name. */
export const bulkFormats: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['text', toText],
  ['csv', toCsv],
  ['json', (summary) => JSON.stringify(summary, null, 2)],
  ['jsonl', toJsonl],
  ['html', toHtml],
  ['parquet', async (summary) => (await import('./bulk-parquet.ts')).toParquet(summary)],
])

/** One kind per line, and in the end, where something isn't listed, what that is. */
function toJsonl({ rows, dropped, unread }: BulkSummary): string {
  const isPartial = dropped > 0 || unread.length > 0
  return [...rows, ...(isPartial ? [{ dropped, unread }] : [])].map((row) => JSON.stringify(row)).join('\n')
}

type Side = 'principal' | 'action' | 'cause'
const sides: readonly (readonly [side: Side, title: string])[] = [
  ['principal', 'By caller'],
  ['action', 'By action'],
  ['cause', 'By cause'],
]

type Total = readonly [name: string, count: number]

/** Counts of one side, the largest first. */
function totals(rows: readonly BulkRow[], side: Side): readonly Total[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row[side], (counts.get(row[side]) ?? 0) + row.count)
  return [...counts].sort(([, a], [, b]) => b - a)
}

const head = ({ denials, files, rows }: BulkSummary): string =>
  `${counted(denials, 'denial')} of ${counted(rows.length, 'kind')} in ${counted(files, 'file')}`

/** What the report leaves out. */
const leftOut = ({ dropped, unread }: BulkSummary): readonly string[] => [
  ...(dropped > 0 ? [`${counted(dropped, 'denial')} of further kinds only counted, not listed`] : []),
  ...unread.map(({ name, why }) => `Can’t read ${inLine(nameOf(name))}: ${why}`),
]

function toText(summary: BulkSummary): string {
  // After a run without new files there is nothing to list.
  const parts = (summary.rows.length > 0 ? sides : []).map(([side, title]) => {
    const all = totals(summary.rows, side)
    const lines = all.slice(0, mostLines)
    return [
      '',
      title,
      ...lines.map(([name, count]) => `${String(count).padStart(9)}  ${inLine(name) || notTold}`),
      ...rest(all, lines),
    ]
  })
  const notes = leftOut(summary)
  return [head(summary), ...parts.flat(), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')
}

const mostLines = 15
const notTold = '(not stated)'

/** What a shortened list of totals doesn't show. */
function rest(all: readonly Total[], shown: readonly Total[]): readonly string[] {
  const hidden = all.slice(shown.length)
  const denials = hidden.reduce((sum, [, count]) => sum + count, 0)
  return hidden.length > 0 ? [`${String(denials).padStart(9)}  in ${counted(hidden.length, 'other')}`] : []
}

/** What the rows leave out comes last, in rows of its own: without it the sum would be wrong. */
function toCsv(summary: BulkSummary): string {
  const lines = summary.rows.map((row) => columns.map((column) => csvCell(String(row[column] ?? ''))).join(','))
  const dropped = summary.dropped > 0 ? [[summary.dropped, '', '', 'not-listed', leftOut(summary)[0] ?? '']] : []
  const unread = summary.unread.map(({ name, why }) => [0, '', '', 'not-read', `Can’t read ${nameOf(name)}: ${why}`])
  const notes = [...dropped, ...unread].map((cells) => columns.map((_, i) => csvCell(String(cells[i] ?? ''))).join(','))
  return [columns.join(','), ...lines, ...notes].join('\n')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

/** The page stays quick to open: the CSV and JSON formats list every kind. */
const mostRows = 1000
const mostBars = 12

const style = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{padding:.375rem .5rem;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent);text-align:left;vertical-align:top;overflow-wrap:anywhere}td:first-child{text-align:right;font-variant-numeric:tabular-nums}svg{display:block;width:100%;height:1.75rem}svg text{fill:currentColor;font-size:14px}rect{fill:#2a8c95;opacity:.45}h2{margin-top:2.5rem}`

/** The kinds that no earlier run saw, and the others: without an earlier run, all in one. */
function parts(summary: BulkSummary): readonly (readonly [title: string, rows: readonly BulkRow[]])[] {
  const fresh = summary.rows.filter(({ isNew }) => isNew)
  if (summary.rows.every(({ isNew }) => isNew === undefined)) return [['Every kind', summary.rows]]
  return [
    ['New since the last run', fresh],
    ['Seen before', summary.rows.filter(({ isNew }) => !isNew)],
  ]
}

function tableOf([title, all]: readonly [title: string, rows: readonly BulkRow[]]): string {
  const rows = all
    .slice(0, mostRows)
    .map(
      ({ count, principal, action, title: cause, explanation, last }) =>
        `<tr><td>${count}</td><td>${escaped(principal)}</td><td>${escaped(action)}</td><td><strong>${escaped(cause)}</strong><br>${escaped(explanation)}</td><td>${escaped(last)}</td></tr>`,
    )
  const isWhole = rows.length === all.length
  const heading = isWhole
    ? title
    : `${title}: the ${counted(rows.length, 'most frequent kind')} of ${counted(all.length, 'kind')}`
  if (rows.length === 0) return `<h2>${heading}</h2>\n<p>None.</p>`
  return `<h2>${heading}</h2>
<table><thead><tr><th>Count</th><th>Caller</th><th>Action</th><th>Cause</th><th>Last</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`
}

function toHtml(summary: BulkSummary): string {
  const charts = sides.map(([side, title]) => chart(title, totals(summary.rows, side)))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src${hashes([style])}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width"><title>Denials</title><style>${style}</style></head>
<body><h1>What AWS denied</h1><p>${head(summary)}</p>
${leftOut(summary)
  .map((note) => `<p>${escaped(note)}</p>`)
  .join('\n')}
${charts.join('\n')}
${parts(summary).map(tableOf).join('\n')}
</body></html>`
}

/** Bars with their words and numbers: readable without the picture. */
function chart(title: string, all: readonly Total[]): string {
  const bars = all.slice(0, mostBars)
  const most = Math.max(1, ...bars.map(([, count]) => count))
  const lines = bars.map(
    ([name, count]) =>
      `<svg role="img" aria-label="${escaped(`${name || notTold}: ${count}`)}"><rect height="100%" width="${((100 * count) / most).toFixed(1)}%"></rect><text x="8" y="19">${count} · ${escaped(name || notTold)}</text></svg>`,
  )
  return [`<h2>${title}</h2>`, ...lines, ...rest(all, bars).map((line) => `<p>${line.trim()}</p>`)].join('\n')
}
