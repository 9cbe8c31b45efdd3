import type { PolicyInput } from '../../evaluate/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { openBytes, type Unread } from '../../logs/index.ts'
import { findAction } from '../../reference/index.ts'
import { type CallerUse, neverShown, permissionSetOf, policyFor, trimPolicy, UseCounter } from '../../used/index.ts'
import { comparisonSentence } from '../../words/index.ts'
import type { RunCommand, Status } from '../command.ts'
import { listFiles, nameOf, pushFile, readTexts, unreadSentence } from '../files.ts'
import { counted } from '../group-lines.ts'
import type { Io } from '../io.ts'
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
  if (current !== undefined && uses.length !== 1)
    return stop(io, `--with is about one user or role, and the trails have ${uses.length}; choose one with --principal`)
  const policies = await currentPolicies(current ?? [], io)
  if (!policies) return 2
  const answers = uses.map((use) => {
    const { document, onEverything } = policyFor(use, reference)
    const trimmed = policies.length > 0 ? trimPolicy(use, policies, reference) : undefined
    return {
      ...use,
      permissionSet: permissionSetOf(use.caller) ?? null,
      neverShown: neverShown(use, reference),
      policy: document,
      onEverything,
      ...(trimmed ? { trimmed } : {}),
    }
  })
  if (json) await io.print(JSON.stringify({ callers: answers, unread }, null, 2))
  else if (jsonl) for (const answer of answers) await io.print(JSON.stringify(answer))
  else if (answers.length === 0) await io.print('no call by a user or role found')
  else await io.print(answers.map((answer) => linesOf(answer, policies).join('\n')).join('\n\n'))
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
    const failed = await pushFile(file, io, openBytes(nameOf(file), { begin, unread: (each) => unread.push(each) }))
    if (failed) unread.push(failed)
  }
  return unread
}

/** The identity-based policies in these files; undefined if one can't be read. */
async function currentPolicies(names: readonly string[], io: Io): Promise<readonly PolicyInput[] | undefined> {
  const policies: PolicyInput[] = []
  for (const name of names) {
    const { texts, unread } = await readTexts(name, io)
    for (const each of unread) io.tell(unreadSentence(each))
    if (unread.length > 0) return undefined
    for (const { text } of texts)
      for (const policy of (await policiesInFile(text)).policies)
        policies.push({ type: 'identity', name: policy.name ?? name, text: policy.text })
  }
  return policies
}

type Answer = CallerUse & {
  readonly permissionSet: string | null
  readonly neverShown: readonly string[]
  readonly policy: object
  readonly onEverything: readonly string[]
  readonly trimmed?: ReturnType<typeof trimPolicy>
}

function linesOf(answer: Answer, current: readonly PolicyInput[]): readonly string[] {
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
    ...(trimmed ? trimmedLines(trimmed, current) : newPolicyLines(answer)),
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

function trimmedLines(
  { policies, opensNothing, notAllowed, notAllowedBefore }: NonNullable<Answer['trimmed']>,
  current: readonly PolicyInput[],
): readonly string[] {
  const before = new Set(notAllowedBefore)
  const lost = notAllowed.filter((request) => !before.has(request))
  return [
    ...policies.flatMap((text, i) => {
      const name = inLine(current[i]?.name ?? 'policy')
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
