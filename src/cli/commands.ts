// What each command makes of its input: an answer as JSON, lines for a person, an exit status.

import { z } from 'zod'
import {
  type Case,
  type Diagnosis,
  diagnose,
  type Fix,
  furtherServices,
  readGivenPolicies,
  requestText,
  sortReading,
} from '../advise/index.ts'
import { findSecrets, type Reading, readAll, readDenialAndAll, toAnswer } from '../denial/index.ts'
import { compile, type Verdict } from '../evaluate/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import { guessPolicyType, type PolicyType, policyTypes } from '../iam/index.ts'
import { checks, type Finding, lint } from '../lint/index.ts'
import { requiredServices } from '../reference/index.ts'
import { member, readJson } from '../text/index.ts'
import { gapSentence, gateSentence } from '../words/index.ts'
import { blankCase } from '../workbench/blank-secrets.ts'
import { languagesFor } from '../workbench/languages.ts'
import { groupAnswer, groupLine } from './denials.ts'
import { inputProblem } from './input-place.ts'
import { type LintedFile, toJunit, toSarif } from './lint-report.ts'
import { policiesInFile } from './policies-in-file.ts'

export interface Outcome {
  readonly answer: unknown
  readonly lines: readonly string[]
  /** 0 nothing wrong found, 1 something found, 2 unusable input. */
  readonly status: 0 | 1 | 2
}

interface Command {
  /** One JSON input, as the contract has it. */
  json(text: string): Promise<Outcome>
  /** The input as a person has it: a file or standard input. */
  text(text: string, options: { readonly type: string | undefined }): Promise<Outcome>
}

export const unusable = (error: string): Outcome => ({ answer: { error }, lines: [`whydenied: ${error}`], status: 2 })

const contextValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  // The request does not carry the key.
  z.null(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
])
const policyType = z.enum(policyTypes)
const facts = z.object({
  managementAccount: z.boolean().optional(),
  billingIamAccess: z.boolean().optional(),
  s3BlockPublicAccess: z.boolean().optional(),
  kmsGrant: z.boolean().optional(),
})

const scenarioInput = z.object({
  request: z.object({
    principal: z.string(),
    action: z.string(),
    resource: z.string().default('*'),
    resourceAccount: z.string().optional(),
    context: z.record(z.string(), contextValue).optional(),
    contextIs: z.enum(['partial', 'complete']).optional(),
    also: z
      .array(z.object({ action: z.string().optional(), resource: z.string(), resourceAccount: z.string().optional() }))
      .optional(),
  }),
  policies: z.array(
    z.object({
      type: policyType,
      name: z.string().optional(),
      target: z.string().optional(),
      text: z.string().optional(),
      document: z.unknown().optional(),
    }),
  ),
  facts: facts.optional(),
})

const casePolicy = z
  .strictObject({
    name: z.string().default('Policy'),
    type: policyType.optional(),
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

const lintInput = z.object({
  policy: z.string(),
  policyType: policyType.optional(),
  resourceType: z.string().nullish(),
})

export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'explain',
    { json: withInput(z.object({ text: z.string() }), ({ text }) => explain(text)), text: (text) => explain(text) },
  ],
  ['evaluate', { json: withInput(scenarioInput, evaluate), text: withInput(scenarioInput, evaluate) }],
  ['lint', { json: withInput(lintInput, lintPolicy), text: (text, { type }) => lintText(text, type) }],
  ['diagnose', { json: withInput(caseInput, diagnoseCase), text: (text) => diagnoseText(text) }],
])

/** Reads JSON, checks its shape, and says in one sentence what is wrong with it. */
function withInput<T>(schema: z.ZodType<T>, run: (input: T) => Promise<Outcome>): (text: string) => Promise<Outcome> {
  return async (text) => {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch (error) {
      return unusable(`the input is not JSON: ${error instanceof Error ? error.message : String(error)}`)
    }
    const read = schema.safeParse(json)
    if (read.success) return run(read.data)
    return unusable(inputProblem(text, read.error.issues[0]))
  }
}

async function explain(text: string): Promise<Outcome> {
  const { denial, denials: groups } = readDenialAndAll(text)
  // One answer is the contract; where the text tells of more, they stand beside it.
  const { actionCandidates } = denial
  const candidates = actionCandidates.length > 0 ? { actionCandidates } : {}
  const answer = {
    ...toAnswer(denial),
    ...candidates,
    ...(groups.length > 1 ? { denials: groups.map(groupAnswer) } : {}),
  }
  const lines = Object.entries(toAnswer(denial)).flatMap(([field, value]) =>
    value === null ? [] : [`${field}: ${String(value)}`],
  )
  if (actionCandidates.length > 0)
    lines.push(`Several services have this operation. The action is one of: ${actionCandidates.join(', ')}`)
  if (denial.insteadOf) lines.push(denial.insteadOf)
  if (groups.length > 1) lines.push('', 'All denials in it:', ...groups.map(groupLine))
  return { answer, lines, status: denial.kind === 'not-authorization' ? 0 : 1 }
}

async function evaluate({ request, policies, facts: given }: z.output<typeof scenarioInput>): Promise<Outcome> {
  const texts = policies.map(({ text, document }) => text ?? JSON.stringify(document ?? null))
  const evaluator = compile(policies, given, await loadReference(requiredServices([request.action, ...texts])))
  const verdict = evaluator.explain(request)
  const problems = evaluator.problems.map(({ policyIndex, path, message, expected }) => ({
    policy: policies[policyIndex]?.name,
    path,
    message,
    expected,
  }))
  return {
    answer: {
      ...verdict,
      gates: verdict.gates.map((gate) => ({ ...gate, sentence: gateSentence(gate) })),
      notEvaluated: verdict.notEvaluated.map(gapSentence),
      problems,
    },
    lines: verdictLines(verdict),
    status: verdict.decision === 'allowed' ? 0 : 1,
  }
}

function verdictLines({
  decision,
  decidedBy,
  blockedBy,
  missingContext,
  rule,
  gates,
  notEvaluated,
  unsupportedKeys,
}: Verdict): readonly string[] {
  return [
    `decision: ${decision}`,
    ...(rule === undefined ? [] : [`rule: ${rule}`]),
    ...decidedBy.map(
      (ref) =>
        `decided by: ${ref.policyType} "${ref.policy}", statement ${ref.statement + 1}${ref.sid ? ` (${ref.sid})` : ''}`,
    ),
    ...(blockedBy.length > 0 ? [`blocked by: ${blockedBy.join(', ')}`] : []),
    ...(missingContext.length > 0 ? [`depends on: ${missingContext.join(', ')}`] : []),
    ...gates.map((gate) => `${gate.blocks ? 'x' : ' '} ${gate.state.padEnd(9)} ${gateSentence(gate)}`),
    ...unsupportedKeys.map((key) => `counts as absent: ${key}, which requests for this action never carry`),
    ...notEvaluated.map((code) => `not evaluated: ${gapSentence(code)}`),
  ]
}

async function lintPolicy(input: z.output<typeof lintInput>): Promise<Outcome> {
  const findings = await findingsOf(input)
  return { answer: apart(findings), lines: findingLines(findings), status: findings.length > 0 ? 1 : 0 }
}

async function findingsOf({
  policy,
  policyType,
  resourceType,
}: z.output<typeof lintInput>): Promise<readonly Finding[]> {
  const reference = await loadReference(requiredServices([policy]))
  const type = policyType ?? guessPolicyType(policy).type
  return lint({ text: policy, policyType: type, resourceType: resourceType ?? undefined, reference })
}

const lintOptions = z.object({
  type: policyType.optional(),
  format: z.enum(['text', 'json', 'sarif', 'junit']),
})

/** Several policies, one report. */
export async function lintFiles(
  files: readonly { readonly file: string; readonly text: string }[],
  options: { readonly type: string | undefined; readonly format: string },
): Promise<Outcome> {
  const read = lintOptions.safeParse(options)
  if (!read.success) return unusable(wrongOption(read.error.issues[0]?.path[0]))
  const { type, format } = read.data
  const linted: LintedFile[] = []
  const unread: string[] = []
  for (const { file, text } of files) {
    const read = await findingsInFile(text, type)
    linted.push({ file, findings: read.findings })
    unread.push(...read.unread.map((line) => `${file}: ${line}`))
  }
  const lines = {
    text: () => [
      ...linted.flatMap(({ file, findings }) => findingLines(findings).map((line) => `${file}: ${line}`)),
      ...unread,
    ],
    json: () => [JSON.stringify({ files: linted }, null, 2)],
    sarif: () => [JSON.stringify(toSarif(linted), null, 2)],
    junit: () => [toJunit(linted)],
  }[format]()
  return {
    answer: { files: linted },
    lines,
    status: lintStatus(
      linted.flatMap(({ findings }) => findings),
      unread,
    ),
  }
}

const wrongOption = (option: PropertyKey | undefined): string =>
  option === 'format' ? '--format is one of text, json, sarif, junit' : `--type is one of ${policyTypes.join(', ')}`

async function lintText(text: string, type: string | undefined): Promise<Outcome> {
  const read = policyType.optional().safeParse(type)
  if (!read.success) return unusable(wrongOption('type'))
  const { findings, unread } = await findingsInFile(text, read.data)
  const lines = [...findingLines(findings), ...unread]
  const answer = { ...apart(findings), ...(unread.length > 0 ? { unread } : {}) }
  return { answer, lines, status: lintStatus(findings, unread) }
}

/** A file of which something could not be read is never fine. */
const lintStatus = (findings: readonly Finding[], unread: readonly string[]): Outcome['status'] =>
  findings.length > 0 ? 1 : unread.length > 0 ? 2 : 0

const beyond: ReadonlySet<string> = new Set(checks.filter(({ own, newer }) => own || newer).map(({ code }) => code))
const awsCodes: ReadonlyMap<string, string> = new Map(
  checks.flatMap(({ code, awsCode }) => (awsCode === undefined ? [] : [[code, awsCode] as const])),
)

/**
 * `findings` are what Access Analyzer reports too, as of the list that the contract was written by (May 2023), so that the two can be compared;
 * what only we look for, and what AWS looks for since, stands apart. `issueCode` is AWS's spelling, where it differs.
 */
function apart(found: readonly Finding[]) {
  const told = found.map((finding) => {
    const issueCode = awsCodes.get(finding.code)
    return issueCode === undefined ? finding : { ...finding, issueCode }
  })
  const isMore = ({ code, behindSlip }: Finding): boolean => beyond.has(code) || behindSlip === true
  return { findings: told.filter((finding) => !isMore(finding)), more: told.filter(isMore) }
}

/** What is wrong with the policies of a file, in the order of the file; the type that was asked for wins over what the file tells. */
async function findingsInFile(
  text: string,
  type: PolicyType | undefined,
): Promise<{ readonly findings: readonly Finding[]; readonly unread: readonly string[] }> {
  const findings: Finding[] = []
  const { policies, unread } = await policiesInFile(text)
  for (const { text: policy, policyType, placed } of policies)
    findings.push(...(await findingsOf({ policy, policyType: type ?? policyType })).map(placed))
  return { findings, unread }
}

const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.length > 0
    ? findings.map(({ line, column, type, code, message }) => `${line}:${column} ${type} ${code} ${message}`)
    : ['nothing found']

async function diagnoseCase(input: z.output<typeof caseInput>): Promise<Outcome> {
  // The answer quotes policies and messages: it must not repeat a secret from them.
  const clean = blankCase(input).given
  const languages = await languagesFor([clean.paste, ...clean.policies.map(({ text }) => text)])
  const read = readGivenPolicies(clean, languages)
  const reading = readAll(clean.paste, languages)
  const sorted = sortReading(read?.given ?? clean, reading)
  const given = sorted?.given ?? read?.given ?? clean
  // The documents are taken out: places in what is left are places in the rest.
  const diagnosis = await diagnoseWithData(given, { ...reading, text: reading.rest })
  const { cause, verdict, notices, fixes, otherWay } = diagnosis
  const answer = { ...diagnosis, denial: toAnswer(diagnosis.denial), secrets: findSecrets(input.paste) }
  const lines = [
    cause.title,
    cause.explanation,
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
    ...fixes.flatMap((fix) => fixLines('fix', fix)),
    ...(otherWay ? fixLines('or', otherWay) : []),
    ...(diagnosis.denial.kind === 'not-authorization' && !diagnosis.request ? [] : ['', requestText(diagnosis)]),
  ]
  return { answer, lines, status: verdict?.decision === 'allowed' ? 0 : 1 }
}

/** With the data of the services that the case names, then of those that the answer names. */
async function diagnoseWithData(given: Case, reading: Reading): Promise<Diagnosis> {
  const named = requiredServices([given.paste, given.action ?? '', ...given.policies.map(({ text }) => text)])
  const first = await loadReference(named)
  const withAction = await loadReference([...named, ...furtherServices(diagnose(given, first, reading), first)])
  const further = furtherServices(diagnose(given, withAction, reading), withAction)
  return diagnose(given, await loadReference([...withAction.services.keys(), ...further]), reading)
}

const fixLines = (word: string, { title, note, risk, after, wider, proof }: Fix): readonly string[] => [
  '',
  `${word}: ${title} (${proof.before.decision} → ${proof.after.decision})`,
  note,
  ...(risk === undefined ? [] : [`Think twice: ${risk}`]),
  after,
  ...(wider?.dependents.map(({ action, reason }) => `The same call can ask for ${action} too, ${reason}.`) ?? []),
]

/** A case as JSON, or else the pasted text alone. A JSON object with the fields of a case is one, however wrong the others are. */
async function diagnoseText(text: string): Promise<Outcome> {
  const { value } = /^\s*\{/.test(text) ? readJson(text) : { value: undefined }
  const isCase = member(value, 'paste') !== undefined || member(value, 'policies') !== undefined
  return isCase ? withInput(caseInput, diagnoseCase)(text) : diagnoseCase({ paste: text, policies: [] })
}
