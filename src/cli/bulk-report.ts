// What was found in a trail, for people, tables, programs, and as one HTML page with charts that needs no network.
import { hashes } from '../hosting/csp.ts'
import type { BulkRow, BulkSummary } from './bulk.ts'

/** The formats by name. */
export const bulkFormats: ReadonlyMap<string, (summary: BulkSummary) => string> = new Map([
  ['text', toText],
  ['csv', toCsv],
  ['json', (summary) => JSON.stringify(summary, null, 2)],
  ['jsonl', ({ rows }) => rows.map((row) => JSON.stringify(row)).join('\n')],
  ['html', toHtml],
])

type Side = 'principal' | 'action' | 'cause'
const sides: readonly (readonly [side: Side, title: string])[] = [
  ['principal', 'By caller'],
  ['action', 'By action'],
  ['cause', 'By cause'],
]

/** Counts of one side, the largest first. */
function totals(rows: readonly BulkRow[], side: Side): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row[side], (counts.get(row[side]) ?? 0) + row.count)
  return [...counts].sort(([, a], [, b]) => b - a)
}

const head = ({ denials, files, rows }: BulkSummary): string =>
  `${denials.toLocaleString('en')} denials of ${rows.length.toLocaleString('en')} kinds in ${files} ${files === 1 ? 'file' : 'files'}`

function toText(summary: BulkSummary): string {
  const parts = sides.map(([side, title]) => {
    const lines = totals(summary.rows, side).slice(0, 15)
    return [`\n${title}`, ...lines.map(([name, count]) => `${String(count).padStart(9)}  ${name || '(not told)'}`)]
  })
  const left = summary.dropped > 0 ? [`\n${summary.dropped} denials of further kinds are counted, not listed`] : []
  return [head(summary), ...parts.flat(), ...left].join('\n')
}

const columns = ['count', 'principal', 'action', 'cause', 'title', 'article', 'first', 'last'] as const

function toCsv({ rows }: BulkSummary): string {
  const lines = rows.map((row) => columns.map((column) => cell(String(row[column]))).join(','))
  return [columns.join(','), ...lines].join('\r\n')
}

/** Spreadsheets run what begins like a formula: such a text gets an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

const style = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{padding:.375rem .5rem;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent);text-align:left;vertical-align:top;overflow-wrap:anywhere}td:first-child{text-align:right;font-variant-numeric:tabular-nums}svg{display:block;width:100%;height:1.75rem}svg text{fill:currentColor;font-size:14px}rect{fill:#2a8c95;opacity:.45}h2{margin-top:2.5rem}`

function toHtml(summary: BulkSummary): string {
  const charts = sides.map(([side, title]) => chart(title, totals(summary.rows, side).slice(0, 12)))
  const rows = summary.rows
    .slice(0, 1000)
    .map(
      ({ count, principal, action, title, explanation, last }) =>
        `<tr><td>${count}</td><td>${escaped(principal)}</td><td>${escaped(action)}</td><td><strong>${escaped(title)}</strong><br>${escaped(explanation)}</td><td>${escaped(last)}</td></tr>`,
    )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src${hashes([style])}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width"><title>Denials</title><style>${style}</style></head>
<body><h1>What AWS refused</h1><p>${head(summary)}</p>
${charts.join('\n')}
<h2>Every kind</h2>
<table><thead><tr><th>Count</th><th>Caller</th><th>Action</th><th>Cause</th><th>Last</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>`
}

/** Bars with their words and numbers: readable without the picture. */
function chart(title: string, bars: readonly (readonly [string, number])[]): string {
  const most = Math.max(1, ...bars.map(([, count]) => count))
  const lines = bars.map(
    ([name, count]) =>
      `<svg role="img" aria-label="${escaped(`${name || 'not told'}: ${count}`)}"><rect height="100%" width="${((100 * count) / most).toFixed(1)}%"></rect><text x="8" y="19">${count} · ${escaped(name || '(not told)')}</text></svg>`,
  )
  return `<h2>${title}</h2>\n${lines.join('\n')}`
}
