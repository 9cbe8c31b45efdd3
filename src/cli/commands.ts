// What each command makes of its input: an answer as JSON, lines for a person, an exit status.

import { z } from 'zod'
import {
  type Case,
  type Diagnosis,
  diagnose,
  type Fix,
  furtherServices,
  requestText,
  sortPaste,
} from '../advise/index.ts'
import { findSecrets, readDenial, readDenials, toAnswer } from '../denial/index.ts'
import { compile, type Verdict } from '../evaluate/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import { guessPolicyType, type PolicyType, policyTypes } from '../iam/index.ts'
import { checks, type Finding, lint } from '../lint/index.ts'
import { requiredServices } from '../reference/index.ts'
import { gapSentence, gateSentence } from '../words/index.ts'
import { blankCase } from '../workbench/blank-secrets.ts'
import { yamlToJson } from '../workbench/yaml-to-json.ts'
import { groupAnswer, groupLine } from './denials.ts'
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

const caseInput = z.object({
  paste: z.string().default(''),
  which: z.number().int().nonnegative().optional(),
  policies: z
    .array(
      z.object({
        name: z.string().default('Policy'),
        type: policyType.optional(),
        target: z.string().optional(),
        text: z.string(),
      }),
    )
    .default([]),
  principal: z.string().optional(),
  action: z.string().optional(),
  resource: z.string().optional(),
  resourceAccount: z.string().optional(),
  context: z.record(z.string(), contextValue).optional(),
  facts: facts.optional(),
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
    const [first] = read.error.issues
    return unusable(`${first?.path.join('.') || 'the input'}: ${first?.message}`)
  }
}

async function explain(text: string): Promise<Outcome> {
  const denial = readDenial(text)
  const groups = readDenials(text)
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
  for (const { file, text } of files) linted.push({ file, findings: await findingsInFile(text, type) })
  const lines = {
    text: () => linted.flatMap(({ file, findings }) => findingLines(findings).map((line) => `${file}: ${line}`)),
    json: () => [JSON.stringify({ files: linted }, null, 2)],
    sarif: () => [JSON.stringify(toSarif(linted), null, 2)],
    junit: () => [toJunit(linted)],
  }[format]()
  const status = linted.some(({ findings }) => findings.length > 0) ? 1 : 0
  return { answer: { files: linted }, lines, status }
}

const wrongOption = (option: PropertyKey | undefined): string =>
  option === 'format' ? '--format is one of text, json, sarif, junit' : `--type is one of ${policyTypes.join(', ')}`

async function lintText(text: string, type: string | undefined): Promise<Outcome> {
  const read = policyType.optional().safeParse(type)
  if (!read.success) return unusable(wrongOption('type'))
  const findings = await findingsInFile(text, read.data)
  return { answer: apart(findings), lines: findingLines(findings), status: findings.length > 0 ? 1 : 0 }
}

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
async function findingsInFile(text: string, type: PolicyType | undefined): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const { text: policy, policyType, placed } of policiesInFile(text))
    found.push(...(await findingsOf({ policy, policyType: type ?? policyType })).map(placed))
  return found
}

const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.length > 0
    ? findings.map(({ line, column, type, code, message }) => `${line}:${column} ${type} ${code} ${message}`)
    : ['nothing found']

async function diagnoseCase(input: z.output<typeof caseInput>): Promise<Outcome> {
  // The answer quotes policies and messages: it must not repeat a secret from them.
  const clean = blankCase(input).given
  const sorted = sortPaste(clean, yamlToJson)
  const given = sorted?.given ?? clean
  const diagnosis = await diagnoseWithData(given)
  const { cause, verdict, notices, fixes, otherWay } = diagnosis
  const answer = { ...diagnosis, denial: toAnswer(diagnosis.denial), secrets: findSecrets(input.paste) }
  const lines = [
    cause.title,
    cause.explanation,
    '',
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
async function diagnoseWithData(given: Case): Promise<Diagnosis> {
  const named = requiredServices([given.paste, given.action ?? '', ...given.policies.map(({ text }) => text)])
  const first = await loadReference(named)
  const withAction = await loadReference([...named, ...furtherServices(diagnose(given, first), first)])
  const further = furtherServices(diagnose(given, withAction), withAction)
  return diagnose(given, await loadReference([...withAction.services.keys(), ...further]))
}

const fixLines = (word: string, { title, note, risk, after, wider, proof }: Fix): readonly string[] => [
  '',
  `${word}: ${title} (${proof.before.decision} → ${proof.after.decision})`,
  note,
  ...(risk === undefined ? [] : [`Think twice: ${risk}`]),
  after,
  ...(wider?.dependents.map(({ action, reason }) => `The same call can ask for ${action} too, ${reason}.`) ?? []),
]

/** A case as JSON, or else the pasted text alone. */
async function diagnoseText(text: string): Promise<Outcome> {
  const outcome = await withInput(
    caseInput.refine((input) => input.paste !== '' || input.policies.length > 0),
    diagnoseCase,
  )(text)
  return outcome.status === 2 ? diagnoseCase({ paste: text, policies: [] }) : outcome
}
