// Whatever stands around a message, the answer is the same.
import { describe, expect, test } from 'vitest'
import { readDenial, toAnswer } from '../../src/denial/index.ts'
import { seenBuilders } from './cases/seen-builders.ts'
import { seenClusters } from './cases/seen-clusters.ts'
import { seenData } from './cases/seen-data.ts'
import { seenSdks } from './cases/seen-sdks.ts'
import { services } from './cases/services.ts'
import { tools } from './cases/tools.ts'

/** Tables that are drawn already are drawn no second time. */
const drawn = new Set(['sam deploy table', 'external-secrets in a k9s frame'])
const seen = [...seenBuilders, ...seenClusters, ...seenSdks, ...seenData].filter(([name]) => !drawn.has(name))

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** A box with a right side, its lines as long as the longest. */
function box(text: string, side: string): string {
  const rows = text.split('\n')
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => `${side} ${row.padEnd(width)} ${side}`).join('\n')
}

const lines = (text: string, wrap: (line: string) => string): string => text.split('\n').map(wrap).join('\n')

const wrappings: readonly (readonly [name: string, wrap: (text: string) => string])[] = [
  ['a Terraform box', (text) => `╷\n${lines(text, (line) => `│ ${line}`)}\n╵`],
  ['a comment', (text) => lines(text, (line) => `# ${line}`)],
  ['a comment of slashes', (text) => lines(text, (line) => `// ${line}`)],
  ['a quotation', (text) => lines(text, (line) => `> ${line}`)],
  ['GitHub Actions', (text) => lines(text, (line) => `2024-05-05T10:00:00.1234567Z ${line}`)],
  ['Jenkins', (text) => lines(text, (line) => `[2024-05-05T10:00:00.000Z] ${line}`)],
  ['docker compose', (text) => lines(text, (line) => `api-1  | ${line}`)],
  ['indentation', (text) => lines(text, (line) => `    ${line}`)],
  ['Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['a fence', (text) => `\`\`\`\n${text}\n\`\`\``],
  ['a letter', (text) => `Hi, I get this and do not know why:\n\n${text}\n\nThanks for any help!`],
  ['a log line', (text) => `2024-05-05 10:00:00,123 ERROR [main] c.e.App - failed: ${text}`],
  ['YAML', (text) => `error: |\n${lines(text, (line) => `  ${line}`)}`],
  ['blanks that do not break', (text) => text.replaceAll(' ', '\u00a0')],
  ['colours', (text) => `\u001b[31m${text}\u001b[0m`],
  ['details', (text) => `<details><summary>log</summary>\n\n${text}\n</details>`],
]

describe.each(wrappings)('in %s', (_, wrap) => {
  test.each([...tools, ...services])('%s', (_, text) => {
    expect(withoutBreaks(wrap(text))).toEqual(withoutBreaks(text))
  })
})

const handedOn: typeof wrappings = [
  ['journald', (text) => lines(text, (line) => `May  5 10:00:00 ip-10-0-1-5 app[1234]: ${line}`)],
  ['klog', (text) => lines(text, (line) => `E0505 10:00:00.123456       1 controller.go:135] ${line}`)],
  ['a container runtime', (text) => lines(text, (line) => `2024-05-05T10:00:00.123456789Z stderr F ${line}`)],
  ['Heroku', (text) => lines(text, (line) => `2024-05-05T10:00:00.123456+00:00 app[web.1]: ${line}`)],
  ['pm2', (text) => lines(text, (line) => `0|app  | ${line}`)],
  ['Maven', (text) => lines(text, (line) => `[ERROR] ${line}`)],
  ['annotations of GitHub', (text) => lines(text, (line) => `2024-05-05T10:00:00.1234567Z ##[error]${line}`)],
  ['docker build', (text) => lines(text, (line) => `#12 3.456 ${line}`)],
  ['numbered lines', (text) => lines(text, (line) => `  12\t${line}`)],
  ['a quotation in Slack', (text) => lines(text, (line) => `&gt; ${line}`)],
  ['JSON', (text) => JSON.stringify({ level: 'error', msg: text })],
  ['JSON in JSON in JSON', (text) => JSON.stringify({ a: JSON.stringify({ log: JSON.stringify({ msg: text }) }) })],
  ['HTML', (text) => `<pre><code>${html(text)}</code></pre>`],
  ['HTML with breaks', (text) => html(text).replaceAll('\n', '<br/>\n')],
  ['colours without their escape', (text) => lines(text, (line) => `[31m${line}[0m`)],
  ['Jira code', (text) => `{code:java}\n${text}\n{code}`],
  ['a Jira quotation', (text) => `{quote}${text}{quote}`],
  ['characters without a width', (text) => text.replace(/([:/-])/g, '$1\u200b')],
  ['a cell of a CSV file', (text) => `time,message\n2024-05-05T10:00:00Z,"${text.replaceAll('"', '""')}"`],
  ['a YAML block', (text) => `status:\n  message: |\n${lines(text, (line) => `    ${line}`)}\n  reason: Failed`],
  [
    'a cause in Java',
    (text) => `java.lang.RuntimeException: failed\n\tat a.B.c(B.java:1)\nCaused by: ${text}\n\tat a.D.e(D.java:2)`,
  ],
  ['a box', (text) => box(text, '│')],
  ['a box of bars', (text) => box(text, '|')],
  ['a box in JSON', (text) => JSON.stringify({ msg: box(text, '│') })],
  ['a box of bars in a log', (text) => lines(box(text, '|'), (line) => `[ERROR] ${line}`)],
  ['colours in JSON', (text) => JSON.stringify({ msg: lines(text, (line) => `\u001b[1;31m${line}\u001b[0m`) })],
]

describe.each(handedOn)('as seen, in %s', (_, wrap) => {
  test.each(seen)('%s', (_, text) => {
    expect(withoutBreaks(wrap(text))).toEqual(withoutBreaks(text))
  })
})

/** Curly quotes count as straight quotes. */
describe('as seen, with curly quotes', () => {
  test.each(seen)('%s', (_, text) => {
    const curly = text.replace(/"([^"\n]*)"/g, '“$1”').replaceAll("'", '’')
    expect(withoutBreaks(curly)).toEqual(withoutBreaks(text))
  })
})

/** Where a value was broken over lines, the wrapping may leave a blank. */
const withoutBreaks = (text: string): object =>
  Object.fromEntries(
    Object.entries(toAnswer(readDenial(text))).map(([field, value]) => [field, value?.replace(/\s/g, '') ?? null]),
  )
