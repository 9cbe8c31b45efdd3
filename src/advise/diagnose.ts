import { becauseOfName, canPolicyHelp, type Denial, findSecrets, type Reading, readAll } from '../denial/index.ts'
import { compile } from '../evaluate/index.ts'
import type { Reference } from '../reference/index.ts'
import { messagesOf, type Text, type Translation, write } from '../words/index.ts'
import { ask } from './ask.ts'
import { blameOf, isOpen } from './blame.ts'
import { findCause } from './causes/index.ts'
import { countIn } from './counted-in.ts'
import type * as made from './diagnosis.ts'
import type { Case, CauseFound, GivenPolicy, Step } from './diagnosis.ts'
import { fetchScript, fetchScripts } from './fetch-script.ts'
import { furtherCheck } from './further-check.ts'
import { hiddenDirection } from './hidden-direction.ts'
import { markStandIn } from './mark-stand-in.ts'
import {
  fillCase,
  fillDenial,
  findMasks,
  inOneAccount,
  type Mask,
  settleMasked,
  showMasks,
  standIns,
} from './masks/index.ts'
import { openCall } from './open-call.ts'
import { type Course, nowhere, plotCourse } from './prove.ts'
import { type PolicyReader, readsAnew, recognisePolicies } from './recognise-policies.ts'
import { compareWithRecord, recordStep } from './recorded.ts'
import { keysAdded } from './settle.ts'
import { type Asked, hasGiven, type Situation, type Stated } from './situation.ts'
import { withTopicDelivery } from './topic-delivery.ts'
import { type TokenRequest, tokenRequest } from './trust/token.ts'
import { unreadParts, withOpenEnds } from './unread-parts.ts'
import { listed, typeName, typePhrase, withoutAddition } from './words.ts'
import { type Diagnosis, writeOut } from './written.ts'

const told = messagesOf('diagnose', {
  deniedOthers:
    'AWS denied the same action on {{others}}, too. A fix for the first resource alone leads to the next denial.',
  coversOthers: 'AWS denied the same action on {{others}}, too. The fix covers all of them.',
  hidesValueWe:
    '{{named}} hides a value. We assume that it hides the same value everywhere. Replace it with the real value in everything you copy.',
  hideValuesWe:
    '{{named}} hide values. We assume that each hides the same value everywhere. Replace them with the real values in everything you copy.',
  checkGoesPolicies: 'The check goes on with {{action}}: the policies allow {{of}}, and the call also {{does}}.',
  blamesButGave:
    'AWS blames {{type}}, but the {{name}} you gave does not stop this request. Another one, or a newer state of it, must be meant.',
  blamesNoneGiven: 'AWS blames {{type}}, and none was given here.',
  guestRole:
    'The role {{role}} seems to be the one for identities that didn’t sign in to Amazon Cognito, so we assume that one of them made the call.',
  changePolicy: 'Don’t change a policy for this',
  boundaryByName:
    'We assume that “{{name}}” is a permissions boundary, because its name says so. If it’s attached as an ordinary policy, choose that type.',
  after: 'After that: {{text}}',
  unreadSilent: 'AWS says that {{type}} doesn’t allow it, so what can’t be read doesn’t either.',
  onlyAdd: '{{note}} Add the new statement to the policy, but don’t replace the policy: a part of it isn’t here.',
})

/** A change of a document that wasn't read whole mustn't take its place. */
const withoutReplacing = (fix: made.Fix): made.Fix =>
  fix.policyIndex === undefined ? fix : { ...fix, note: told('onlyAdd', { note: fix.note }) }

/**
 * The whole answer to a case: what AWS denied, why, what to do, and fixes that are proved to work. Pure; never throws.
 * Without `reference` it still works, but doesn’t know which actions exist and which resources they act on. `reading` is the parsed paste,
 * if the caller has parsed it already; `reader` gives the policies that were read already. `translation` has the texts in another language; without it they're
 * in English.
 */
export function diagnose(
  given: Case,
  reference?: Reference,
  reading: Reading = readAll(given.paste),
  reader: PolicyReader = readsAnew,
  translation?: Translation,
): Diagnosis {
  const { leftovers, listed: documents } = reading
  const own = denialOf(given, reading)
  const read = { ...own, alsoDenied: alsoDenied(reading, own.denial), leftovers, listed: documents, reader }
  return withOthers(answer(given, read, { reference, translation }), reading, translation)
}

/** The other resources on which the paste’s only call is denied. */
const alsoDenied = ({ denials: [group, ...more] }: Reading, { resource }: Denial): readonly string[] =>
  more.length > 0 ? [] : group.resources.filter((other) => other !== resource)

/** One call can be denied on several resources: all of them are told. */
function withOthers(diagnosis: Diagnosis, reading: Reading, translation: Translation | undefined): Diagnosis {
  const others = alsoDenied(reading, diagnosis.denial)
  if (others.length === 0) return diagnosis
  const isCovered = others.every((other) =>
    diagnosis.fixes.some(({ included }) => included.some(({ resource }) => resource === other)),
  )
  const notice = told(isCovered ? 'coversOthers' : 'deniedOthers', { others: listed(others) })
  return { ...diagnosis, notices: [...diagnosis.notices, write(notice, translation)] }
}

/** Why AWS denied something, without what to do about it. */
type CauseTold = Pick<Diagnosis['cause'], 'id' | 'title' | 'article' | 'explanation' | 'certainty'>

/**
 * The cause alone of a denial that was read already, with the caller's policies if they're known: for logs with many of them. It's the cause that `diagnose`
 * gives, but no fix is made and proved. `reader` gives the policies that were read already.
 */
export function causeOf(
  denial: Denial,
  reference?: Reference,
  policies: readonly GivenPolicy[] = [],
  reader: PolicyReader = readsAnew,
): CauseTold {
  const read = { denial, denials: [], alsoDenied: [], leftovers: [], listed: [], reader }
  const { id, title, article, explanation, certainty } = answer({ paste: '', policies }, read, {
    reference,
    goesOn: false,
  }).cause
  return { id, title, article, explanation, certainty }
}

type Read = Pick<Diagnosis, 'denial' | 'denials'> &
  Pick<Reading, 'leftovers' | 'listed'> & { readonly alsoDenied: readonly string[]; readonly reader: PolicyReader }

interface With {
  readonly reference: Reference | undefined
  /** False where only the cause is asked for: what to do about it is left out. */
  readonly goesOn?: boolean
  readonly translation?: Translation | undefined
}

/** The answer; what the user masked is filled in for it, and shown masked again. */
function answer(given: Case, read: Read, { reference, translation, goesOn = true }: With): Diagnosis {
  const masks = findMasks(given, read.denial, read.reader.masksIn)
  const knowing = { reference, goesOn }
  if (masks.length === 0) return markStandIn(writeOut(decide(given, { ...read, masks }, knowing), translation), given)
  const values = standIns(masks)
  const denial = fillDenial(read.denial, masks, values)
  const others = read.alsoDenied.flatMap(
    (resource) => fillDenial({ ...read.denial, resource }, masks, values).resource ?? [],
  )
  const filled = decide(fillCase(given, masks, values), { ...read, denial, alsoDenied: others, masks }, knowing)
  const shown = markStandIn(showMasks(writeOut(filled, translation), given, masks), given)
  const { policies } = recognisePolicies(given, reference, read.denial.policyType, read.reader)
  return {
    ...shown,
    denial: read.denial,
    denials: read.denials,
    policies,
    notices: [...shown.notices, write(maskNotice(masks), translation)],
  }
}

/** What was done with the masks. */
function maskNotice(masks: readonly Mask[]): Text {
  const named = masks.map(({ text }) => `\`${text}\``).join(', ')
  return masks.length === 1 ? told('hidesValueWe', { named }) : told('hideValuesWe', { named })
}

function decide(
  pasted: Case,
  {
    denial,
    denials,
    alsoDenied: others,
    leftovers,
    listed: documents,
    masks,
    reader,
  }: Read & { readonly masks: readonly Mask[] },
  { reference, goesOn }: Required<Pick<With, 'reference' | 'goesOn'>>,
): made.Diagnosis {
  const given = withTopicDelivery(pasted, denial)
  const { standing: read, policies } = recognisePolicies(given, reference, denial.policyType, reader)
  const standing = withOpenEnds(read, given)
  const token =
    given.principal || denial.principal?.startsWith('arn:') ? undefined : tokenRequest(denial, standing, given.paste)
  const { asked: named, needs, notices, guesses: assumed } = ask(withToken(given, token), denial, standing, reference)
  const asking = named && inOneAccount(named, masks)
  const stated = statedBy(denial, asking)
  // A trust policy says who gets a role, and nothing about what the role can do.
  const unread = unreadParts(standing, given, leftovers).filter(
    ({ type }) => type !== 'trust' || asking?.service === 'sts',
  )
  // AWS says what these do with the request: nothing.
  const silent = unread.filter(({ type }) => stated.effect === 'implicit-deny' && type === stated.policyType)
  const { facts, guess } = guestOf(given, stated)
  const counted = countIn([...standing, ...unread.filter((part) => !silent.includes(part))], stated, asking, {
    facts,
    reference,
  })
  const settled =
    asking &&
    settleMasked(
      {
        masks,
        policies: counted.policies,
        documents,
        request: asking.request,
        owner: given.resourceAccount,
        facts,
        reference,
      },
      stated,
    )
  const own = {
    asked: asking &&
      settled && { ...asking, request: settled.request, assumedKeys: keysAdded(asking.request, settled.request) },
    verdict: settled?.verdict,
  }
  const more = furtherCheck({ ...own, given, stated, policies: counted.policies, documents, reference })
  const asked = more?.asked ?? own.asked
  const verdict = more
    ? compile([...counted.policies, ...documents], facts, reference).explain(more.asked.request)
    : own.verdict
  const blame = blameOf(stated, verdict, counted.policies)
  const boundaries = given.policies
    .filter(({ because }) => because === becauseOfName)
    .map(({ name }) => told('boundaryByName', { name }))
  const guesses = [
    ...assumed,
    ...boundaries,
    ...(token?.guesses ?? []),
    ...counted.guesses,
    guess,
    settled?.inferred,
    ...unread.map(({ name }) => name),
    ...masks.map(({ text }) => text),
  ].filter((each) => each !== undefined)
  const situation: Situation = {
    given: { ...given, facts },
    denial,
    reference,
    policies: counted.policies,
    documents,
    stated,
    alsoChecked: more?.alsoChecked,
    alsoDenied: others,
    asked,
    verdict,
    blame,
    guesses: more ? [...guesses, more.asked.action] : guesses,
    masks,
    onlyIf: counted.onlyIf,
    open: more ? undefined : openCall(named, asking, settled, stated),
  }
  const applied = findCause(situation)
  const course = goesOn ? plotCourse(situation, applied) : nowhere
  // An identity-based policy that is pasted alone belongs to the caller, even if we don’t know who that is.
  const isOwn = hasGiven(situation, 'identity') && denial.principal === undefined && given.principal === undefined
  const isKnown = asked !== undefined && !asked.standIns.has('principal')
  return {
    denial,
    denials,
    secrets: findSecrets(given.paste),
    policies,
    request: isKnown ? asked.request : undefined,
    // Where no policy can help, the request changes nothing.
    needs: !isKnown && denial.sentence && !canPolicyHelp(denial.sentence) ? [] : needs,
    notices: [
      ...notices,
      ...(token?.guesses ?? []),
      ...boundaries,
      ...counted.notices,
      guess,
      settled?.inferred,
      silent.length > 0 ? told('unreadSilent', { type: typePhrase(silent[0]?.type ?? 'identity') }) : undefined,
      more &&
        told('checkGoesPolicies', { action: more.asked.action, of: more.alsoChecked.of, does: more.alsoChecked.does }),
      ...compareWithRecord(given, denial, verdict),
      contradiction(situation, applied.cause),
      hiddenDirection(given),
    ].filter((each) => each !== undefined),
    verdict: (isKnown || isOwn) && given.policies.length + documents.length > 0 ? verdict : undefined,
    cause: withRecord(withLaterSteps(applied.cause, course), denial),
    ...(goesOn && asking && denial.kind !== 'not-authorization'
      ? { fetchScript: fetchScript(situation), fetchScripts: fetchScripts(situation) }
      : { fetchScript: undefined, fetchScripts: [] }),
    fixes: unread.length > 0 ? course.fixes.map(withoutReplacing) : course.fixes,
    otherWay: course.otherWay,
  }
}

const cognitoSession = /\/([\w+=,.@-]{1,64})\/CognitoIdentityCredentials\b/

/**
 * Amazon Cognito adds a session policy for guests only. A session is one of a guest if AWS names such a policy, and probably if the role's name says so:
 * the console, Amplify, and most guides call the role of guests Unauth.
 */
function guestOf({ facts, principal, paste }: Case, { policyType, effect }: Stated): Guest {
  const [, role] = cognitoSession.exec(principal ?? paste.slice(0, 20_000)) ?? []
  if (role === undefined || facts?.cognitoGuest !== undefined) return { facts, guess: undefined }
  if (policyType === 'session' && effect === 'implicit-deny')
    return { facts: { ...facts, cognitoGuest: true }, guess: undefined }
  const isNamed = policyType === undefined && /un-?_?auth/i.test(role)
  return isNamed
    ? { facts: { ...facts, cognitoGuest: true }, guess: told('guestRole', { role }) }
    : { facts, guess: undefined }
}

interface Guest {
  readonly facts: Case['facts']
  /** What was assumed from the role's name. */
  readonly guess: Text | undefined
}

/** Who presents a token has no ARN to name: the trust policy's provider is the caller. What the user says wins. */
const withToken = (given: Case, token: TokenRequest | undefined): Case =>
  token
    ? {
        ...given,
        principal: token.principal,
        resource: given.resource ?? token.resource,
        context: { ...token.context, ...given.context },
      }
    : given

/** The denial that is asked about. One alone is read with its places in the text; so is the first of several. */
function denialOf({ which = 0 }: Case, reading: Reading): Pick<Diagnosis, 'denial' | 'denials'> {
  const denials = reading.denials.length > 1 ? reading.denials : []
  return { denial: (which > 0 ? denials[which]?.denial : undefined) ?? reading.denial, denials }
}

/** The policy that denied the call, according to the message. A role’s resource-based policy is its trust policy. */
function statedBy({ effect, policyType, policyArn, sentence }: Denial, asked: Asked | undefined): Stated {
  const isRole = asked?.service === 'sts' && policyType === 'resource'
  const type = policyType ?? sideOf(sentence)
  return { effect, policyType: isRole ? 'trust' : type, policyArn }
}

/** A service that couldn't use the reader's resource or role names the side that has to let it in. */
function sideOf(sentence: Denial['sentence']): Stated['policyType'] {
  if (sentence?.caller.kind !== 'service') return undefined
  return sentence.change === 'trust' || sentence.change === 'resource' ? sentence.change : undefined
}

/** Causes that say themselves why the pasted policies seem to allow what AWS denies. */
const explainContradiction: ReadonlySet<string> = new Set(['lambda-qualifier', 'identity-center-provisions'])

/** A notice if the message and the policies disagree. */
function contradiction({ blame, stated, policies, verdict }: Situation, { id }: CauseFound): Text | undefined {
  if (explainContradiction.has(id)) return undefined
  const type = stated.policyType
  if (!blame.unseen || !type || policies.length === 0 || !verdict) return undefined
  // A document that leaves something open contradicts nothing.
  if (verdict.decision === 'undetermined' || isOpen(verdict, type)) return undefined
  const isGiven = policies.some((policy) => policy.type === type)
  const name = typeName(type)
  return isGiven
    ? told('blamesButGave', { type: typePhrase(type), name })
    : told('blamesNoneGiven', { type: typePhrase(type) })
}

const notOffered = (why: Text): Step => ({
  title: told('changePolicy'),
  text: why,
  owner: 'account administrator',
})

/** AWS's own record holds what the answer has to guess. */
function withRecord(cause: CauseFound, denial: Denial): CauseFound {
  const step = recordStep(denial)
  return step ? { ...cause, steps: [...cause.steps, step] } : cause
}

/** Steps speak of the statement of the first fix. Where none can be written, they don’t. */
function withoutStatement({ steps: [first, ...more], ...cause }: CauseFound): CauseFound {
  const said = (step: Step): Step =>
    step.statement === undefined ? { ...step, text: withoutAddition(step.text) } : step
  return { ...cause, steps: [said(first), ...more.map(said)] }
}

/** Adds a step for each cause behind the first one, unless a fix resolves it or an earlier step covers it. */
function withLaterSteps(cause: CauseFound, { fixes, withheld, later }: Course): CauseFound {
  const [why] = withheld
  if (why !== undefined && fixes.length === 0) return { ...cause, steps: [notOffered(why)] }
  if (fixes.length === 0) return withoutStatement(cause)
  const said = new Set(cause.steps.map(({ title }) => write(title)))
  const more = later
    .filter(({ id }) => id !== 'policies-allow')
    .flatMap(({ steps }) => steps.slice(0, 1))
    .filter(({ title }) => !said.has(write(title)) && said.add(write(title)))
  const after = (step: Step): Step => ({ ...step, text: told('after', { text: step.text }) })
  return { ...cause, steps: [...cause.steps, ...more.map(after)] }
}
