import type { RecognisedPolicy } from '../advise/index.ts'
import { compile, type PolicyInput } from '../evaluate/index.ts'
import type { Finding, FindingType } from '../lint/index.ts'
import { positionAt, readJson, type Slip } from '../text/index.ts'
import { type ProblemWords, problemWords } from '../words/index.ts'
import type { Complaint } from './messages.ts'
import type { FindingWithExample } from './public-examples.ts'
import { wholeContext } from './whole-context.ts'

/** A longer list doesn't help. */
const mostShown = 100

/** AWS allows 20,480 characters in the longest kind of policy document; a text ten times as long isn't a policy. */
const longestPolicy = 204_800

const severities: Readonly<Record<FindingType, Complaint['severity']>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'security',
  WARNING: 'warning',
  SUGGESTION: 'suggestion',
}

/** What was found in a policy, some of it with a request that proves it. */
export interface LintedPolicy extends Pick<RecognisedPolicy, 'problems'> {
  readonly findings: readonly (Finding | FindingWithExample)[]
}

/** What is wrong with a policy: what lint found and what could not be read, each place and message once, in the order of the text. */
export function policyComplaints(text: string, { findings, problems }: LintedPolicy): readonly Complaint[] {
  if (text.trim() === '') return []
  const unreadable = unreadableText(text)
  if (unreadable) return [complaint(text, unreadable)]
  const found = findings
    .filter(({ behindSlip, folded }) => !behindSlip && !folded)
    .map((finding) => asComplaint(finding, text))
  // The text after a syntax error is read as if the error were fixed. The error comes first.
  const behind = findings.filter(({ behindSlip }) => behindSlip).map((finding) => asComplaint(finding, text))
  const places = new Set(
    [...found, ...behind].filter(({ severity }) => severity === 'error').map(({ span }) => span.from),
  )
  const others = problems.filter(({ span }) => !places.has(span.from)).slice(0, mostShown)
  const all = [
    ...tooLong(text),
    ...found,
    ...others.map((problem) => complaint(text, { ...problem, ...problemWords(problem) })),
  ]
  return [...all.sort((a, b) => a.span.from - b.span.from), ...behind].slice(0, mostShown)
}

function asComplaint(finding: Finding | FindingWithExample, text: string): Complaint {
  const { type, code, message, span, line, column, fix } = finding
  const found = { severity: severities[type], code, message, expected: undefined, span, line, column, fix }
  if (!('example' in finding)) return found
  const policies: readonly PolicyInput[] = [{ type: 'resource', text }]
  const context = wholeContext(finding.example, policies, compile(policies))
  return { ...found, example: { ...finding.example, context } }
}

function tooLong(text: string): readonly Complaint[] {
  if (text.length <= longestPolicy) return []
  const message = `This text has ${text.length.toLocaleString('en')} characters. No policy of AWS is that long`
  const span = { from: 0, to: 1 }
  const expected = 'the policy document alone, from its first { to its last }'
  return [complaint(text, { code: 'too-long', severity: 'warning', span, message, expected })]
}

/** What is wrong with the paste as a text. An error message need not be JSON; only what begins like JSON is read as that. */
export function pasteComplaints(text: string): readonly Complaint[] {
  const unreadable = unreadableText(text)
  if (unreadable) return [complaint(text, unreadable)]
  if (!/^\s*(\{|\[\s*[{"[])/.test(text.slice(0, 1000))) return []
  const lines = text.split(/\r?\n/, 2000).filter((line) => line.trim() !== '')
  if (lines.length > 1 && lines.every((line) => readJson(line).problems.length === 0)) return []
  return readJson(text)
    .problems.slice(0, 3)
    .map((problem) => complaint(text, { ...problem, ...problemWords(problem), severity: 'warning' }))
}

/** Characters that never occur in text, only in binary files. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it searches for control characters
const notText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/

/** The first character that shows a binary file. Terminal colors begin with ESC and are text. */
function unreadableText(text: string): (Slip & ProblemWords) | undefined {
  const from = text.search(notText)
  if (from < 0) return undefined
  return {
    code: 'not-text',
    severity: 'error',
    span: { from, to: from + 1 },
    message: 'This is not readable text: it looks like a binary or compressed file',
    expected: 'the text of the message or the policy; unpack the file first',
  }
}

function complaint(text: string, { severity, code, message, expected, span }: Slip & ProblemWords): Complaint {
  return { severity, code, message, expected, span, ...positionAt(text, span.from), fix: undefined }
}
