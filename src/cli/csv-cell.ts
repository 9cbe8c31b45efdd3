import { inLine } from './printable.ts'

/** What spreadsheets take for the beginning of a formula, in every width that Unicode has; blanks before it don't protect. */
const formula = /^[\s\p{Z}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b\u207a\u207b]/u

/** Numbers stay as they are: "-5" isn't a formula. */
const number = /^-?\d{1,15}(?:\.\d{1,15})?$/

/**
 * A cell that no spreadsheet runs as a formula, whichever character it separates cells by: all but plain words are quoted, line breaks and
 * control characters are written as escapes, and what begins like a formula gets an apostrophe. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(text: string): string {
  const line = inLine(text)
  const parts = line.split(/([;,|])/)
  const safe = number.test(line)
    ? line
    : parts.map((part, i) => (i % 2 === 0 && formula.test(part) ? `'${part}` : part)).join('')
  return /^[\w.:/-]*$/.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`
}
