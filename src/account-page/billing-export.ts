import { csvTable, markdownTable, markdownText, type ReportPart } from '../words/index.ts'
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

/** For spreadsheets. */
export const billingCsv = (rows: Rows): string => csvTable([headings(rows.answer), ...linesOf(rows)])

/** A table for tickets and wikis, with what wasn't taken into account. */
export const billingMarkdown = (rows: Rows): string =>
  [
    markdownTable([headings(rows.answer), ...linesOf(rows)]),
    '',
    ...rows.answer.gaps.map((gap) => `- ${markdownText(gap)}`),
    '',
  ].join('\n')

/** A table of the account's risks, for spreadsheets. */
export const partCsv = ({ lines }: ReportPart): string => csvTable(lines)
