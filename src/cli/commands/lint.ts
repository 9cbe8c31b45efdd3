import { lint } from '../../api/lint.ts'
import type { ProvenFinding } from '../../api/needless-findings.ts'
import { policyType, z } from '../../api/schemas.ts'
import { type PolicyType, policyTypes } from '../../iam/index.ts'
import { type CheckGroup, checkGroups, checks, type Finding } from '../../lint/index.ts'
import type { Unread } from '../../logs/index.ts'
import type { CommandArguments, Outcome, RunCommand, Status } from '../command.ts'
import { nameOf, readTexts, unreadSentence } from '../files.ts'
import type { Io } from '../io.ts'
import { type Baseline, readBaseline } from '../lint-baseline.ts'
import { checkPage, explanationOf } from '../lint-explain.ts'
import { sortByComments } from '../lint-ignores.ts'
import { toMarkdown } from '../lint-markdown.ts'
import { type LintedFile, toJunit, toSarif } from '../lint-report.ts'
import { type FailOn, fileLines, findingLines, lintStatus, pageLines, summaryOf, textReport } from '../lint-text.ts'
import { listFiles } from '../list-files.ts'
import { answerInput, withInput } from '../one-input.ts'
import { policiesInFile } from '../policies-in-file.ts'
import { inLine } from '../printable.ts'

const lintInput = z.object({
  policy: z.string(),
  policyType: policyType.optional(),
  resourceType: z.string().nullish(),
})

/** Policies, templates, and plans → what is wrong with the policies. */
export const runLint: RunCommand = async (args, io) => {
  const options = lintOptions.safeParse(args)
  if (!options.success) {
    io.tell(`whydenied: ${wrongOption(options.error.issues[0]?.path[0])}`)
    return 2
  }
  const { type, format, explain, group, 'fail-on': failOn } = options.data
  if (explain !== undefined) return explainCheck(explain, io)
  const known = await readBaseline(options.data.baseline, io)
  if (!known) return 2
  const passWithNoPolicies = args['pass-with-no-policies'] ?? false
  const chosen = { type, failOn, known, groups: group ?? [], passWithNoPolicies }
  const isMany = format !== undefined || args.files.length > 1 || /[*?{[]|[\\/]$/.test(args.files[0] ?? '')
  if (isMany && !args.jsonl) return lintFiles(args, { ...chosen, format: format ?? (args.json ? 'json' : 'text') }, io)
  return answerInput(args, io, {
    json: withInput(lintInput, (input) => lintPolicy(input, chosen.groups)),
    text: (text) => lintText(text, args.files[0] ?? '-', chosen),
  })
}

const lintOptions = z.object({
  type: policyType.optional(),
  format: z.enum(['text', 'json', 'sarif', 'junit', 'markdown']).optional(),
  'fail-on': z.enum(['error', 'warning', 'suggestion']).optional(),
  baseline: z.string().optional(),
  explain: z.string().optional(),
  group: z.array(z.enum(checkGroups)).optional(),
})

/** How the findings of a file are chosen and counted. */
interface Chosen {
  readonly type: PolicyType | undefined
  readonly failOn: FailOn | undefined
  readonly known: Baseline
  /** Groups of checks that are off unless they're asked for. */
  readonly groups: readonly CheckGroup[]
  readonly passWithNoPolicies: boolean
}

type Format = 'text' | 'json' | 'sarif' | 'junit' | 'markdown'

const reports: Readonly<Record<Format, (files: readonly LintedFile[]) => string>> = {
  text: textReport,
  json: (files) => JSON.stringify({ files: files.map(withPages) }, null, 2),
  sarif: (files) => JSON.stringify(toSarif(files), null, 2),
  junit: toJunit,
  markdown: toMarkdown,
}

const withPages = (file: LintedFile): object => ({
  ...file,
  findings: file.findings.map((finding) => ({ ...finding, page: checkPage(finding.code) })),
})

/** Many policies, one report. Files that can't be read are reported, and the others are still linted. */
async function lintFiles(
  { files }: CommandArguments,
  { type, known, groups, format, ...judging }: Chosen & { readonly format: Format },
  io: Io,
): Promise<Status> {
  const list = listFiles(files.length === 0 ? ['-'] : files)
  const unread: Unread[] = [...list.unread]
  const linted: LintedFile[] = []
  for (const name of list.files) {
    const read = await readTexts(name, io)
    unread.push(...read.unread)
    for (const { file, text } of read.texts) {
      const found = await findingsInFile(text, type, groups)
      linted.push({ ...found, file, findings: known.newIn(file, found.findings) })
    }
  }
  for (const each of unread) io.tell(unreadSentence(each))
  if (linted.length > 0) await io.print(reports[format](linted))
  return unread.length > 0 ? 2 : lintStatus(linted, judging)
}

async function lintPolicy(input: z.output<typeof lintInput>, groups: readonly CheckGroup[]): Promise<Outcome> {
  const findings = await lint({ ...input, groups })
  return {
    answer: apart(findings),
    lines: findingLines(findings),
    status: findings.some(({ folded }) => !folded) ? 1 : 0,
  }
}

const wrongOption = (option: PropertyKey | undefined): string =>
  option === 'format'
    ? '--format is one of text, json, sarif, junit, markdown'
    : option === 'fail-on'
      ? '--fail-on is one of error, warning, suggestion'
      : option === 'group'
        ? `--group is one of ${checkGroups.join(', ')}`
        : `--type is one of ${policyTypes.join(', ')}`

async function lintText(text: string, file: string, { type, known, groups, ...judging }: Chosen): Promise<Outcome> {
  const found = await findingsInFile(text, type, groups)
  const linted: LintedFile = { ...found, file, findings: known.newIn(file, found.findings) }
  const { findings, unread, ignored, notes } = linted
  const told = Object.entries({ unread, ignored, notes }).filter(([, list]) => list.length > 0)
  const more = findings.length > 0 ? [...pageLines(findings), summaryOf([linted])] : []
  const status = lintStatus([linted], judging)
  // What goes to standard error, between the words of other programs, says which file it's about.
  const lines = status === 2 ? fileLines(linted).map((line) => `${inLine(nameOf(file))}: ${line}`) : fileLines(linted)
  return { answer: { ...apart(findings), ...Object.fromEntries(told) }, lines: [...lines, ...more], status }
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
    return { ...finding, page: checkPage(finding.code), ...(issueCode === undefined ? {} : { issueCode }) }
  })
  const isMore = ({ code, behindSlip, folded, proven }: Finding & Partial<ProvenFinding>): boolean =>
    beyond.has(code) || behindSlip === true || folded === true || proven === true
  return { findings: told.filter((finding) => !isMore(finding)), more: told.filter(isMore) }
}

/** What is wrong with the policies of a file, in the order of the file; the type that was asked for wins over what the file tells. */
async function findingsInFile(
  text: string,
  type: PolicyType | undefined,
  groups: readonly CheckGroup[],
): Promise<Omit<LintedFile, 'file'>> {
  const findings: Finding[] = []
  const { policies, unread } = await policiesInFile(text)
  for (const { text: policy, policyType, placed, isOfAws } of policies) {
    const found = isOfAws ? [] : await lint({ policy, policyType: type ?? policyType, groups })
    findings.push(...eachOnce(found.map(placed)))
  }
  return { ...sortByComments(text, findings), unread, policies: policies.length }
}

/** Both branches of a choice are checked as statements of their own, so what they share is found twice in the same place of the file. */
const eachOnce = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((each) => [`${each.line}:${each.column} ${each.code} ${each.message}`, each])).values(),
]

async function explainCheck(code: string, io: Io): Promise<Status> {
  const lines = explanationOf(code)
  if (!lines) {
    io.tell(`whydenied: unknown check ${code}`)
    return 2
  }
  await io.print(lines.join('\n'))
  return 0
}
