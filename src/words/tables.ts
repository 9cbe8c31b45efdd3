/** What spreadsheets take for the beginning of a formula, in every width that Unicode has; blanks before it don't protect. */
const formula = /^[\s\p{Z}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b\u207a\u207b]/u

/** Control characters, line breaks, and characters that reorder or hide text. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

type Line = readonly string[]

/**
 * Lines of cells as CSV, with line breaks as every program reads them: every cell is quoted, and a text that a spreadsheet would take for a formula begins with an apostrophe.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvTable(lines: readonly Line[]): string {
  const part = (text: string): string => (formula.test(text) ? `'${text}` : text)
  const cell = (text: string): string =>
    `"${text
      .replace(invisible, ' ')
      .split(/([;,|])/)
      .map((each, i) => (i % 2 === 0 ? part(each) : each))
      .join('')
      .replaceAll('"', '""')}"`
  return `${lines.map((line) => line.map(cell).join(',')).join('\n')}\n`
}

/** A text in Markdown, with nothing in it that Markdown or HTML would obey. */
export const markdownText = (text: string): string =>
  text.replace(invisible, ' ').replaceAll(/[\\|<>`*_[\]#!&]/g, (each) => `\\${each}`)

/** A table in Markdown; the first line holds the headings. */
export function markdownTable([head = [], ...lines]: readonly Line[]): string {
  const row = (line: Line): string => `| ${line.map(markdownText).join(' | ')} |`
  return [row(head), `|${head.map(() => ' --- |').join('')}`, ...lines.map(row)].join('\n')
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** A text in HTML. */
export const htmlText = (text: string): string =>
  text.replace(invisible, ' ').replaceAll(/[&<>"]/g, (each) => entities.get(each) ?? each)

/** A table in HTML; the first line holds the headings. */
export function htmlTable([head = [], ...lines]: readonly Line[]): string {
  const row = (line: Line, tag: 'th' | 'td'): string =>
    `<tr>${line.map((each) => `<${tag}>${htmlText(each)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${row(head, 'th')}</thead><tbody>\n${lines.map((line) => row(line, 'td')).join('\n')}\n</tbody></table>`
}
