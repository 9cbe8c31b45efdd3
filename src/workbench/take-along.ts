// What leaves the page with the user: loaded when somebody asks for it.
import { redactCase, redactReport } from '../advise/index.ts'
import { toFragment, writeCaseFile } from './case-file.ts'
import type { EngineAnswer } from './engine/messages.ts'
import type { ReportFormat } from './report-format.ts'
import { type Bench, caseOf, type SavedCase } from './state.ts'
import { jsonReport, plainReport, redactJson } from './write-report.ts'

export { fromFragment, readCaseFile } from './case-file.ts'

/** What is taken along, with or without what tells who somebody is. */
export interface TakeAlong {
  readonly bench: Bench
  readonly hidden: boolean
}

const fileOf = ({ bench, hidden }: TakeAlong) => {
  const tidy = hidden ? redactCase : <Given>(given: Given): Given => given
  const saved = bench.saved.map(({ name, given, expected }): SavedCase => ({ name, given: tidy(given), expected }))
  return { given: tidy(caseOf(bench)), saved }
}

/** The case as the text of a file. */
export const caseFile = (wanted: TakeAlong): string => writeCaseFile(fileOf(wanted))

/** A link to this page that holds the case in its fragment, which browsers do not send; undefined where it would be too long. */
export async function caseLink(wanted: TakeAlong, page: string): Promise<string | undefined> {
  const fragment = await toFragment(fileOf(wanted))
  return fragment && `${page.replace(/[?#].*$/, '')}#case=${fragment}`
}

/** A text about a case, as it is or redacted. */
export const textAlong = (text: string, hidden: boolean): string => (hidden ? redactReport(text) : text)

/** The report in one of its forms, as it is or redacted. */
export function reportAlong({ report, diagnosis, data }: EngineAnswer, wanted: ReportWanted): string {
  const { format, hidden, version } = wanted
  if (format !== 'json') {
    const text = textAlong(report, hidden)
    return format === 'text' ? plainReport(text) : text
  }
  const json = jsonReport(diagnosis, { engine: version, data: data.date })
  return hidden ? redactJson(json, redactReport) : json
}

interface ReportWanted {
  readonly format: ReportFormat
  readonly hidden: boolean
  /** The project's. */
  readonly version: string
}
