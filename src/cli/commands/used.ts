import { attachedPolicies, type CollectedText, collect } from '../../account/index.ts'
import type { PolicyInput } from '../../evaluate/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { openLater, type Unread } from '../../logs/index.ts'
import { findAction } from '../../reference/index.ts'
import {
  type CallerUse,
  neverShown,
  permissionSetOf,
  policyFor,
  type TrimmedPolicy,
  trimPolicy,
  UseCounter,
} from '../../used/index.ts'
import { comparisonSentence } from '../../words/index.ts'
import type { RunCommand, Status } from '../command.ts'
import { nameOf, pushFile, readTexts, unreadSentence } from '../files.ts'
import { counted } from '../group-lines.ts'
import type { Io } from '../io.ts'
import { listFiles } from '../list-files.ts'
import { policiesInFile } from '../policies-in-file.ts'
import { inLine } from '../printable.ts'

/** Trails → what each user and role used, and a policy that allows just that. */
export const runUsed: RunCommand = async ({ files, json, jsonl, principal, with: current }, io) => {
  const reference = await loadReference()
  const counter = new UseCounter()
  const unread = await readTrails(files.length === 0 ? ['-'] : files, counter, io)
  for (const each of unread) io.tell(unreadSentence(each))
  const isAction = (action: string): boolean => findAction(reference, action).known === 'yes'
  const uses = counter.summary(isAction).filter(({ caller }) => principal === undefined || isCalled(caller, principal))
  const given = await readCurrent(current ?? [], io)
  if (!given) return 2
  if (current !== undefined && !given.isAccount && uses.length !== 1)
    return stop(io, `--with is about one user or role, and the trails have ${uses.length}; choose one with --principal`)
  const answers = uses.map((use): Answer => {
    const { document, onEverything } = policyFor(use, reference)
    const policies = given.of(use.caller) ?? []
    if (given.isAccount && policies.length === 0)
      io.tell(`whydenied: the account details have no policies for ${use.caller}`)
    const trimmed = policies.length > 0 ? trimPolicy(use, policies, reference) : undefined
    return {
      ...use,
      permissionSet: permissionSetOf(use.caller) ?? null,
      neverShown: neverShown(use, reference),
      policy: document,
      onEverything,
      ...(trimmed ? { trimmed: { names: policies.map(({ name = 'policy' }) => name), ...trimmed } } : {}),
    }
  })
  if (json) await io.print(JSON.stringify({ callers: answers, unread }, null, 2))
  else if (jsonl) for (const answer of answers) await io.print(JSON.stringify(answer))
  else if (answers.length === 0) {
    if (unread.length === 0) await io.print('no call by a user or role found')
  } else await io.print(answers.map((answer) => linesOf(answer).join('\n')).join('\n\n'))
  return unread.length > 0 ? 2 : 0
}

/** An ARN, or the name at its end. */
const isCalled = (caller: string, name: string): boolean =>
  caller === name || caller.endsWith(`/${name}`) || permissionSetOf(caller) === name

function stop(io: Io, why: string): Status {
  io.tell(`whydenied: ${why}`)
  return 2
}

async function readTrails(names: readonly string[], counter: UseCounter, io: Io): Promise<readonly Unread[]> {
  const list = listFiles(names)
  const unread: Unread[] = [...list.unread]
  for (const file of list.files) {
    const begin = () => counter.text()
    const sink = { begin, unread: (each: Unread) => unread.push(each) }
    const failed = await pushFile(file, io, (first) => openLater(first, nameOf(file), sink))
    if (failed) unread.push(failed)
  }
  return unread
}

/** The current policies of a caller, as the files of --with have them; undefined if they don't have the caller. */
interface Current {
  /** Are they for any caller? Otherwise, they're one caller's policies, and don't say whose. */
  readonly isAccount: boolean
  of(caller: string): readonly PolicyInput[] | undefined
}

/** Reads account details, or the identity-based policies of one caller. Undefined if a file can't be read. */
async function readCurrent(names: readonly string[], io: Io): Promise<Current | undefined> {
  const all: CollectedText[] = []
  for (const name of names) {
    const { texts, unread } = await readTexts(name, io)
    for (const each of unread) io.tell(unreadSentence(each))
    if (unread.length > 0) return undefined
    all.push(...texts.map(({ text }) => ({ name, text })))
  }
  const { account, hasDetails } = collect(all)
  if (hasDetails) return { isAccount: true, of: (caller) => attachedPolicies(account, caller)?.policies }
  const policies: PolicyInput[] = []
  for (const { name, text } of all)
    for (const policy of (await policiesInFile(text)).policies)
      policies.push({ type: 'identity', name: policy.name ?? name, text: policy.text })
  return { isAccount: false, of: () => policies }
}

type Answer = CallerUse & {
  readonly permissionSet: string | null
  readonly neverShown: readonly string[]
  readonly policy: object
  readonly onEverything: readonly string[]
  readonly trimmed?: TrimmedPolicy & { readonly names: readonly string[] }
}

function linesOf(answer: Answer): readonly string[] {
  const { caller, permissionSet, events, first = 'unknown', last = 'unknown', actions, unmapped, trimmed } = answer
  const title = permissionSet === null ? caller : `${caller} (permission set ${permissionSet})`
  return [
    inLine(title),
    `  ${counted(events, 'event')} from ${inLine(first)} to ${inLine(last)}`,
    ...actions.map(({ action, count, last: at = 'unknown' }) =>
      inLine(`  ${String(count).padStart(7)}  ${action}, last ${at}`),
    ),
    ...(unmapped.length > 0 ? [inLine(`  no action is known for: ${unmapped.join(', ')}`)] : []),
    'What the trail doesn’t show:',
    ...answer.neverShown.map((sentence) => `- ${sentence}`),
    ...(trimmed ? trimmedLines(trimmed) : newPolicyLines(answer)),
  ]
}

const newPolicyLines = ({ policy, onEverything }: Answer): readonly string[] => [
  'A policy that allows the actions of the trail (give the current policies with --with to prove that it opens nothing new):',
  JSON.stringify(policy, null, 2),
  ...(onEverything.length > 0
    ? [
        `On every resource, because the trail doesn’t name any: ${onEverything.join(', ')}. Replace the star with your resources.`,
      ]
    : []),
]

function trimmedLines({
  names,
  policies,
  opensNothing,
  notAllowed,
  notAllowedBefore,
}: NonNullable<Answer['trimmed']>): readonly string[] {
  const before = new Set(notAllowedBefore)
  const lost = notAllowed.filter((request) => !before.has(request))
  return [
    ...policies.flatMap((text, i) => {
      const name = inLine(names[i] ?? 'policy')
      return text === undefined ? [`Not used at all: ${name}`] : [`Trimmed: ${name}`, text]
    }),
    `Against the current policies: ${comparisonSentence('no-new-access', opensNothing)}`,
    lost.length === 0
      ? 'Every event that the current policies allow is still allowed.'
      : inLine(`These would no longer be allowed: ${lost.join('; ')}`),
    ...(before.size > 0
      ? [inLine(`Not clearly allowed by the current policies either: ${notAllowedBefore.join('; ')}`)]
      : []),
  ]
}
