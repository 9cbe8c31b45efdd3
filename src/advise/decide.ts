import { becauseOfName, canPolicyHelp, findSecrets, type Reading } from '../denial/index.ts'
import type { Reference } from '../reference/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import { ask } from './ask.ts'
import { blameOf } from './blame.ts'
import { findCause } from './causes/index.ts'
import { guestDenied, guestOf, isUpToGuest } from './cognito-guest.ts'
import { contradiction } from './contradiction.ts'
import { countIn } from './counted-in.ts'
import type { Case, Diagnosis, Fix } from './diagnosis.ts'
import { fetchScript, fetchScripts } from './fetch-script.ts'
import { furtherCheck } from './further-check.ts'
import { hiddenDirection } from './hidden-direction.ts'
import { withLaterSteps, withRecord } from './later-steps.ts'
import { withLogDelivery } from './log-delivery.ts'
import type { Mask } from './mask.ts'
import { explainMasked, inOneAccount, settleMasked } from './masks/index.ts'
import { withoutOthers } from './of-other.ts'
import { openCall } from './open-call.ts'
import { nowhere, plotCourse } from './prove.ts'
import { quoteOf } from './quote.ts'
import { type PolicyReader, recognisePolicies } from './recognise-policies.ts'
import { compareWithRecord } from './recorded.ts'
import { keysAdded } from './settle.ts'
import { type Asked, hasGiven, type Situation, type StandingPolicy } from './situation.ts'
import { fillTemplate } from './stand-in.ts'
import { statedBy } from './stated.ts'
import { withNotifyingBucket, withTopicDelivery } from './topic-delivery.ts'
import { type TokenRequest, tokenRequest } from './trust/token.ts'
import { overResources } from './unnamed-resource.ts'
import { unreadParts, withOpenEnds } from './unread-parts.ts'
import { withUsualReasons } from './usual-reasons.ts'
import { typePhrase } from './words.ts'

const told = messagesOf('decide', {
  checkGoesPolicies: 'The check goes on with {{action}}: the policies allow {{of}}, and the call also {{does}}.',
  unreadSilent: 'AWS says that {{type}} doesn’t allow it, so what can’t be read doesn’t either.',
  onlyAdd: '{{note}} Add the new statement to the policy, but don’t replace the policy: a part of it isn’t here.',
  boundaryByName:
    'We assume that “{{name}}” is a permissions boundary, because its name says so. If it’s attached as an ordinary policy, choose that type.',
})

/** What was read from a case, with the masks filled in. */
export interface ReadCase extends Pick<Diagnosis, 'denial' | 'denials'>, Pick<Reading, 'leftovers' | 'listed'> {
  readonly alsoDenied: Situation['alsoDenied']
  readonly masks: readonly Mask[]
  readonly reader: PolicyReader
}

/** What else is known, and whether what to do is asked for, or the cause alone. */
export interface Knowing {
  readonly reference: Reference | undefined
  readonly goesOn: boolean
}

/** The answer to a case: its cause, and the proven changes. */
export function decide(pasted: Case, read: ReadCase, { reference, goesOn }: Knowing): Diagnosis {
  const { denial, denials, listed: documents } = read
  const situated = situate(pasted, read, reference)
  const { situation, policies, needs, notices, isWhole } = situated
  const { given, asked, verdict } = situation
  const applied = findCause(situation)
  const course = goesOn ? plotCourse(situation, applied) : nowhere
  // An identity-based policy that is pasted alone belongs to the caller, even if we don’t know who that is.
  const isOwn = hasGiven(situation, 'identity') && denial.principal === undefined && given.principal === undefined
  const isKnown = asked !== undefined && !asked.standIns.has('principal')
  return {
    denial,
    quote: quoteOf(given.paste, denial),
    denials,
    secrets: findSecrets(given.paste),
    policies,
    request: isKnown ? asked.request : undefined,
    // Where no policy can help, the request changes nothing.
    needs: !isKnown && denial.sentence && !canPolicyHelp(denial.sentence) ? [] : needs,
    resourceForm: asked && resourceFormOf(asked),
    notices: [
      ...notices,
      ...compareWithRecord(given, denial, verdict),
      contradiction(situation, applied.cause),
      hiddenDirection(given),
    ].filter((each) => each !== undefined),
    verdict:
      (isKnown || isOwn) && (documents.length > 0 || situation.policies.some((policy) => policy.given))
        ? verdict
        : undefined,
    cause: withRecord(withUsualReasons(withLaterSteps(applied.cause, course), situation), denial),
    ...(goesOn && asked && denial.kind !== 'not-authorization'
      ? { fetchScript: fetchScript(situation), fetchScripts: fetchScripts(situation) }
      : { fetchScript: undefined, fetchScripts: [] }),
    fixes: isWhole ? course.fixes : course.fixes.map(withoutReplacing),
    otherWay: course.otherWay,
  }
}

/** A situation, and what to say about how the case was read. */
interface Situated extends Pick<Diagnosis, 'policies' | 'needs' | 'notices'> {
  readonly situation: Situation
  /** Every document was read whole. */
  readonly isWhole: boolean
}

function situate(pasted: Case, read: ReadCase, reference: Reference | undefined): Situated {
  const { denial, alsoDenied, leftovers, listed: documents, masks, reader } = read
  const given = withNotifyingBucket(withLogDelivery(withTopicDelivery(pasted, denial), denial), denial)
  const { standing: asRead, policies } = recognisePolicies(given, reference, denial.policyType, reader)
  const all = withOpenEnds(asRead, given)
  const token =
    given.principal || denial.principal?.startsWith('arn:') ? undefined : tokenRequest(denial, all, given.paste)
  const known = withToken(given, token)
  const byAll = ask(known, denial, all, reference)
  const apart = withoutOthers(all, { given, asked: byAll.asked, masks })
  const standing = apart.policies
  // Policies of others say nothing about what the caller's call was about.
  const possible = standing.filter(({ isOfOther }) => !isOfOther)
  const asking = possible.length < all.length ? ask(known, denial, possible, reference) : byAll
  const named = asking.asked && inOneAccount(asking.asked, masks)
  const stated = statedBy(denial, named)
  const { facts, guess } = guestOf(given, stated)
  const unread = unreadParts(standing, given, leftovers).filter((part) => matters(part, named))
  // AWS says what these do with the request: nothing.
  const silent = unread.filter(({ type }) => stated.effect === 'implicit-deny' && type === stated.policyType)
  const counted = countIn([...standing, ...unread.filter((part) => !silent.includes(part))], stated, named, {
    facts,
    reference,
  })
  const around = { masks, policies: counted.policies, documents, owner: given.resourceAccount, facts, reference }
  const settled = named && settleMasked({ ...around, request: named.request }, stated)
  if (denial.kind === 'access-denied' && stated.effect === undefined && isUpToGuest(settled?.verdict))
    return ofGuest(situate({ ...pasted, facts: { ...facts, cognitoGuest: true } }, read, reference))
  const own = {
    asked: named &&
      settled && { ...named, request: settled.request, assumedKeys: keysAdded(named.request, settled.request) },
    verdict:
      settled &&
      named &&
      (overResources(settled.verdict, { ...around, asked: named, request: settled.request, stated }) ??
        settled.verdict),
  }
  const more = furtherCheck({ ...own, given, stated, policies: counted.policies, documents, reference })
  const verdict = more
    ? explainMasked({ ...around, policies: more.policies, request: more.asked.request })
    : own.verdict
  const policiesNow = more?.policies ?? counted.policies
  const boundaries = boundariesByName(given)
  const guesses = [
    ...asking.guesses,
    ...boundaries,
    ...(token?.guesses ?? []),
    ...counted.guesses,
    guess,
    settled?.inferred,
    ...unread.map(({ name }) => name),
    ...masks.map(({ text }) => text),
  ].filter((each) => each !== undefined)
  return {
    situation: {
      given: { ...given, facts },
      denial,
      reference,
      policies: policiesNow,
      documents,
      stated,
      alsoChecked: more?.alsoChecked,
      alsoDenied,
      asked: more?.asked ?? own.asked,
      verdict,
      blame: blameOf(stated, verdict, policiesNow),
      guesses: more ? [...guesses, ...more.guesses, more.asked.action] : guesses,
      masks,
      onlyIf: counted.onlyIf ?? more?.onlyIf,
      open: more ? undefined : openCall(asking.asked, named, settled, stated),
    },
    policies,
    needs: asking.needs,
    isWhole: unread.length === 0,
    notices: [
      ...asking.notices,
      ...apart.notices,
      ...(token?.guesses ?? []),
      ...boundaries,
      ...counted.notices,
      ...(more?.notices ?? []),
      guess,
      settled?.inferred,
      silent.length > 0 ? told('unreadSilent', { type: typePhrase(silent[0]?.type ?? 'identity') }) : undefined,
      more &&
        told('checkGoesPolicies', { action: more.asked.action, of: more.alsoChecked.of, does: more.alsoChecked.does }),
    ].filter((each) => each !== undefined),
  }
}

/** The situation of someone who didn't sign in, and that this was assumed. */
const ofGuest = (situated: Situated): Situated => ({
  ...situated,
  situation: { ...situated.situation, guesses: [...situated.situation.guesses, guestDenied] },
  notices: [...situated.notices, guestDenied],
})

/** The form with placeholders for its names, in the caller’s account. */
const resourceFormOf = ({ template, known, caller }: Asked): string | undefined =>
  template === undefined
    ? known && '*'
    : fillTemplate(template, { caller, account: undefined, region: undefined, name: undefined })

/** A trust policy says who gets a role, and nothing about what the role can do. */
const matters = ({ type }: StandingPolicy, asked: Asked | undefined): boolean =>
  type !== 'trust' || asked?.service === 'sts'

/** Policies that count as permissions boundaries because of their names alone. */
const boundariesByName = ({ policies }: Case): readonly Text[] =>
  policies.filter(({ because }) => because === becauseOfName).map(({ name }) => told('boundaryByName', { name }))

/** A change of a document that wasn't read whole mustn't take its place. */
const withoutReplacing = (fix: Fix): Fix =>
  fix.policyIndex === undefined ? fix : { ...fix, note: told('onlyAdd', { note: fix.note }) }

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
