// What `whydenied lint` prints for other programs: SARIF 2.1.0 for code scanning, JUnit XML for test reports.

import { checks, type Finding, type FindingType } from '../lint/index.ts'
import { counted } from './group-lines.ts'
import { checkPage } from './lint-explain.ts'
import type { IgnoredFinding } from './lint-ignores.ts'
import { escapeXml } from './xml.ts'

/** The findings of one file; "-" is standard input. */
export interface LintedFile {
  readonly file: string
  readonly findings: readonly Finding[]
  /** What seems to be a policy and couldn't be read, in sentences. */
  readonly unread: readonly string[]
  /** How many policies were read. */
  readonly policies: number
  /** What comments in the file say is fine. */
  readonly ignored: readonly IgnoredFinding[]
  /** Sentences about comments that do nothing. */
  readonly notes: readonly string[]
}

const levels: Readonly<Record<FindingType, 'error' | 'warning' | 'note'>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'note',
}

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function toSarif(files: readonly LintedFile[]): object {
  const codes = [...new Set(files.flatMap(allFindings).map(({ code }) => code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Whydenied', rules: codes.map(sarifRule) } },
        results: files.flatMap(({ file, findings, ignored }) => [
          ...findings.map((finding) => sarifResult(file, finding)),
          ...ignored.map(({ finding, reason }) => ({
            ...sarifResult(file, finding),
            suppressions: [{ kind: 'inSource', justification: reason }],
          })),
        ]),
        invocations: [
          {
            executionSuccessful: files.every(({ unread }) => unread.length === 0),
            toolExecutionNotifications: files.flatMap(({ file, unread }) =>
              unread.map((text) => ({ level: 'error', message: { text: `${file}: ${text}` } })),
            ),
          },
        ],
      },
    ],
  }
}

const allFindings = ({ findings, ignored }: LintedFile): readonly Finding[] => [
  ...findings,
  ...ignored.map(({ finding }) => finding),
]

/** A rule with what it looks for, AWS's page on it, and the page on our site. */
function sarifRule(id: string): object {
  const check = checks.find(({ code }) => code === id)
  if (!check) return { id }
  return {
    id,
    shortDescription: { text: check.title },
    helpUri: check.source,
    help: { text: `See ${checkPage(id)} on the site, or run lint --explain ${id}.` },
  }
}

const sarifResult = (file: string, { code, type, message, line, column, path }: Finding): object => ({
  ruleId: code,
  level: levels[type],
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        region: { startLine: line, startColumn: column },
      },
      logicalLocations: [{ fullyQualifiedName: path }],
    },
  ],
})

/** One test case a file; it fails where something was found that is more than a suggestion. */
export function toJunit(files: readonly LintedFile[]): string {
  const failures = files.filter(isFailed).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${files.length}" failures="${failures}">`,
    `  <testsuite name="whydenied lint" tests="${files.length}" failures="${failures}">`,
    ...files.map(junitCase),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')
}

const isFailed = ({ findings, unread }: LintedFile): boolean =>
  unread.length > 0 || findings.some(({ type, folded }) => type !== 'SUGGESTION' && !folded)

function junitCase(linted: LintedFile): string {
  const lines = [
    ...linted.findings.map(
      ({ line, column, type, code, message }) => `${line}:${column} ${type} ${code} ${message} (${checkPage(code)})`,
    ),
    ...linted.unread,
    ...linted.notes,
    ...linted.ignored.map(ignoredLine),
  ]
  const name = `    <testcase classname="policy" name="${escapeXml(linted.file)}"`
  if (lines.length === 0) return `${name}/>`
  const text = escapeXml(lines.join('\n'))
  const body = isFailed(linted)
    ? `<failure message="${counted(linted.findings.length, 'finding')}">${text}</failure>`
    : `<system-out>${text}</system-out>`
  return `${name}>${body}</testcase>`
}

/** One line about a finding that doesn't count. */
export const ignoredLine = ({ finding: { line, column, code }, reason }: IgnoredFinding): string =>
  `${line}:${column} ignored ${code}: ${reason}`

/** A path as a URI reference: relative as it is, absolute as file:. Every part is encoded by itself, so "#" and "?" stay in the name. */
export function uriOf(path: string): string {
  const forward = path.replaceAll('\\', '/').toWellFormed()
  const encoded = forward.split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]:\//.test(forward)) return `file:///${forward.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`
  if (forward.startsWith('//')) return `file:${encoded}`
  return forward.startsWith('/') ? `file://${encoded}` : encoded
}
