// What `whydenied test` prints: lines for people, JSON, JUnit for test reports, Markdown for a comment on a pull request.
import type { AccessResult } from '../access-tests/index.ts'
import { codeSpan } from './compare-report.ts'
import { counted } from './group-lines.ts'
import { inLine } from './printable.ts'
import { escapeXml } from './xml.ts'

/** The requests of one file, and what became of them. */
export interface TestedFile {
  readonly file: string
  readonly results: readonly AccessResult[]
}

export const testReports: ReadonlyMap<string, (files: readonly TestedFile[]) => string> = new Map([
  ['text', textReport],
  ['json', jsonReport],
  ['junit', junitReport],
  ['markdown', markdownReport],
])

const isFailed = ({ passed }: AccessResult): boolean => !passed

/** "expected allowed, got implicitDeny (blocked by scp)". */
function reasonOf({ wanted, verdict }: AccessResult): string {
  const { decision, blockedBy, decidedBy, missingContext, rule } = verdict
  const [first] = decidedBy
  const because = [
    ...(decision === 'explicitDeny' && first
      ? [
          `by ${first.policyType} "${first.policy}", statement ${first.statement + 1}${first.sid ? ` (${first.sid})` : ''}`,
        ]
      : []),
    ...(decision === 'implicitDeny' && blockedBy.length > 0 ? [`blocked by ${blockedBy.join(', ')}`] : []),
    ...(decision === 'undetermined' ? [`it depends on ${missingContext.join(', ')}`] : []),
    ...(rule === undefined ? [] : [`rule ${rule}`]),
  ]
  return `expected ${wanted.expect}, got ${decision}${because.length > 0 ? ` (${because.join('; ')})` : ''}`
}

function textReport(files: readonly TestedFile[]): string {
  const lines = files.flatMap(({ file, results }) =>
    results.map((result) => {
      const { name, at } = result.wanted
      return result.passed
        ? `ok  ${inLine(name)}`
        : `FAILED  ${inLine(name)}: ${inLine(reasonOf(result))} (${inLine(file)}:${at.line}:${at.column})`
    }),
  )
  return [...lines, summaryOf(files)].join('\n')
}

function summaryOf(files: readonly TestedFile[]): string {
  const results = files.flatMap((file) => file.results)
  const failed = results.filter(isFailed).length
  return `${counted(results.length, 'request')} in ${counted(files.length, 'file')}: ${results.length - failed} as expected, ${failed} not`
}

function jsonReport(files: readonly TestedFile[]): string {
  const requests = files.flatMap(({ file, results }) =>
    results.map(({ wanted: { name, request, expect, at }, verdict, passed }) => ({
      file,
      ...at,
      name,
      request,
      expect,
      decision: verdict.decision,
      passed,
      decidedBy: verdict.decidedBy.map(({ policyType, policy, statement, sid }) => ({
        policyType,
        policy,
        statement,
        sid,
      })),
      blockedBy: verdict.blockedBy,
      missingContext: verdict.missingContext,
    })),
  )
  return JSON.stringify({ passed: requests.every(({ passed }) => passed), requests }, null, 2)
}

function junitReport(files: readonly TestedFile[]): string {
  const count = (results: readonly AccessResult[]): string =>
    `tests="${results.length}" failures="${results.filter(isFailed).length}"`
  const suites = files.flatMap(({ file, results }) => [
    `  <testsuite name="${escapeXml(file)}" ${count(results)}>`,
    ...results.map((result) => {
      const { name, at } = result.wanted
      const start = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(name)}" file="${escapeXml(file)}" line="${at.line}"`
      return result.passed ? `${start}/>` : `${start}><failure message="${escapeXml(reasonOf(result))}"/></testcase>`
    }),
    '  </testsuite>',
  ])
  const all = count(files.flatMap(({ results }) => results))
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${all}>`, ...suites, '</testsuites>'].join('\n')
}

function markdownReport(files: readonly TestedFile[]): string {
  const rows = files.flatMap(({ file, results }) =>
    results
      .filter(isFailed)
      .map(
        (result) =>
          `| ${cell(result.wanted.name)} | ${cell(reasonOf(result))} | ${cell(`${file}:${result.wanted.at.line}`)} |`,
      ),
  )
  const table = rows.length > 0 ? ['', '| Request | What is wrong | Where |', '| --- | --- | --- |', ...rows] : []
  return [`### Policy tests: ${rows.length > 0 ? 'failed' : 'passed'}`, '', `${summaryOf(files)}.`, ...table].join('\n')
}

/** Text in a code span in a cell of a table: it can't become a link, an image, or a mention. https://github.github.com/gfm/#tables-extension- */
const cell = (text: string): string => codeSpan(text).replaceAll('|', '\\|')
