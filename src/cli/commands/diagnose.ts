import { type Case, type Dependent, type Fix, type Opens, requestText } from '../../advise/index.ts'
import { caseFields, caseInput, diagnoseAnswer, diagnoseInput } from '../../api/diagnose.ts'
import type { DenialGroup } from '../../denial/index.ts'
import { member, readJson } from '../../text/index.ts'
import { certaintySentence, doubtLines, narrowerSentence, needsTogether, opensSentence } from '../../words/index.ts'
import { diagnoseTrail } from '../bulk.ts'
import { bulkFormats } from '../bulk-report.ts'
import { readCallerPolicies } from '../caller-policies.ts'
import type { CommandArguments, Outcome, RunCommand, Status } from '../command.ts'
import { unreadSentence } from '../files.ts'
import { counted, groupText } from '../group-lines.ts'
import type { Io } from '../io.ts'
import { readLastRun } from '../last-run.ts'
import { listFiles } from '../list-files.ts'
import { answerInput, withInput } from '../one-input.ts'
import { putReport } from '../put-report.ts'
import { verdictLines } from '../verdict-lines.ts'

/** A pasted error and policies → cause, steps, proven fix. With --format, logs → every kind of denial with its cause. */
export const runDiagnose: RunCommand = (args, io) =>
  isBulk(args)
    ? diagnoseLogs(args, io)
    : answerInput(args, io, { json: withInput(caseInput, diagnoseCase), text: diagnoseText })

/** Logs, not one case: a format was asked for, or there are several files, or a packed one, or a folder. */
const isBulk = ({ files, format, output, policies, ...args }: CommandArguments): boolean =>
  [format, output, policies, args['since-last']].some((each) => each !== undefined) ||
  files.length > 1 ||
  /[*?{[]|[\\/]$|\.(?:gz|zip)$/.test(files[0] ?? '')

async function diagnoseLogs(args: CommandArguments, io: Io): Promise<Status> {
  const { files, format, json, jsonl } = args
  const name = format ?? (jsonl ? 'jsonl' : json ? 'json' : 'text')
  const write = bulkFormats.get(name)
  if (!write) {
    io.tell(`whydenied: unknown format ${name}; choose ${[...bulkFormats.keys()].join(', ')}`)
    return 2
  }
  if (name === 'parquet' && args.output === undefined) return stop(io, '--format parquet needs --output FILE')
  const last = args['since-last'] === undefined ? undefined : readLastRun(args['since-last'])
  if (typeof last === 'string') return stop(io, last)
  const policiesOf = args.policies ? await readCallerPolicies(args.policies, io) : undefined
  if (args.policies && !policiesOf) return 2
  const all = listFiles(files.length === 0 ? ['-'] : files)
  if (last && all.files.includes('-')) return stop(io, '--since-last needs files, not standard input')
  const list = last ? { ...all, files: all.files.filter(last.isChanged) } : all
  const summary = await diagnoseTrail(list, io, { policiesOf, isNewKind: last?.isNewKind })
  for (const unread of summary.unread) io.tell(unreadSentence(unread))
  if (summary.files > 0 || last) {
    const problem = await putReport(await write(summary), args.output, io)
    if (problem !== undefined) return stop(io, problem)
  }
  if (summary.unread.length > 0) return 2
  last?.keep(
    list.files,
    summary.rows.map(({ fingerprint }) => fingerprint),
  )
  return summary.denials > 0 ? 1 : 0
}

function stop(io: Io, why: string): Status {
  io.tell(`whydenied: ${why}`)
  return 2
}

async function diagnoseCase(input: Case): Promise<Outcome> {
  const diagnosed = await diagnoseInput(input)
  const { diagnosis, opens } = diagnosed
  const { cause, verdict, notices, fixes, otherWay } = diagnosis
  const lines = [
    certaintySentence(cause.certainty),
    cause.title,
    cause.explanation,
    ...doubtLines(diagnosis.denial),
    ...otherDenials(diagnosis.denials, input.which ?? 0),
    '',
    ...diagnosed.notices,
    ...diagnosed.commands.map((command) => `    ${command}`),
    ...notices,
    ...(verdict ? verdictLines(verdict) : []),
    '',
    ...cause.steps.map(
      ({ title, text, command, statement }) =>
        `- ${title}: ${text}${statement ? `\n${statement}` : ''}${command ? `\n    ${command}` : ''}`,
    ),
    ...fixes.flatMap((fix, i) => [...fixLines(placeOf(i, fixes.length), fix), ...opensLines(opens[i])]),
    ...(otherWay ? fixLines('or', otherWay) : []),
    ...(diagnosis.denial.kind === 'not-authorization' && !diagnosis.request ? [] : ['', requestText(diagnosis)]),
  ]
  return { answer: diagnoseAnswer(diagnosed), lines, status: verdict?.decision === 'allowed' ? 0 : 1 }
}

/** More than these aren't listed one by one. */
const mostListed = 20

/** If what was pasted has several denials: all of them, and which one the answer is about. */
function otherDenials(denials: readonly DenialGroup[], which: number): readonly string[] {
  if (denials.length < 2) return []
  const total = denials.reduce((sum, { count }) => sum + count, 0)
  const left = denials.length - mostListed
  return [
    '',
    `What you pasted has ${counted(total, 'denial')} of ${counted(denials.length, 'kind')}. This answer is about number ${which + 1}; “diagnose --format text” answers all of them.`,
    ...denials
      .slice(0, mostListed)
      .map(
        (group, i) =>
          `${String(i + 1).padStart(3)}. ${groupText(group)}${group.count > 1 ? `, ${group.count} times` : ''}`,
      ),
    ...(left > 0 ? [`     and ${left} more kinds`] : []),
  ]
}

const dependentLines = (all: readonly Dependent[]): readonly string[] =>
  needsTogether(all).map(
    ({ actions, resources, reason }) => `- ${actions.join(', ')} on ${resources.join(', ')}: ${reason}`,
  )

function opensLines(opens: Opens | undefined): readonly string[] {
  if (!opens) return []
  const narrower = opens.is === 'more' ? opens.narrower : undefined
  return [opensSentence(opens), ...(narrower ? [narrowerSentence(narrower), narrower.text] : [])]
}

/** Several fixes are one plan: only together do they lead to the end. */
const placeOf = (i: number, count: number): string => (count === 1 ? 'fix' : `fix ${i + 1} of ${count}, all needed`)

const unproved = 'replace the <PLACEHOLDERS>, then check again'

const fixLines = (
  word: string,
  { title, note, risk, after, deliveries, included, options, proof, hasPlaceholder, onlyIf }: Fix,
): readonly string[] => [
  '',
  `${word}: ${title} (${hasPlaceholder ? unproved : `${proof.before.decision} → ${proof.after.decision}${onlyIf === undefined ? '' : `, if ${onlyIf}`}`})`,
  note,
  ...(risk === undefined ? [] : [`Think twice: ${risk}`]),
  // A fix for Terraform is Terraform, as in the page.
  deliveries.find(({ tool }) => tool.startsWith('Your '))?.text ?? after,
  ...(included.length > 0 ? ['This includes what every such call needs:'] : []),
  ...dependentLines(included),
  ...(options.length > 0 ? ['Also add what applies to your call:'] : []),
  ...dependentLines(options),
  ...(!hasPlaceholder && [...included, ...options].some(({ resource }) => /<[A-Z][A-Z_]*>/.test(resource))
    ? ['Replace the <PLACEHOLDERS> with your names.']
    : []),
]

/** A case as JSON, or else the pasted text alone. A JSON object with the fields of a case is one, however wrong the others are. */
async function diagnoseText(text: string): Promise<Outcome> {
  const { value } = /^\s*\{/.test(text) ? readJson(text) : { value: undefined }
  // AWS's own record of a denial lists policies, too.
  const isRecord = member(value, 'evaluations') !== undefined
  const isCase =
    member(value, 'paste') !== undefined ||
    (member(value, 'policies') !== undefined && !isRecord) ||
    (value?.kind === 'object' && hasMisspelledFields(value.members.map(({ key }) => key.value)))
  return isCase ? withInput(caseInput, diagnoseCase)(text) : diagnoseCase({ paste: text, policies: [] })
}

/** Are these the fields of a case, with slips in some of their names? No event and no policy consists of such fields. */
function hasMisspelledFields(keys: readonly string[]): boolean {
  const meant = keys.map((key) => caseFields.find((field) => isSlip(key, field)))
  return meant.some((field) => field === 'paste' || field === 'policies') && meant.every((field) => field !== undefined)
}

/** Is it the name in another case, or with one letter added, missing, or wrong? */
function isSlip(written: string, name: string): boolean {
  const [a, b] = [written.toLowerCase(), name.toLowerCase()]
  const at = [...b].findIndex((letter, i) => letter !== a[i])
  if (at < 0) return a.length - b.length <= 1
  const [restOfA, restOfB] = [a.slice(at), b.slice(at)]
  return restOfA.slice(1) === restOfB.slice(1) || restOfA === restOfB.slice(1) || restOfA.slice(1) === restOfB
}
