import { policyTypeNames } from '../iam/index.ts'
import { messagesOf, type Speaker, speaker, type Translation } from '../words/index.ts'
import { statementsAdded } from './deliver/index.ts'
import type { Certainty, Owner } from './diagnosis.ts'
import type { CauseFound, Diagnosis, Fix, Step } from './written.ts'

const told = messagesOf('request-text', {
  hello: 'Hello,',
  statementForIt: 'a statement for it',
  caller: 'Caller',
  action: 'Action',
  resource: 'Resource',
  me: 'me',
  access: 'access',
  permission: 'the permission {{action}}',
  change: '{{number}}{{title}} ({{whose}}).',
  iCantConfirm: 'I can’t confirm it from here.',
  cause: 'The cause: {{title}}. {{hedged}}',
  closing: 'If you can’t change this, could you tell me who can? Thank you!',
  denied: 'Denied by',
  notAllowed: 'Not allowed by',
  requestId: 'Request ID',
  service: 'the service {{name}}',
  denies: 'AWS denies {{who}} {{what}}, and I can’t fix that myself.',
  explicitDeny: '{{policy}} (explicit deny)',
  policiesIConfirm: 'The policies that I have confirm it.',
  saysMessage: 'AWS says so in its message.',
  thatsLikelyBut: 'That’s likely, but I can’t confirm it from here.',
  ruled: 'That’s one of AWS’s own rules.',
  iMyself: 'I can do this myself',
  forAdministrator: 'for an IAM administrator of the account',
  forOwner: 'for the owner of the resource',
  forOrganization: 'for an administrator of the organization',
  couldPleaseMake: 'Could you please make these changes, in this order?',
  couldPleaseMakeChange: 'Could you please make this change?',
  add: 'Add this to it:',
  iCheckedAllows: 'I checked: it allows the call, judging by the policies that I have.',
  iCantSee: 'I can’t see your policies, so another one might still deny the call.',
  replaceWordsCapitals: 'Replace the words in CAPITALS: I don’t know those names.',
  iThinkAllows: 'I think that it allows the call if {{onlyIf}}, but I can’t check that.',
  somethingElseMay: 'Something else might still deny the call afterwards.',
  couldPleaseHelp: 'Could you please help with this?',
  intendedIWould: 'Is that intended? This is what I would try:',
})

type Say = Speaker<typeof told.messages>

/** Administrators read what fits on a screen: at most this many words stand before the first policy. */
const mostWords = 120

/**
 * A short message to the person who can make the change, ready to copy: what was tried, why AWS denied it, how certain that is, and the change to make.
 * At most 120 words come before the policy. Text that doesn’t fit is left out, the least important first.
 */
export function requestText(diagnosis: Diagnosis, translation?: Translation): string {
  const say = speaker(told, translation)
  const { cause } = diagnosis
  const hasPolicies = diagnosis.policies.length > 0
  const [request, documents] = diagnosis.fixes.length > 0 ? change(diagnosis.fixes, hasPolicies, say) : todo(cause, say)
  const certainty = say(cause.isRule && cause.certainty === 'stated by AWS' ? 'ruled' : certain[cause.certainty])
  const hedged = cause.certainty === 'likely' && /\bprobably\b/.test(cause.title) ? say('iCantConfirm') : certainty
  const opening = [say('hello'), attempt(diagnosis, say), say('cause', { title: toReader(cause.title), hedged })]
  const closing = say('closing')
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
    .replaceAll('the statement below', told.messages.statementForIt)
    .replaceAll('what you have', 'what I have')
    .replaceAll(/\byour (own|permissions|credentials)\b/g, 'my $1')

/** What was called, by whom, and what AWS said of it, as far as the message tells. */
function attempt({ denial, request }: Diagnosis, say: Say): string {
  const action = request?.action ?? denial.action ?? denial.actionDerived
  const facts: readonly (readonly [string, string | undefined])[] = [
    [say('caller'), request?.principal ?? denial.principal],
    [say('action'), action],
    [say('resource'), named(request?.resource ?? denial.resource)],
    [say(isImplicit(denial) ? 'notAllowed' : 'denied'), deniedBy(denial, say)],
    [say('requestId'), denial.requestId],
  ]
  const known = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  const by = denial.sentence?.caller
  const who = by?.kind === 'role' ? by.phrase : by?.kind === 'service' ? say('service', { name: by.name }) : say('me')
  const what = action === undefined ? say('access') : say('permission', { action })
  return [say('denies', { who, what }), ...known].join('\n')
}

const named = (resource: string | undefined): string | undefined => (resource === '*' ? undefined : resource)

const isImplicit = ({ policyType, effect }: Diagnosis['denial']): boolean =>
  policyType !== undefined && effect !== 'explicit-deny'

const deniedBy = ({ policyType, policyArn, effect }: Diagnosis['denial'], say: Say): string | undefined => {
  if (!policyType) return policyArn
  const policy = `${policyTypeNames[policyType]}${policyArn === undefined ? '' : ` ${policyArn}`}`
  return effect === 'explicit-deny' ? say('explicitDeny', { policy }) : policy
}

/** What is said of how certain the answer is. Where AWS's documentation says so, and not the message, it's one of AWS's rules. */
const certain = {
  confirmed: 'policiesIConfirm',
  'stated by AWS': 'saysMessage',
  likely: 'thatsLikelyBut',
} as const satisfies Readonly<Record<Certainty, string>>

const whose = {
  caller: 'iMyself',
  'account administrator': 'forAdministrator',
  'resource owner': 'forOwner',
  'organization administrator': 'forOrganization',
} as const satisfies Readonly<Record<Owner, string>>

type Asked = readonly [request: readonly string[], documents: readonly string[]]

/** What to change, then the documents. */
function change(fixes: readonly Fix[], hasPolicies: boolean, say: Say): Asked {
  const isProved =
    fixes.at(-1)?.proof.after.decision === 'allowed' &&
    !fixes.some(({ hasPlaceholder, onlyIf }) => hasPlaceholder || onlyIf !== undefined)
  const titled = fixes.map(({ title, owner }, i) =>
    say('change', { number: fixes.length > 1 ? `${i + 1}. ` : '', title, whose: say(whose[owner]) }),
  )
  const request = [
    fixes.length > 1 ? say('couldPleaseMake') : say('couldPleaseMakeChange'),
    ...titled,
    ...fixes.flatMap(({ affects }) => affects ?? []),
    isProved ? say(hasPolicies ? 'iCheckedAllows' : 'iCantSee') : unproved(fixes, say),
  ]
  const documents = fixes.map((fix, i) => {
    const added = statementsAdded(fix)
    const label = [...(fixes.length > 1 ? [`${i + 1}.`] : []), ...(added === undefined ? [] : [say('add')])].join(' ')
    return `${label === '' ? '' : `${label}\n`}${added ?? fix.after}`
  })
  return [[request.join('\n'), ...fixes.map(({ note }) => firstSentence(note))], documents]
}

function unproved(fixes: readonly Fix[], say: Say): string {
  if (fixes.some(({ hasPlaceholder }) => hasPlaceholder)) return say('replaceWordsCapitals')
  const [onlyIf] = fixes.flatMap((fix) => fix.onlyIf ?? [])
  return onlyIf === undefined ? say('somethingElseMay') : say('iThinkAllows', { onlyIf })
}

/** What others have to do, where no document can be given whole. */
function todo({ steps }: CauseFound, say: Say): Asked {
  const useful = steps.filter(
    ({ title, text }) => !/\bpaste\b|^Tell us|CloudTrail/.test(`${title} ${firstSentence(text)}`),
  )
  const forOthers = useful.filter(({ owner }) => owner !== 'caller')
  const shown = (forOthers.length > 0 ? forOthers : useful).slice(0, 3)
  const lines = shown.map(
    ({ title, text }: Step) => `- ${title.replace(/:$/, '')}: ${forReader(firstSentence(text))[0] ?? ''}`,
  )
  const request = forOthers.length > 0 ? say('couldPleaseHelp') : say('intendedIWould')
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
