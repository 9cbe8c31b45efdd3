import type { BillingAnswer, BillingCell, ShownPrincipal } from './messages.ts'
import { billingWords } from './words.ts'

/** Only the rows that are wanted, with their principals. */
interface Rows {
  readonly answer: BillingAnswer
  readonly principals: readonly ShownPrincipal[]
}

const cellText = ({ can, missing, of }: BillingCell): string =>
  can === 'no' && missing < of ? `No (${missing} of ${of} actions missing)` : billingWords[can].word

const linesOf = ({ answer, principals }: Rows): readonly (readonly string[])[] =>
  answer.rows.flatMap(({ at, cells, how }) => {
    const principal = principals[at]
    return principal ? [[principal.arn, principal.people.join('; '), ...cells.map(cellText), how]] : []
  })

const headings = ({ tasks }: BillingAnswer): readonly string[] => [
  'User or role',
  'People',
  ...tasks.map(({ label }) => label),
  'How',
]

/** For spreadsheets. A text that a spreadsheet would take for a formula begins with an apostrophe. */
export function billingCsv(rows: Rows): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return [headings(rows.answer), ...linesOf(rows)].map((line) => line.map(cell).join(',')).join('\r\n')
}

/** A table for tickets and wikis, with what wasn't taken into account. */
export function billingMarkdown(rows: Rows): string {
  const cell = (text: string): string =>
    text.replaceAll(/[\\|<>`*_[\]]/g, (each) => `\\${each}`).replaceAll(/\s+/g, ' ')
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  const head = headings(rows.answer)
  return [
    line(head),
    `|${head.map(() => ' --- |').join('')}`,
    ...linesOf(rows).map(line),
    '',
    ...rows.answer.gaps.map((gap) => `- ${cell(gap)}`),
    '',
  ].join('\n')
}
