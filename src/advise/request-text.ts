import { type PolicyType, readCaller } from '../iam/index.ts'
import { dataText, messagesOf, policyTypeText, type Speaker, speaker, type Translation, write } from '../words/index.ts'
import { statementsAdded, statementToKeep } from './deliver/index.ts'
import type { Owner } from './diagnosis.ts'
import { firstSentence, fitting, sentencesOf, wordsIn } from './letter-words.ts'
import { callerPhrase } from './words.ts'
import type { CauseFound, Diagnosis, Fix, Step } from './written.ts'

const told = messagesOf('request-text', {
  hello: 'Hello,',
  caller: 'Caller',
  action: 'Action',
  resource: 'Resource',
  change: '{{number}}{{title}} ({{whose}}).',
  cause: 'The cause: {{title}}. {{certainty}}',
  likelyCause: 'The likely cause: {{title}}. I can’t confirm it from here.',
  unsureCause: 'The cause: {{title}}. I can’t confirm it from here.',
  closing: 'If you can’t change this, could you tell me who can? Thank you!',
  denied: 'Denied by',
  notAllowed: 'Not allowed by',
  requestId: 'Request ID',
  service: 'the service {{name}}',
  deniedMe: 'AWS denied my request, and I can’t fix that myself.',
  deniedMeAction: 'AWS denied my request for {{action}}, and I can’t fix that myself.',
  deniedOther: 'AWS denied a request by {{who}}, and I can’t fix that myself.',
  deniedOtherAction: 'AWS denied a request for {{action}} by {{who}}, and I can’t fix that myself.',
  explicitDeny: '{{policy}} (explicit deny)',
  policiesIConfirm: 'The policies that I have confirm it.',
  saysMessage: 'AWS says so in its message.',
  ruled: 'That’s one of AWS’s own rules.',
  iMyself: 'I can do this myself',
  forAdministrator: 'an IAM administrator of the account can do this',
  forOwner: 'the owner of the resource can do this',
  forOrganization: 'an administrator of the organization can do this',
  forRoleOwner: 'an administrator of the role’s account can do this',
  forIdentityCenter: 'an administrator of IAM Identity Center can do this',
  couldPleaseMake: 'Could you please make these changes, in this order?',
  couldPleaseMakeChange: 'Could you please make this change?',
  add: 'Add this to it:',
  addKeep: 'Add this statement to it, and keep the others:',
  iCheckedAllows: 'I checked: it allows the call, judging by the policies that I have.',
  iCantSee: 'I can’t see all of the policies, so another one might still deny the call.',
  replaceWordsCapitals: 'Replace the <PLACEHOLDERS>: I don’t know those names.',
  iThinkAllows: 'I think that it allows the call if {{onlyIf}}, but I can’t check that.',
  somethingElseMay: 'Something else might still deny the call afterwards.',
  couldPleaseFirst: 'Could you please do this first?',
  couldPleaseHelp: 'Could you please help with this?',
  couldPleaseFind: 'Could you please help me find out what’s wrong?',
  iWillTry: 'I’ll try this, unless there’s a better way:',
  iWillTryFirst: 'I’ll try this first:',
  ifNoHelp: 'If that doesn’t help, could you please make this change?',
  ifNoHelpMake: 'If that doesn’t help, could you please make these changes, in this order?',
  ifNoHelpHelp: 'If that doesn’t help, could you please do this?',
  closingOwn: 'If there’s a better way, or if this should stay denied, please tell me. Thank you!',
  onlyDeniedMe: 'AWS denied my request.',
  onlyDeniedMeAction: 'AWS denied my request for {{action}}.',
  onlyDeniedOther: 'AWS denied a request by {{who}}.',
  onlyDeniedOtherAction: 'AWS denied a request for {{action}} by {{who}}.',
  error: 'I got an error that I can’t fix myself.',
  noDenial: '{{title}}.',
  quote: 'The message is: “{{quote}}”',
  attachedTo: 'the policy attached to {{who}}',
  oneAttachedTo: 'one of the policies attached to {{who}}',
  ofCaller: 'the caller’s policy',
  ofResource: 'the resource’s policy',
  ofRole: 'the role’s trust policy',
  ofBoundary: 'the permissions boundary',
  ofSession: 'the session policy',
  ofOrganization: 'the SCP',
  ofResources: 'the RCP',
  ofEndpoint: 'the VPC endpoint’s policy',
})

type Say = Speaker<typeof told.messages>

/** Administrators read what fits on a screen: at most this many words stand before the first policy. */
const mostWords = 120

/**
 * A short message to the person who can make the change, ready to copy: what was tried, why AWS denied it, how certain that is, and the change to make.
 * At most 120 words come before the policy and the quoted message. Text that doesn’t fit is left out, the least important first.
 */
export function requestText(diagnosis: Diagnosis, translation?: Translation): string {
  const say = speaker(told, translation)
  const { cause } = diagnosis
  const hasPolicies = diagnosis.policies.length > 0
  const [request, documents] =
    diagnosis.fixes.length > 0 ? change(diagnosis.fixes, { cause, hasPolicies, say }) : todo(cause, say)
  const named = withoutNumbers(diagnosis, say, translation)
  const opening = [say('hello'), attempt(diagnosis, say, translation), causeLine(cause, say)].map(named)
  const closing = say(isForSender(diagnosis) ? 'closingOwn' : 'closing')
  const [first = '', ...others] = request.map(named)
  // What to do comes before why, and the first sentence of why before what there is to say about the change.
  const left = mostWords - wordsIn([...opening, first, closing].join(' '))
  const reasons = sentencesOf(named(cause.forOthers.explanation))
  const besides = fitting(reasons, left - wordsIn(others[0] ?? ''))
  const why = besides.length > 0 ? besides : fitting(reasons.slice(0, 1), left)
  const more = fitting(others, left - wordsIn(why.join(' ')))
  const said = [first, ...more].join('\n')
  const shown = documents.filter(({ of }) => of === undefined || said.includes(named(of)))
  const quote = diagnosis.quote === undefined ? [] : [say('quote', { quote: diagnosis.quote })]
  return [
    ...opening,
    ...(why.length > 0 ? [why.join(' ')] : []),
    said,
    ...shown.map(({ text }) => text),
    ...quote,
    closing,
  ].join('\n\n')
}

/** What the checker calls a policy without a name. No one else has seen that name. */
const numbered = /^Policy(?: \d{1,4})?$/

const phrases = {
  'permissions-boundary': 'ofBoundary',
  session: 'ofSession',
  trust: 'ofRole',
  resource: 'ofResource',
  scp: 'ofOrganization',
  rcp: 'ofResources',
  'vpc-endpoint': 'ofEndpoint',
} as const satisfies Partial<Record<PolicyType, string>>

/** Says what a policy without a name is attached to: the reader doesn’t know which one is “Policy 1”. */
function withoutNumbers({ policies, request }: Diagnosis, say: Say, translation: Translation | undefined) {
  const caller = request && readCaller(request.principal)
  const own = policies.filter(({ type, name }) => type === 'identity' && numbered.test(name))
  const phraseOf = ({ type }: { readonly type: PolicyType }): string => {
    if (type !== 'identity') return say(phrases[type])
    const who = caller && write(callerPhrase(caller), translation)
    if (who === undefined) return say('ofCaller')
    return own.length > 1 ? say('oneAttachedTo', { who }) : say('attachedTo', { who })
  }
  const unnamed = policies.filter(({ name }) => numbered.test(name))
  return (text: string): string =>
    unnamed.reduce((said, policy) => {
      const phrase = phraseOf(policy)
      return said.replaceAll(`“${policy.name}”`, (_, at: number) =>
        startsSentence(said, at) ? `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}` : phrase,
      )
    }, text)
}

/** What was called, by whom, and what AWS said of it, as far as the message tells. */
function attempt(diagnosis: Diagnosis, say: Say, translation: Translation | undefined): string {
  const { denial, request, cause } = diagnosis
  const action = request?.action ?? denial.action ?? denial.actionDerived
  const facts: readonly (readonly [string, string | undefined])[] = [
    [say('caller'), request?.principal ?? denial.principal],
    [say('action'), action],
    [say('resource'), named(request?.resource ?? denial.resource)],
    [say(isImplicit(denial) ? 'notAllowed' : 'denied'), deniedBy(denial, say, translation)],
    [say('requestId'), denial.requestId],
  ]
  const known = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  const by = denial.sentence?.caller
  const who =
    by?.kind === 'role'
      ? write(dataText(by.phrase), translation)
      : by?.kind === 'service'
        ? say('service', { name: by.name })
        : undefined
  const denied = isForSender(diagnosis) ? onlyDenied({ who, action }, say) : deniedSentence({ who, action }, say)
  return [isNoDenial(cause) ? say('error') : denied, ...known].join('\n')
}

interface Attempted {
  readonly who: string | undefined
  readonly action: string | undefined
}

/** The error isn't about a permission, as far as is known. */
const isNoDenial = ({ id }: CauseFound): boolean => id === 'not-authorization'

/** Does no one else have to do anything? */
const isForSender = ({ fixes, cause }: Diagnosis): boolean => {
  const steps = stepsFor(cause)
  return fixes.length === 0 && steps.length > 0 && steps.every(({ owner }) => owner === 'caller')
}

function onlyDenied({ who, action }: Attempted, say: Say): string {
  if (who === undefined) return action === undefined ? say('onlyDeniedMe') : say('onlyDeniedMeAction', { action })
  return action === undefined ? say('onlyDeniedOther', { who }) : say('onlyDeniedOtherAction', { who, action })
}

function deniedSentence({ who, action }: Attempted, say: Say): string {
  if (who === undefined) return action === undefined ? say('deniedMe') : say('deniedMeAction', { action })
  return action === undefined ? say('deniedOther', { who }) : say('deniedOtherAction', { who, action })
}

const named = (resource: string | undefined): string | undefined => (resource === '*' ? undefined : resource)

const isImplicit = ({ policyType, effect }: Diagnosis['denial']): boolean =>
  policyType !== undefined && effect !== 'explicit-deny'

function deniedBy(
  { policyType, policyArn, effect }: Diagnosis['denial'],
  say: Say,
  translation: Translation | undefined,
): string | undefined {
  if (!policyType) return policyArn
  const policy = `${write(policyTypeText(policyType), translation)}${policyArn === undefined ? '' : ` ${policyArn}`}`
  return effect === 'explicit-deny' ? say('explicitDeny', { policy }) : policy
}

/** The cause, and how certain it is. Where AWS's documentation says so, and not the message, it's one of AWS's rules. */
function causeLine(cause: CauseFound, say: Say): string {
  const {
    certainty,
    isRule,
    forOthers: { title },
  } = cause
  if (isNoDenial(cause)) return say('noDenial', { title })
  // "The likely cause: The role probably lacks …" says it twice.
  if (certainty === 'likely')
    return say(/\b(?:probably|seems)\b/.test(title) ? 'unsureCause' : 'likelyCause', { title })
  const stated = isRule ? say('ruled') : say('saysMessage')
  return say('cause', { title, certainty: certainty === 'confirmed' ? say('policiesIConfirm') : stated })
}

const whose = {
  caller: 'iMyself',
  'account administrator': 'forAdministrator',
  'resource owner': 'forOwner',
  'organization administrator': 'forOrganization',
} as const satisfies Readonly<Record<Owner, string>>

type Asked = readonly [request: readonly string[], documents: readonly Shown[]]

/** A document below the request. One that belongs to a line of the request is shown only with it. */
interface Shown {
  readonly text: string
  readonly of?: string
}

interface Changing {
  readonly cause: CauseFound
  readonly hasPolicies: boolean
  readonly say: Say
}

/** Does a policy demand something of the call? Then it's meant to stay, and the sender can do what it demands. */
const isOnPurpose = ({ id }: CauseFound): boolean => id.startsWith('explicit-deny') || id === 'trust-condition'

/**
 * What to change, then the documents. A Deny is there on purpose, so what the sender can do without a change comes first, and so does the usual reason for such
 * a call, because it comes first in the steps, too.
 */
function change(fixes: readonly Fix[], { cause, hasPolicies, say }: Changing): Asked {
  const [own] = stepsFor(cause)
  const isOwn = own?.owner === 'caller' && fixes.length === 1 && isOnPurpose(cause)
  const isSeveral = fixes.length > 1
  const opening =
    own && (isOwn || own.isUsual)
      ? [
          say(own.owner === 'caller' ? 'iWillTryFirst' : 'couldPleaseFirst'),
          withCommand(own),
          say(isSeveral ? 'ifNoHelpMake' : 'ifNoHelp'),
        ]
      : [say(isSeveral ? 'couldPleaseMake' : 'couldPleaseMakeChange')]
  const first = own?.isUsual && own.statement !== undefined ? [{ text: own.statement }] : []
  const isProved =
    fixes.at(-1)?.proof.after.decision === 'allowed' &&
    !fixes.some(({ hasPlaceholder, onlyIf }) => hasPlaceholder || onlyIf !== undefined)
  const titled = fixes.map((fix, i) =>
    say('change', { number: isSeveral ? `${i + 1}. ` : '', title: fix.title, whose: say(whoCan(fix)) }),
  )
  const request = [
    ...opening,
    ...titled,
    ...fixes.flatMap(({ affects }) => affects ?? []),
    isProved ? say(hasPolicies ? 'iCheckedAllows' : 'iCantSee') : unproved(fixes, say),
  ]
  const documents = fixes.map((fix, i): Shown => {
    const kept = statementToKeep(fix)
    const added = kept ?? statementsAdded(fix)
    const own = fix.deliveries.find(({ tool }) => tool.startsWith('Your '))?.text ?? fix.after
    const add = added === undefined ? [] : [say(kept === undefined ? 'add' : 'addKeep')]
    const label = [...(isSeveral ? [`${i + 1}.`] : []), ...add].join(' ')
    // With several documents, the note on each comes below it.
    const note = isSeveral ? `\n${firstSentence(fix.note)}` : ''
    return { text: `${label === '' ? '' : `${label}\n`}${(added ?? own).trimEnd()}${note}` }
  })
  const notes = isSeveral ? [] : fixes.map(({ note }) => firstSentence(note))
  return [
    [request.join('\n'), ...notes],
    [...first, ...documents],
  ]
}

/** Who can make a change: the owner of a trust policy is the role’s account, and permission sets have administrators of their own. */
function whoCan({ owner, policyType, holder }: Fix): (typeof whose)[Owner] | 'forRoleOwner' | 'forIdentityCenter' {
  if (holder?.is === 'permission-set') return 'forIdentityCenter'
  return policyType === 'trust' && owner === 'resource owner' ? 'forRoleOwner' : whose[owner]
}

function unproved(fixes: readonly Fix[], say: Say): string {
  if (fixes.some(({ hasPlaceholder }) => hasPlaceholder)) return say('replaceWordsCapitals')
  const [onlyIf] = fixes.flatMap((fix) => fix.onlyIf ?? [])
  return onlyIf === undefined ? say('somethingElseMay') : say('iThinkAllows', { onlyIf })
}

/** What others have to do, where no document can be given whole. A step without a title for them is for the checker's reader alone. */
function todo(cause: CauseFound, say: Say): Asked {
  const useful = stepsFor(cause)
  const forOthers = useful.filter(({ owner }) => owner !== 'caller')
  const shown = (forOthers.length > 0 ? forOthers : useful).slice(0, 3)
  const [first] = useful
  if (!first) return [[say('couldPleaseFind')], []]
  const lines = shown.map(withCommand)
  const [documented] = shown.flatMap(({ statement }, at) =>
    statement === undefined ? [] : [{ text: statement, of: lines[at] ?? '' }],
  )
  const documents = documented ? [documented] : []
  const [line = '', ...more] = lines
  // What is asked for is said in any case. Why can be left out.
  if (forOthers.length === 0) return [[`${say('iWillTry')}\n${line}`, ...more], documents]
  const isOwnFirst = first.owner === 'caller' && (isOnPurpose(cause) || first.isUsual)
  return isOwnFirst
    ? [[[say('iWillTryFirst'), withCommand(first), say('ifNoHelpHelp'), line].join('\n'), ...more], documents]
    : [[`${say('couldPleaseHelp')}\n${line}`, ...more], documents]
}

/** The steps that others get. One without a title for them is for the checker's reader alone. */
const stepsFor = ({ forOthers: { steps } }: CauseFound): readonly Step[] => steps.filter(({ title }) => title !== '')

/** A step in one line, with its first sentence. Others get two where the first one is short: "Sign in as the root user." doesn't say what to do then. */
function lineOf({ title, text, owner }: Step, i = 0): string {
  const [first = text, second] = sentencesOf(text)
  const said = owner !== 'caller' && second !== undefined && wordsIn(first) < fewWords ? `${first} ${second}` : first
  return `- ${(i === 0 ? withoutOr(title) : title).replace(/:$/, '')}: ${said}`
}

/** A step with its command where that’s one line: no one needs to look it up. */
const withCommand = (step: Step, at = 0): string =>
  step.command === undefined || !/^[^\n]{1,200}$/.test(step.command)
    ? lineOf(step, at)
    : `${lineOf(step, at)}\n  ${step.command}`

const fewWords = 8

/** The first step that others get isn't an alternative: the one before it was the reader's own. */
const withoutOr = (title: string): string => title.replace(/^Or ([a-z])/, (_, letter: string) => letter.toUpperCase())

const startsSentence = (text: string, at: number): boolean => at === 0 || /(?:[.:] |\n)$/.test(text.slice(0, at))
