// What `whydenied lint` prints for other programs: SARIF 2.1.0 for code scanning, JUnit XML for test reports.
import type { Finding, FindingType } from '../lint/index.ts'

/** The findings of one file; "-" is standard input. */
export interface LintedFile {
  readonly file: string
  readonly findings: readonly Finding[]
}

const levels: Readonly<Record<FindingType, 'error' | 'warning' | 'note'>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'note',
}

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function toSarif(files: readonly LintedFile[]): object {
  const codes = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Whydenied', rules: codes.map((id) => ({ id })) } },
        results: files.flatMap(({ file, findings }) => findings.map((finding) => sarifResult(file, finding))),
      },
    ],
  }
}

const sarifResult = (file: string, { code, type, message, line, column, path }: Finding): object => ({
  ruleId: code,
  level: levels[type],
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
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

const isFailed = ({ findings }: LintedFile): boolean => findings.some(({ type }) => type !== 'SUGGESTION')

function junitCase(linted: LintedFile): string {
  const lines = linted.findings.map(
    ({ line, column, type, code, message }) => `${line}:${column} ${type} ${code} ${message}`,
  )
  const name = `    <testcase classname="policy" name="${escapeXml(linted.file)}"`
  if (lines.length === 0) return `${name}/>`
  const text = escapeXml(lines.join('\n'))
  const body = isFailed(linted)
    ? `<failure message="${linted.findings.length} findings">${text}</failure>`
    : `<system-out>${text}</system-out>`
  return `${name}>${body}</testcase>`
}

/** XML has no place for control characters, not even escaped. */
const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
