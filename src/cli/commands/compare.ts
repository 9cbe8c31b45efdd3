import { answerCompare, type CompareInput, compareInput, comparisonAnswer } from '../../api/compare.ts'
import { policyType } from '../../api/schemas.ts'
import { answerQuestion, type Question } from '../../compare/index.ts'
import type { PolicyInput } from '../../evaluate/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { guessPolicyType, type PolicyType, policyTypes } from '../../iam/index.ts'
import { requiredServices } from '../../reference/index.ts'
import { member, readJson } from '../../text/index.ts'
import { problemWords } from '../../words/index.ts'
import { type CommandArguments, type Outcome, type RunCommand, type Status, unusable } from '../command.ts'
import {
  type ComparedPolicy,
  comparisonLines,
  jsonReport,
  markdownReport,
  resultOf,
  sarifReport,
  textReport,
} from '../compare-report.ts'
import { readTexts, unreadSentence } from '../files.ts'
import type { Io } from '../io.ts'
import { answerInput, withInput } from '../one-input.ts'
import { policiesInFile } from '../policies-in-file.ts'
import { type PolicyPair, type PolicyPairs, pairsBetween, pairsSince, policiesOf } from '../policy-pairs.ts'

/** Two versions of policies → what the new one allows that the old one doesn't. */
export const runCompare: RunCommand = (args, io) => {
  const isJson = args.jsonl || (args.files[0] ?? '-') === '-' || (args.files.length === 1 && !asksOfOne(args))
  return isJson
    ? answerInput(args, io, {
        json: withInput(compareInput, compareJson),
        text: (text) => (isPolicy(text) ? oneSideOnly : withInput(compareInput, compareJson)(text)),
      })
    : compareFiles(args, io)
}

/** Is the text a policy, and not a case of the contract, which has policies on both sides? */
function isPolicy(text: string): boolean {
  const { value } = readJson(text)
  return member(value, 'Statement') !== undefined && member(value, 'check') === undefined
}

const oneSideOnly = Promise.resolve(
  unusable('this is one policy; compare takes OLD and NEW, or one with --not-granted or --not-public'),
)

/** Is there no old side, or is it elsewhere? */
const asksOfOne = (args: CommandArguments): boolean =>
  args.base !== undefined || args['not-granted'] !== undefined || args['not-public'] !== undefined

async function compareJson(input: CompareInput): Promise<Outcome> {
  const comparison = await answerCompare(input)
  return {
    answer: comparisonAnswer(input.check, comparison),
    lines: comparisonLines(input.check, comparison),
    status: statuses[comparison.result],
  }
}

const statuses: Readonly<Record<'pass' | 'fail' | 'unknown', Status>> = { pass: 0, fail: 1, unknown: 2 }

const reports: ReadonlyMap<string, (compared: readonly ComparedPolicy[]) => string> = new Map([
  ['text', textReport],
  ['json', jsonReport],
  ['sarif', sarifReport],
  ['markdown', markdownReport],
])

async function compareFiles(args: CommandArguments, io: Io): Promise<Status> {
  const stop = (...sentences: readonly string[]): Status => {
    for (const sentence of sentences) io.tell(sentence)
    return 2
  }
  const format = args.format ?? (args.json ? 'json' : 'text')
  const report = reports.get(format)
  if (!report) return stop(`whydenied: unknown format ${format}; choose ${[...reports.keys()].join(', ')}`)
  const type = policyType.optional().safeParse(args.type)
  if (!type.success) return stop(`whydenied: --type is one of ${policyTypes.join(', ')}`)
  const found = await findPairs(args, io)
  if (typeof found === 'string') return stop(`whydenied: ${found}`)
  const surroundings = await readSurroundings(args.with ?? [], io)
  if (!surroundings) return 2
  for (const each of found.unread) io.tell(unreadSentence(each))
  const compared: ComparedPolicy[] = []
  // A side that is missing can be one that couldn't be read: then nothing is claimed about the other.
  const isWhole = found.unread.length === 0 || args['not-granted'] !== undefined || args['not-public'] !== undefined
  const pairs = isWhole ? found.pairs : found.pairs.filter((pair) => pair.old && pair.new)
  for (const pair of pairs) for (const slip of slipsIn(pair)) io.tell(slip)
  for (const pair of pairs) compared.push(await comparePair(pair, { args, type: type.data, surroundings }))
  if (compared.length > 0) await io.print(report(compared))
  return found.unread.length > 0 ? 2 : statuses[resultOf(compared)]
}

/** Where each version's JSON can't be read. */
const slipsIn = ({ file, old, new: now }: PolicyPair): readonly string[] =>
  [
    { side: old, name: `the old version of ${file}` },
    { side: now, name: file },
  ].flatMap(({ side, name }) => {
    const [slip] = side ? readJson(side.text).problems : []
    if (!side || !slip) return []
    const { line, column } = side.positionOf(slip.span.from)
    return [`whydenied: ${name}, line ${line}, column ${column}: ${problemWords(slip).message}`]
  })

/** The policies to compare, or what is wrong with the arguments. */
async function findPairs(args: CommandArguments, io: Io): Promise<PolicyPairs | string> {
  const { files, base } = args
  if (args['not-granted'] !== undefined && args['not-public'] !== undefined)
    return '--not-granted and --not-public are two questions; ask one at a time'
  if (args['not-granted'] !== undefined || args['not-public'] !== undefined)
    return base === undefined
      ? policiesOf(files, io)
      : '--base needs a comparison of two versions; this question is about one'
  if (base !== undefined) return pairsSince(base, files, io)
  const [old, now, ...more] = files
  return old === undefined || now === undefined || more.length > 0
    ? 'compare takes OLD and NEW; quote patterns, so that the shell leaves them alone'
    : pairsBetween(old, now, io)
}

/** The policies around both sides: files, each with its type in front if the content doesn't show it ("permissions-boundary=FILE"). */
async function readSurroundings(names: readonly string[], io: Io): Promise<readonly PolicyInput[] | undefined> {
  const policies: PolicyInput[] = []
  for (const name of names) {
    const [, prefix = '', rest = name] = /^([a-z-]+)=(.+)$/.exec(name) ?? []
    const given = policyType.safeParse(prefix)
    const file = given.success ? rest : name
    const { texts, unread } = await readTexts(file, io)
    for (const each of unread) io.tell(unreadSentence(each))
    if (unread.length > 0) return undefined
    for (const { text } of texts)
      for (const policy of (await policiesInFile(text)).policies) {
        const guessed = guessPolicyType(policy.text).type
        const type = given.success ? given.data : (policy.policyType ?? guessed)
        // An SCP can read like an identity-based policy, and what it's taken for decides the answer.
        if (!given.success && policy.policyType === undefined)
          io.tell(
            `${file} is read as a policy of type ${type}; if it’s another type, write it in front, as in scp=${file}`,
          )
        policies.push({ type, name: policy.name ?? file, text: policy.text })
      }
  }
  return policies
}

interface Scope {
  readonly args: CommandArguments
  readonly type: PolicyType | undefined
  readonly surroundings: readonly PolicyInput[]
}

async function comparePair(pair: PolicyPair, { args, type: asked, surroundings }: Scope): Promise<ComparedPolicy> {
  const { file, old, new: now } = pair
  const policy = now ?? old
  const type = asked ?? policy?.policyType ?? guessPolicyType(policy?.text ?? '').type
  const sideOf = (side: typeof now): readonly PolicyInput[] =>
    side ? [{ type, name: side.name ?? file, text: side.text }] : []
  const question = questionOf(args, sideOf(old))
  const texts = [old?.text ?? '', now?.text ?? '', ...surroundings.map(({ text = '' }) => text)]
  const reference = await loadReference(requiredServices([...texts, ...(args['not-granted'] ?? [])]))
  const comparison = answerQuestion(question, { type, new: sideOf(now), surroundings, reference })
  return {
    file,
    name: policy?.name,
    check: question.check,
    comparison,
    positionOf: (statement) => now?.positionOf(statement?.span.from ?? 0) ?? { line: 1, column: 1 },
  }
}

function questionOf(args: CommandArguments, old: readonly PolicyInput[]): Question {
  const resourceType = args['not-public']
  if (resourceType !== undefined) return { check: 'not-public', resourceType }
  const actions = args['not-granted']?.flatMap((list) => list.split(',')).map((action) => action.trim())
  return actions ? { check: 'not-granted', access: { actions } } : { check: 'no-new-access', old }
}
