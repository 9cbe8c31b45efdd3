import {
  certaintySentence,
  gapSentence,
  gateSentence,
  messagesOf,
  policyTypeText,
  type Speaker,
  speaker,
  type Translation,
  write,
} from '../words/index.ts'
import type { Owner } from './diagnosis.ts'
import type { Diagnosis, Fix } from './written.ts'

const told = messagesOf('report', {
  toDo: 'What to do',
  helps: 'Changes that help, in this order',
  otherWay: 'Or another way',
  restsOn: 'What this rests on',
  request: 'The request',
  decision: 'Decision',
  caller: 'Caller',
  action: 'Action',
  resource: 'Resource',
  deniedBy: 'Denied by',
  policy: 'Policy',
  requestId: 'Request ID',
  gates: 'The gates, in AWS’s order',
  stops: '**stops here**, {{state}}: {{gate}}',
  gate: '{{state}}: {{gate}}',
  decidedBy: 'Decided by',
  statement: 'statement {{number}} {{sid}} of “{{policy}}”, {{type}}',
  sid: '({{sid}})',
  dependsOn: 'It depends on',
  absent: 'absent',
  allows: 'allows',
  denies: 'denies',
  silent: 'silent',
  unknown: 'unknown',
  'not given': 'not given',
  exempt: 'exempt',
  byCaller: 'caller',
  'account administrator': 'account administrator',
  'resource owner': 'resource owner',
  'organization administrator': 'organization administrator',
  by: 'By: {{owner}}. {{note}}',
  thinkTwice: 'Think twice: {{risk}}',
  placeholder: 'Replace the <PLACEHOLDERS>, then check again.',
  checked: 'Checked again: {{before}} → {{after}}.',
  checkedIf: 'Checked again: {{before}} → {{after}}, if {{onlyIf}}.',
  noData: 'No data of AWS’s services was loaded',
  data: 'Data of AWS’s services as of {{data}}',
})

type Say = Speaker<typeof told.messages>

/** "caller" is a heading already. */
const ownerId = (owner: Owner): 'byCaller' | Exclude<Owner, 'caller'> => (owner === 'caller' ? 'byCaller' : owner)

/** The versions that produced the answer, for later readers of the report. */
export interface Versions {
  readonly engine: string
  /** When the data of AWS's services was published; undefined: none was loaded. */
  readonly data: string | undefined
}

/** The whole answer as Markdown that also reads well as plain text: for a ticket, a wiki page, an archive. */
export function report(diagnosis: Diagnosis, versions: Versions, translation?: Translation): string {
  const say = speaker(told, translation)
  const { cause, notices } = diagnosis
  const sections = [
    `# ${visible(cause.title)}`,
    `**${certaintySentence(cause.certainty, translation)}**`,
    visible(cause.explanation),
    ...notices.map((notice) => `> ${visible(notice)}`),
    table(diagnosis, say, translation),
    gates(diagnosis, say, translation),
    deciding(diagnosis, say, translation),
    questions(diagnosis, say),
    `## ${say('toDo')}\n\n${cause.steps.map(({ title, text, owner, command, statement }) => `- **${visible(title)}** (${say(ownerId(owner))}). ${visible(text)}${statement === undefined ? '' : `\n\n${fenced(statement, 'json')}`}${command === undefined ? '' : `\n\n${fenced(command, 'sh')}`}`).join('\n')}`,
    changes(say('helps'), diagnosis.fixes, say),
    changes(say('otherWay'), diagnosis.otherWay ? [diagnosis.otherWay] : [], say),
    `## ${say('restsOn')}\n\n${[...(diagnosis.verdict?.notEvaluated ?? []).map((code) => gapSentence(code, translation)), ...made(versions, say)].map((line) => `- ${line}`).join('\n')}`,
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function table({ denial, request, verdict }: Diagnosis, say: Say, translation: Translation | undefined): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('decision'), verdict?.decision],
    [say('caller'), request?.principal ?? denial.principal],
    [say('action'), request?.action ?? denial.action ?? denial.actionDerived],
    [say('resource'), request?.resource ?? denial.resource],
    [say('deniedBy'), denial.policyType && write(policyTypeText(denial.policyType), translation)],
    [say('policy'), denial.policyArn],
    [say('requestId'), denial.requestId],
  ]
  const known = rows.flatMap(([label, value]) => (value ? [`- ${label}: \`${value.replaceAll('`', '')}\``] : []))
  return known.length > 0 ? `## ${say('request')}\n\n${known.join('\n')}` : ''
}

const gates = ({ verdict }: Diagnosis, say: Say, translation: Translation | undefined): string =>
  verdict
    ? `## ${say('gates')}\n\n${verdict.gates.map((gate) => `- ${say(gate.blocks ? 'stops' : 'gate', { state: say(gate.state), gate: gateSentence(gate, translation) })}`).join('\n')}`
    : ''

function deciding({ verdict }: Diagnosis, say: Say, translation: Translation | undefined): string {
  if (!verdict || verdict.decidedBy.length === 0) return ''
  const lines = verdict.decidedBy.map(
    ({ policyType, policy, statement, sid }) =>
      `- ${say('statement', { number: statement + 1, sid: sid === undefined ? '' : say('sid', { sid }), policy, type: write(policyTypeText(policyType), translation) })}`,
  )
  return `## ${say('decidedBy')}\n\n${lines.join('\n')}`
}

function questions({ verdict }: Diagnosis, say: Say): string {
  if (!verdict || verdict.questions.length === 0) return ''
  const lines = verdict.questions.flatMap(({ key, outcomes }) =>
    outcomes.map(
      ({ value, decision }) => `- \`${key}\` ${value === undefined ? say('absent') : `= ${value}`}: ${decision}`,
    ),
  )
  return `## ${say('dependsOn')}\n\n${lines.join('\n')}`
}

const changes = (title: string, fixes: readonly Fix[], say: Say): string =>
  fixes.length === 0
    ? ''
    : `## ${title}\n\n${fixes
        .map((fix) => `### ${visible(fix.title)}\n\n${visible(about(fix, say))}\n\n${fenced(fix.after, 'json')}`)
        .join('\n\n')}`

/** Who makes a change, what to know about it, and what it leads to. */
function about({ owner, note, risk, proof, hasPlaceholder, onlyIf }: Fix, say: Say): string {
  const decisions = { before: proof.before.decision, after: proof.after.decision }
  const checked = onlyIf === undefined ? say('checked', decisions) : say('checkedIf', { ...decisions, onlyIf })
  return [
    say('by', { owner: say(ownerId(owner)), note }),
    ...(risk === undefined ? [] : [say('thinkTwice', { risk })]),
    hasPlaceholder ? say('placeholder') : checked,
  ].join(' ')
}

/** Markdown would take a placeholder such as <ROLE_NAME> for HTML and show nothing. In code it's shown as it is. */
const visible = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll('<', '\\<')))
    .join('')

/** A fence that no text inside can close. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

const made = ({ engine, data }: Versions, say: Say): readonly string[] => [
  `Whydenied ${engine}`,
  data === undefined ? say('noData') : say('data', { data }),
]
