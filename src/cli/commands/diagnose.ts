import { z } from 'zod'
import {
  type Case,
  type Dependent,
  type Diagnosis,
  diagnose,
  type Fix,
  furtherServices,
  type Opens,
  opensOf,
  readGivenPolicies,
  requestText,
  sortReading,
} from '../../advise/index.ts'
import { doubtLines, doubtsOf, findSecrets, type Reading, readAll, toAnswer } from '../../denial/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { documentTypes } from '../../iam/index.ts'
import { requiredServices } from '../../reference/index.ts'
import { blankCase } from '../../session/blank-secrets.ts'
import { languagesFor } from '../../session/languages.ts'
import { member, readJson } from '../../text/index.ts'
import { certaintySentence, opensSentence } from '../../words/index.ts'
import { diagnoseTrail } from '../bulk.ts'
import { bulkFormats } from '../bulk-report.ts'
import type { Command, CommandArguments, Outcome, Status } from '../command.ts'
import { listFiles, unreadSentence } from '../files.ts'
import type { Io } from '../io.ts'
import { answerInput, withInput } from '../one-input.ts'
import { contextValue, facts, policyType } from '../schemas.ts'
import { verdictLines } from '../verdict-lines.ts'

const casePolicy = z
  .strictObject({
    name: z.string().default('Policy'),
    // A list of grants says itself what it is: it's moved to the paste, where it counts.
    type: z.union([policyType, z.enum(documentTypes).transform(() => undefined)]).optional(),
    target: z.string().optional(),
    text: z.string().optional(),
    document: z.unknown().optional(),
  })
  .transform(({ text, document, ...policy }, ctx) => {
    if (text !== undefined) return { ...policy, text }
    if (document !== undefined) return { ...policy, text: JSON.stringify(document, null, 2) }
    ctx.addIssue({ code: 'custom', message: 'a policy needs a text or a document' })
    return z.NEVER
  })

const caseInput = z.strictObject({
  paste: z.string().default(''),
  which: z.number().int().nonnegative().optional(),
  policies: z.array(casePolicy).default([]),
  principal: z.string().optional(),
  action: z.string().optional(),
  resource: z.string().optional(),
  resourceAccount: z.string().optional(),
  context: z.record(z.string(), contextValue).optional(),
  facts: facts.strict().optional(),
})

/** A pasted error and policies → cause, steps, proven fix. With --format, logs → every kind of denial with its cause. */
export const diagnoseCommand: Command = {
  name: 'diagnose',
  takes: '[FILE…]',
  help: [
    'a pasted error and policies → cause, steps, proven fix;',
    'with --format or several files: logs and CloudTrail files → every kind of denial with its cause',
  ],
  options: ['format'],
  run: (args, io) =>
    isBulk(args)
      ? diagnoseLogs(args, io)
      : answerInput(args, io, { json: withInput(caseInput, diagnoseCase), text: diagnoseText }),
}

/** Logs, not one case: a format was asked for, or there are several files, or a packed one, or a folder. */
const isBulk = ({ files, format }: CommandArguments): boolean =>
  format !== undefined || files.length > 1 || /[*?{[]|[\\/]$|\.(?:gz|zip)$/.test(files[0] ?? '')

async function diagnoseLogs({ files, format, json, jsonl }: CommandArguments, io: Io): Promise<Status> {
  const name = format ?? (jsonl ? 'jsonl' : json ? 'json' : 'text')
  const write = bulkFormats.get(name)
  if (!write) {
    io.tell(`whydenied: unknown format ${name}; choose ${[...bulkFormats.keys()].join(', ')}`)
    return 2
  }
  const list = listFiles(files.length === 0 ? ['-'] : files)
  const summary = await diagnoseTrail(list, io)
  for (const unread of summary.unread) io.tell(unreadSentence(unread))
  if (summary.files > 0) await io.print(write(summary))
  if (summary.unread.length > 0) return 2
  return summary.denials > 0 ? 1 : 0
}

async function diagnoseCase(input: z.output<typeof caseInput>): Promise<Outcome> {
  // The answer quotes policies and messages: it must not repeat a secret from them.
  const clean = blankCase(input).given
  const languages = await languagesFor([clean.paste, ...clean.policies.map(({ text }) => text)])
  const read = readGivenPolicies(clean, languages)
  const reading = readAll(read?.given.paste ?? clean.paste, languages)
  const sorted = sortReading(read?.given ?? clean, reading)
  const given = sorted?.given ?? read?.given ?? clean
  // The documents are taken out: places in what is left are places in the rest.
  const { diagnosis, opens } = await diagnoseWithData(given, { ...reading, text: reading.rest })
  const { cause, verdict, notices, fixes, otherWay } = diagnosis
  const answer = {
    ...diagnosis,
    opens: opens.map((each) => each ?? null),
    denial: { ...toAnswer(diagnosis.denial), ...doubtsOf(diagnosis.denial) },
    secrets: findSecrets(input.paste),
  }
  const lines = [
    certaintySentence(cause.certainty),
    cause.title,
    cause.explanation,
    ...doubtLines(diagnosis.denial),
    '',
    ...(read?.notices ?? []),
    ...(sorted?.notices ?? []),
    ...(sorted?.commands ?? []).map((command) => `    ${command}`),
    ...notices,
    ...(verdict ? verdictLines(verdict) : []),
    '',
    ...cause.steps.map(
      ({ title, text, command, statement }) =>
        `- ${title}: ${text}${statement ? `\n${statement}` : ''}${command ? `\n    ${command}` : ''}`,
    ),
    ...fixes.flatMap((fix, i) => [...fixLines('fix', fix), ...opensLines(opens[i])]),
    ...(otherWay ? fixLines('or', otherWay) : []),
    ...(diagnosis.denial.kind === 'not-authorization' && !diagnosis.request ? [] : ['', requestText(diagnosis)]),
  ]
  return { answer, lines, status: verdict?.decision === 'allowed' ? 0 : 1 }
}

/** With the data of the services that the case names, then of those that the answer names; and what each fix opens. */
async function diagnoseWithData(given: Case, reading: Reading): Promise<WithOpens> {
  const named = requiredServices([given.paste, given.action ?? '', ...given.policies.map(({ text }) => text)])
  const first = await loadReference(named)
  const withAction = await loadReference([...named, ...furtherServices(diagnose(given, first, reading), first)])
  const further = furtherServices(diagnose(given, withAction, reading), withAction)
  const reference = await loadReference([...withAction.services.keys(), ...further])
  const diagnosis = diagnose(given, reference, reading)
  return { diagnosis, opens: opensOf(given, diagnosis, reference) }
}

interface WithOpens {
  readonly diagnosis: Diagnosis
  readonly opens: readonly (Opens | undefined)[]
}

const dependentLine = ({ action, resource, reason }: Dependent): string => `- ${action} on ${resource}: ${reason}`

const opensLines = (opens: Opens | undefined): readonly string[] => (opens ? [opensSentence(opens)] : [])

const unproved = 'replace the words in CAPITALS, then check again'

const fixLines = (
  word: string,
  { title, note, risk, after, included, options, proof, hasPlaceholder, onlyIf }: Fix,
): readonly string[] => [
  '',
  `${word}: ${title} (${hasPlaceholder ? unproved : `${proof.before.decision} → ${proof.after.decision}${onlyIf === undefined ? '' : `, if ${onlyIf}`}`})`,
  note,
  ...(risk === undefined ? [] : [`Think twice: ${risk}`]),
  after,
  ...(included.length > 0 ? ['This includes what every such call needs:'] : []),
  ...included.map(dependentLine),
  ...(options.length > 0 ? ['Also add what applies to your call:'] : []),
  ...options.map(dependentLine),
  ...(!hasPlaceholder && [...included, ...options].some(({ resource }) => /[A-Z]{2,}-[A-Z]{2,}/.test(resource))
    ? ['Replace the names in CAPITALS with yours.']
    : []),
]

/** A case as JSON, or else the pasted text alone. A JSON object with the fields of a case is one, however wrong the others are. */
async function diagnoseText(text: string): Promise<Outcome> {
  const { value } = /^\s*\{/.test(text) ? readJson(text) : { value: undefined }
  // AWS's own record of a denial lists policies, too.
  const isRecord = member(value, 'evaluations') !== undefined
  const isCase = member(value, 'paste') !== undefined || (member(value, 'policies') !== undefined && !isRecord)
  return isCase ? withInput(caseInput, diagnoseCase)(text) : diagnoseCase({ paste: text, policies: [] })
}
