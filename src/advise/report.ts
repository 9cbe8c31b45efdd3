import { policyTypeNames } from '../iam/index.ts'
import { certaintySentence, gapSentence, gateSentence } from '../words/index.ts'
import type { Diagnosis, Fix } from './written.ts'

/** The versions that produced the answer, for later readers of the report. */
export interface Versions {
  readonly engine: string
  /** When the data of AWS's services was published; undefined: none was loaded. */
  readonly data: string | undefined
}

/** The whole answer as Markdown that also reads well as plain text: for a ticket, a wiki page, an archive. */
export function report(diagnosis: Diagnosis, versions: Versions): string {
  const { cause, notices } = diagnosis
  const sections = [
    `# ${cause.title}`,
    `**${certaintySentence(cause.certainty)}**`,
    cause.explanation,
    ...notices.map((notice) => `> ${notice}`),
    table(diagnosis),
    gates(diagnosis),
    deciding(diagnosis),
    questions(diagnosis),
    `## What to do\n\n${cause.steps.map(({ title, text, owner, command, statement }) => `- **${title}** (${owner}). ${text}${statement === undefined ? '' : `\n\n${fenced(statement, 'json')}`}${command === undefined ? '' : `\n\n${fenced(command, 'sh')}`}`).join('\n')}`,
    changes('Changes that help, in this order', diagnosis.fixes),
    changes('Or another way', diagnosis.otherWay ? [diagnosis.otherWay] : []),
    `## What this rests on\n\n${[...(diagnosis.verdict?.notEvaluated ?? []).map(gapSentence), ...made(versions)].map((line) => `- ${line}`).join('\n')}`,
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function table({ denial, request, verdict }: Diagnosis): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Decision', verdict?.decision],
    ['Caller', request?.principal ?? denial.principal],
    ['Action', request?.action ?? denial.action ?? denial.actionDerived],
    ['Resource', request?.resource ?? denial.resource],
    ['Denied by', denial.policyType && policyTypeNames[denial.policyType]],
    ['Policy', denial.policyArn],
    ['Request ID', denial.requestId],
  ]
  const known = rows.flatMap(([label, value]) => (value ? [`- ${label}: \`${value.replaceAll('`', '')}\``] : []))
  return known.length > 0 ? `## The request\n\n${known.join('\n')}` : ''
}

const gates = ({ verdict }: Diagnosis): string =>
  verdict
    ? `## The gates, in AWS’s order\n\n${verdict.gates.map((gate) => `- ${gate.blocks ? '**stops here**, ' : ''}${gate.state}: ${gateSentence(gate)}`).join('\n')}`
    : ''

function deciding({ verdict }: Diagnosis): string {
  if (!verdict || verdict.decidedBy.length === 0) return ''
  const lines = verdict.decidedBy.map(
    ({ policyType, policy, statement, sid }) =>
      `- statement ${statement + 1}${sid === undefined ? '' : ` (${sid})`} of “${policy}”, ${policyTypeNames[policyType]}`,
  )
  return `## Decided by\n\n${lines.join('\n')}`
}

function questions({ verdict }: Diagnosis): string {
  if (!verdict || verdict.questions.length === 0) return ''
  const lines = verdict.questions.flatMap(({ key, outcomes }) =>
    outcomes.map(({ value, decision }) => `- \`${key}\` ${value === undefined ? 'absent' : `= ${value}`}: ${decision}`),
  )
  return `## It depends on\n\n${lines.join('\n')}`
}

const changes = (title: string, fixes: readonly Fix[]): string =>
  fixes.length === 0
    ? ''
    : `## ${title}\n\n${fixes
        .map(
          ({ title, owner, note, risk, after, proof, hasPlaceholder, onlyIf }) =>
            `### ${title}\n\nBy: ${owner}. ${note}${risk === undefined ? '' : ` Think twice: ${risk}`} ${hasPlaceholder ? 'Replace the words in CAPITALS, then check again.' : `Checked again: ${proof.before.decision} → ${proof.after.decision}${onlyIf === undefined ? '' : `, if ${onlyIf}`}.`}\n\n${fenced(after, 'json')}`,
        )
        .join('\n\n')}`

/** A fence that no text inside can close. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

const made = ({ engine, data }: Versions): readonly string[] => [
  `Whydenied ${engine}`,
  data === undefined ? 'No data of AWS’s services was loaded' : `Data of AWS’s services as of ${data}`,
]
