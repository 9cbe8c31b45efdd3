// What `whydenied compare` prints for many policies: text, JSON, SARIF for code scanning, Markdown for a comment on a pull request.
import { comparisonAnswer } from '../api/compare.ts'
import type { Comparison, Example, Question } from '../compare/index.ts'
import type { StatementRef } from '../evaluate/index.ts'
import type { Position } from '../text/index.ts'
import { comparisonSentence } from '../words/index.ts'
import { uriOf } from './lint-report.ts'
import { inLine } from './printable.ts'

/** One policy, and what became of the question about it. */
export interface ComparedPolicy {
  readonly file: string
  readonly name: string | undefined
  readonly check: Question['check']
  readonly comparison: Comparison
  /** Where a statement of the new version begins in the file. */
  readonly positionOf: (statement: StatementRef | undefined) => Position
}

/** The result and its examples for people. */
export function comparisonLines(check: Question['check'], comparison: Comparison): readonly string[] {
  const examples = comparison.result === 'fail' ? comparison.examples : []
  return [comparisonSentence(check, comparison), ...examples.map((example) => `  ${inLine(exampleText(example))}`)]
}

/** A request in one line: who may do what on what, with which context, by which statement. */
function exampleText({ request, statement }: Example): string {
  const { principal, action, resource, context = {} } = request
  const keys = Object.entries(context).map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
  const by = statement ? ` (by ${statementName(statement)})` : ''
  return `${principal} can perform ${action} on ${resource}${keys.length > 0 ? ` with ${keys.join(', ')}` : ''}${by}`
}

const statementName = ({ policy, statement, sid }: StatementRef): string =>
  `"${policy}", statement ${statement + 1}${sid ? ` (${sid})` : ''}`

/** One line per policy, then its examples. */
export const textReport = (compared: readonly ComparedPolicy[]): string =>
  compared
    .flatMap(({ check, comparison, ...policy }) => {
      const [first = '', ...more] = comparisonLines(check, comparison)
      return [`${inLine(titleOf(policy))}: ${first}`, ...more]
    })
    .join('\n')

const titleOf = ({ file, name }: Pick<ComparedPolicy, 'file' | 'name'>): string =>
  name === undefined ? file : `${file}, ${name}`

/** The result of all: any failure is one, and so is anything unknown. */
export const jsonReport = (compared: readonly ComparedPolicy[]): string =>
  JSON.stringify(
    {
      result: resultOf(compared),
      policies: compared.map(({ file, name, check, comparison }) => ({
        file,
        name: name ?? null,
        ...comparisonAnswer(check, comparison),
      })),
    },
    null,
    2,
  )

/** The worst result. */
export function resultOf(compared: readonly Pick<ComparedPolicy, 'comparison'>[]): Comparison['result'] {
  const results = compared.map(({ comparison }) => comparison.result)
  return results.includes('fail') ? 'fail' : results.includes('unknown') ? 'unknown' : 'pass'
}

const rules: Readonly<Record<Question['check'], string>> = {
  'no-new-access': 'NEW_ACCESS',
  'not-granted': 'ACCESS_GRANTED',
  'not-public': 'PUBLIC_ACCESS',
  equivalent: 'NOT_EQUIVALENT',
}
const undecided = 'UNDECIDED'

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifReport(compared: readonly ComparedPolicy[]): string {
  const found = compared.filter(({ comparison }) => comparison.result !== 'pass')
  const ruleOf = ({ check, comparison }: ComparedPolicy): string =>
    comparison.result === 'unknown' ? undecided : rules[check]
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Whydenied', rules: [...new Set(found.map(ruleOf))].map((id) => ({ id })) } },
          results: found.map((each) => sarifResult(each, ruleOf(each))),
        },
      ],
    },
    null,
    2,
  )
}

function sarifResult({ file, name, check, comparison, positionOf }: ComparedPolicy, ruleId: string): object {
  const [example] = comparison.result === 'fail' ? comparison.examples : []
  const { line, column } = positionOf(example?.statement)
  const about = name === undefined ? '' : `${name}: `
  return {
    ruleId,
    level: comparison.result === 'fail' ? 'error' : 'warning',
    message: { text: `${about}${comparisonLines(check, comparison).join('\n')}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }
}

const marks: Readonly<Record<Comparison['result'], string>> = { pass: '✅', fail: '❌', unknown: '❓' }

/** A comment on a pull request. Names from files are in code spans, so that they can't become links, images, or mentions. */
export function markdownReport(compared: readonly ComparedPolicy[]): string {
  const lines = compared.flatMap(({ check, comparison, ...policy }) => {
    const examples = comparison.result === 'fail' ? comparison.examples : []
    return [
      `- ${marks[comparison.result]} ${codeSpan(titleOf(policy))}: ${comparisonSentence(check, comparison)}`,
      ...examples.map((example) => `  - ${exampleMarkdown(example)}`),
    ]
  })
  return ['### What this change allows', '', ...lines].join('\n')
}

function exampleMarkdown({ request, statement }: Example): string {
  const { principal, action, resource, context = {} } = request
  const keys = Object.entries(context).map(([key, value]) => codeSpan(`${key} = ${JSON.stringify(value)}`))
  const by = statement ? ` (by ${codeSpan(statementName(statement))})` : ''
  const conditions = keys.length > 0 ? ` with ${keys.join(', ')}` : ''
  return `${codeSpan(principal)} can perform ${codeSpan(action)} on ${codeSpan(resource)}${conditions}${by}`
}

/** A text as code: the fence is longer than any run of backticks in it. https://spec.commonmark.org/0.31.2/#code-spans */
export function codeSpan(text: string): string {
  const line = inLine(text)
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}
