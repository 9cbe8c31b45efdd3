// What leaves the page with the user: loaded when someone asks for it.
import { testsOfCases, writeAccessTests } from '../access-tests/index.ts'
import { createRedactor, type Redactor, textsOf } from '../advise/index.ts'
import { type CaseFile, type SavedCase, toFragment, writeCaseFile } from '../session/case-file.ts'
import type { EngineAnswer } from '../session/messages.ts'
import { redactionNote } from '../session/redaction-note.ts'
import type { ReportFormat } from './report-format.ts'
import { type Bench, caseOf } from './state.ts'
import { jsonReport, plainReport, redactJson } from './write-report.ts'

export { fromFragment, readCaseFile } from '../session/case-file.ts'

/** The case to export, with or without information that identifies people. */
export interface TakeAlong {
  readonly bench: Bench
  readonly hidden: boolean
  /** True: bucket names are replaced, too. Only counts where `hidden` is true. */
  readonly buckets: boolean
}

/** One redactor for everything that leaves, so that the same name has the same placeholder in the case, the saved requests, and the report. */
function redactorOf({ bench, buckets }: TakeAlong, more: readonly string[] = []): Redactor {
  const given = caseOf(bench)
  const saved = bench.saved.flatMap((kept) => [kept.name, ...textsOf(kept.given)])
  const redactor = createRedactor([...textsOf(given), ...saved, ...more], { buckets })
  // Placeholders are numbered as they appear: the case always comes first.
  redactor.case(given)
  return redactor
}

function fileOf(wanted: TakeAlong): CaseFile {
  const { bench, hidden } = wanted
  const given = caseOf(bench)
  const saved = bench.saved.map(({ name, given, expected }): SavedCase => ({ name, given, expected }))
  if (!hidden) return { given, saved }
  const redactor = redactorOf(wanted)
  return {
    given: redactor.case(given),
    saved: saved.map((kept) => ({ ...kept, name: redactor.text(kept.name), given: redactor.case(kept.given) })),
    note: redactionNote(wanted).join(' '),
  }
}

/** The case as the text of a file. */
export const caseFile = (wanted: TakeAlong): string => writeCaseFile(fileOf(wanted))

/** The saved requests as a file of policy tests. */
export const accessFile = (wanted: TakeAlong): string => writeAccessTests(testsOfCases(fileOf(wanted), undefined))

/** A link to this page that holds the case in its fragment, which browsers don't send; undefined where it would be too long. */
export async function caseLink(wanted: TakeAlong, page: string): Promise<string | undefined> {
  const fragment = await toFragment(fileOf(wanted))
  return fragment && `${page.replace(/[?#].*$/, '')}#case=${fragment}`
}

/** A text about the case, as it is or redacted. */
export const textAlong = (text: string, wanted: TakeAlong): string =>
  wanted.hidden ? redactorOf(wanted, [text]).text(text) : text

/** The report in one of its forms, as it is or redacted; a redacted one says what was replaced and what stays readable. */
export function reportAlong({ report, diagnosis, data }: EngineAnswer, wanted: ReportWanted): string {
  const { format, hidden, version } = wanted
  const note = hidden ? redactionNote(wanted) : []
  if (format !== 'json') {
    const about = note.length > 0 ? `\n## About this export\n\n${note.map((line) => `- ${line}`).join('\n')}\n` : ''
    const text = textAlong(report, wanted) + about
    return format === 'text' ? plainReport(text) : text
  }
  const json = jsonReport(diagnosis, { engine: version, data: data.date })
  return hidden ? redactJson(json, redactorOf(wanted, [report]), note) : json
}

interface ReportWanted extends TakeAlong {
  readonly format: ReportFormat
  /** The project's. */
  readonly version: string
}
