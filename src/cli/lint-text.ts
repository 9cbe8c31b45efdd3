// What `whydenied lint` prints for people, and its exit status.
import type { Finding, FindingType } from '../lint/index.ts'
import type { Status } from './command.ts'
import { counted } from './group-lines.ts'
import { checkPage } from './lint-explain.ts'
import { ignoredLine, type LintedFile } from './lint-report.ts'
import { inLine } from './printable.ts'

/** The least severity that gives the exit status 1. */
export type FailOn = 'error' | 'warning' | 'suggestion'

const failing: Readonly<Record<FailOn, readonly FindingType[]>> = {
  error: ['ERROR'],
  warning: ['ERROR', 'SECURITY_WARNING', 'WARNING'],
  suggestion: ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'],
}
const failingByDefault: readonly FindingType[] = ['ERROR', 'SECURITY_WARNING']

/** What the exit status depends on besides the findings. */
interface Judging {
  /** The least severity that fails; undefined for errors and security warnings. */
  readonly failOn: FailOn | undefined
  /** Files without a policy are fine, even if no file has one. */
  readonly passWithNoPolicies: boolean
}

/** A finding that nothing needs to be done about never counts. A file of which something couldn't be read is never fine, and neither are files without a policy. */
export function lintStatus(files: readonly LintedFile[], { failOn, passWithNoPolicies }: Judging): Status {
  const types = failOn === undefined ? failingByDefault : failing[failOn]
  if (files.some(({ findings }) => findings.some(({ type, folded }) => !folded && types.includes(type)))) return 1
  const isUseless = !passWithNoPolicies && files.every(({ policies }) => policies === 0)
  return isUseless || files.some(({ unread }) => unread.length > 0) ? 2 : 0
}

/** A line per finding. What Access Analyzer reports without need is one line at the end. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const lines = findings
    .filter(({ folded }) => !folded)
    .map(({ line, column, type, code, message }) => inLine(`${line}:${column} ${type} ${code} ${message}`))
  const also = [...new Set(findings.filter(({ folded }) => folded).map(({ code }) => code))]
  const folded = also.length > 0 ? [`Access Analyzer also reports ${also.join(', ')}; nothing needs to change.`] : []
  return lines.length + folded.length > 0 ? [...lines, ...folded] : ['nothing found']
}

/** The lines of one file: findings, and what couldn't be read. */
export function fileLines({ findings, unread, policies, ignored, notes }: LintedFile): readonly string[] {
  if (policies === 0 && unread.length === 0) return ['no policy in this file']
  const lines = policies === 0 ? [] : findingLines(findings)
  return [...lines, ...[...ignored.map(ignoredLine), ...notes, ...unread].map(inLine)]
}

/** All files, with a summary as the last line. */
export function textReport(files: readonly LintedFile[]): string {
  const lines = files.flatMap((file) => fileLines(file).map((line) => `${inLine(file.file)}: ${line}`))
  return [...lines, ...pageLines(files.flatMap(({ findings }) => findings)), summaryOf(files)].join('\n')
}

/** Where each check that found something is explained. */
export function pageLines(findings: readonly Finding[]): readonly string[] {
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  return codes.length === 0
    ? []
    : [
        'Explained on the site, and by lint --explain CODE:',
        ...codes.map((code) => `  ${inLine(code)}: ${checkPage(code)}`),
      ]
}

export function summaryOf(files: readonly LintedFile[]): string {
  const policies = files.reduce((sum, each) => sum + each.policies, 0)
  const findings = files.flatMap((each) => each.findings).filter(({ folded }) => !folded)
  const count = (type: FindingType, name: string): string =>
    counted(findings.filter((finding) => finding.type === type).length, name)
  const ignored = files.reduce((sum, each) => sum + each.ignored.length, 0)
  const unread = files.reduce((sum, each) => sum + each.unread.length, 0)
  const parts = [
    count('ERROR', 'error'),
    count('SECURITY_WARNING', 'security warning'),
    count('WARNING', 'warning'),
    count('SUGGESTION', 'suggestion'),
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(unread > 0 ? [`${unread} not read`] : []),
  ]
  return `${counted(files.length, 'file')} with ${counted(policies, 'policy', 'policies')}: ${parts.join(', ')}`
}
