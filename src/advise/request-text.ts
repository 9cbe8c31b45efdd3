import { policyTypeNames } from '../iam/index.ts'
import { statementsAdded } from './deliver/index.ts'
import type { Certainty, Owner } from './diagnosis.ts'
import type { CauseFound, Diagnosis, Fix, Step } from './written.ts'

/** Administrators read what fits on a screen: at most this many words stand before the first policy. */
const mostWords = 120

/**
 * A short message to the person who can make the change, ready to copy: what was tried, why AWS denied it, how certain that is, and the change to make.
 * At most 120 words come before the policy. Text that doesn’t fit is left out, the least important first.
 */
export function requestText(diagnosis: Diagnosis): string {
  const { cause } = diagnosis
  const hasPolicies = diagnosis.policies.length > 0
  const [request, documents] = diagnosis.fixes.length > 0 ? change(diagnosis.fixes, hasPolicies) : todo(cause)
  const certainty = cause.isRule && cause.certainty === 'stated by AWS' ? ruled : certain[cause.certainty]
  const hedged =
    cause.certainty === 'likely' && /\bprobably\b/.test(cause.title) ? 'I can’t confirm it from here.' : certainty
  const opening = ['Hello,', attempt(diagnosis), `The cause: ${toReader(cause.title)}. ${hedged}`]
  const closing = 'If you can’t change this, could you tell me who can? Thank you!'
  const [first = '', ...others] = request
  // What to do comes before why.
  const needed = wordsIn([...opening, first, others[0] ?? '', closing].join(' '))
  const why = fitting(forReader(cause.explanation), mostWords - needed)
  const more = fitting(others, mostWords - needed + wordsIn(others[0] ?? '') - wordsIn(why.join(' ')))
  return [
    ...opening,
    ...(why.length > 0 ? [why.join(' ')] : []),
    [first, ...more].join('\n'),
    ...documents,
    closing,
  ].join('\n\n')
}

/** What the checker says to the person who pasted something, for someone else to read: sentences about pasting are left out. */
const forReader = (text: string): readonly string[] =>
  sentencesOf(text)
    .filter((sentence) => !/\bpaste|\b(?:was|were) (?:not )?given\b|\bis below\b|\bare below\b/.test(sentence))
    .map(toReader)

/** "The policies you gave" are the ones that the writer of the message has. */
const toReader = (sentence: string): string =>
  sentence
    .replaceAll(/\b(the (?:[\w-]+ )*polic(?:y|ies)) (?:that )?you (?:gave|pasted)\b/gi, '$1 that I have')
    .replaceAll('the statement below', 'a statement for it')
    .replaceAll('what you have', 'what I have')
    .replaceAll(/\byour (own|permissions|credentials)\b/g, 'my $1')

/** What was called, by whom, and what AWS said of it, as far as the message tells. */
function attempt({ denial, request }: Diagnosis): string {
  const action = request?.action ?? denial.action ?? denial.actionDerived
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Caller', request?.principal ?? denial.principal],
    ['Action', action],
    ['Resource', named(request?.resource ?? denial.resource)],
    ['Denied by', deniedBy(denial)],
    ['Request ID', denial.requestId],
  ]
  const known = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  const by = denial.sentence?.caller
  const who = by?.kind === 'role' ? by.phrase : by?.kind === 'service' ? `the service ${by.name}` : undefined
  return [
    `AWS denies ${who ?? 'me'} ${action === undefined ? 'access' : `the permission ${action}`}, and I can’t fix that myself.`,
    ...known,
  ].join('\n')
}

const named = (resource: string | undefined): string | undefined => (resource === '*' ? undefined : resource)

const deniedBy = ({ policyType, policyArn, effect }: Diagnosis['denial']): string | undefined => {
  if (!policyType) return policyArn
  const how = effect === 'explicit-deny' ? ' (explicit deny)' : ''
  return `${policyTypeNames[policyType]}${policyArn === undefined ? '' : ` ${policyArn}`}${how}`
}

const certain: Readonly<Record<Certainty, string>> = {
  confirmed: 'The policies that I have confirm it.',
  'stated by AWS': 'AWS says so in its message.',
  likely: 'That’s likely, but I can’t confirm it from here.',
}

/** The documentation says so, and not the message. */
const ruled = 'That’s one of AWS’s own rules.'

const whose: Readonly<Record<Owner, string>> = {
  caller: 'I can do this myself',
  'account administrator': 'for an IAM administrator of the account',
  'resource owner': 'for the owner of the resource',
  'organization administrator': 'for an administrator of the organization',
}

type Asked = readonly [request: readonly string[], documents: readonly string[]]

/** What to change, then the documents. */
function change(fixes: readonly Fix[], hasPolicies: boolean): Asked {
  const isProved =
    fixes.at(-1)?.proof.after.decision === 'allowed' &&
    !fixes.some(({ hasPlaceholder, onlyIf }) => hasPlaceholder || onlyIf !== undefined)
  const titled = fixes.map(
    ({ title, owner }, i) => `${fixes.length > 1 ? `${i + 1}. ` : ''}${title} (${whose[owner]}).`,
  )
  const request = [
    fixes.length > 1 ? 'Could you please make these changes, in this order?' : 'Could you please make this change?',
    ...titled,
    ...fixes.flatMap(({ affects }) => affects ?? []),
    isProved ? proved(hasPolicies) : unproved(fixes),
  ]
  const documents = fixes.map((fix, i) => {
    const added = statementsAdded(fix)
    const label = [
      ...(fixes.length > 1 ? [`${i + 1}.`] : []),
      ...(added === undefined ? [] : ['Add this to it:']),
    ].join(' ')
    return `${label === '' ? '' : `${label}\n`}${added ?? fix.after}`
  })
  return [[request.join('\n'), ...fixes.map(({ note }) => firstSentence(note))], documents]
}

const proved = (hasPolicies: boolean): string =>
  hasPolicies
    ? 'I checked: it allows the call, judging by the policies that I have.'
    : 'I can’t see your policies, so another one may still deny the call.'

const unproved = (fixes: readonly Fix[]): string =>
  fixes.some(({ hasPlaceholder }) => hasPlaceholder)
    ? 'Replace the words in CAPITALS: I don’t know those names.'
    : onlyIfs(fixes) !== undefined
      ? `I think that it allows the call if ${onlyIfs(fixes)}, but I can’t check that.`
      : 'Something else may still deny the call afterwards.'

const onlyIfs = (fixes: readonly Fix[]): string | undefined => fixes.flatMap(({ onlyIf }) => onlyIf ?? [])[0]

/** What others have to do, where no document can be given whole. */
function todo({ steps }: CauseFound): Asked {
  const useful = steps.filter(
    ({ title, text }) => !/\bpaste\b|^Tell us|CloudTrail/.test(`${title} ${firstSentence(text)}`),
  )
  const forOthers = useful.filter(({ owner }) => owner !== 'caller')
  const shown = (forOthers.length > 0 ? forOthers : useful).slice(0, 3)
  const lines = shown.map(
    ({ title, text }: Step) => `- ${title.replace(/:$/, '')}: ${forReader(firstSentence(text))[0] ?? ''}`,
  )
  const request =
    forOthers.length > 0 ? 'Could you please help with this?' : 'Is that intended? This is what I would try:'
  return [[request, ...lines], shown.flatMap(({ statement }) => statement ?? []).slice(0, 1)]
}

/** A sentence ends with a full stop before a blank and a capital letter: "iam:PassRole. It" but not "s3.amazonaws.com". */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!])\s+(?=[A-Z“`])/)

const firstSentence = (text: string): string => sentencesOf(text)[0] ?? text

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** As many of the lines, in order, as fit into so many words. */
function fitting(lines: readonly string[], words: number): readonly string[] {
  let left = words
  const taken: string[] = []
  for (const line of new Set(lines)) {
    left -= wordsIn(line)
    if (left < 0) break
    taken.push(line)
  }
  return taken
}
