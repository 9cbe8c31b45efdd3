import { compile, preparePolicy, type Request } from '../evaluate/index.ts'
import { type PolicyRead, type PolicyType, readPolicy } from '../iam/index.ts'
import { messagesOf, type Text, write } from '../words/index.ts'
import { blameOf } from './blame.ts'
import type { AppliedCause } from './cause.ts'
import { findCause } from './causes/index.ts'
import { addsErrors, addsNothing, dangerOf, noObjections, objectionsTo } from './danger.ts'
import { holderOf } from './deliver/index.ts'
import type { CauseFound, Dependent, Fix } from './diagnosis.ts'
import type { Assumption, Draft } from './fixes/draft.ts'
import { withOptions } from './fixes/with-options.ts'
import { stoppingMask } from './masks/index.ts'
import { isDenyList } from './only-denies.ts'
import { isBetter } from './progress.ts'
import { reachSentence } from './reach.ts'
import { type Evaluated, hasGiven, isEvaluated, type Situation, type StandingPolicy } from './situation.ts'
import { exampleAccount, unnamedService } from './stand-in.ts'
import { wholeCall } from './whole-call.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('prove', {
  tokenSaysWe: 'the token says what’s assumed',
  keyTrusts: 'the key policy trusts the account',
  roleTrusts: 'the trust policy trusts the account',
  policiesAllow: 'the policies of {{who}} allow it',
  hidesAnother: '`{{mask}}` isn’t {{value}}',
  note: '{{note}} This alone isn’t enough: the policy that AWS names in its message still denies the call.',
})

/** What gets the request through, one proven change after the other, and the causes that came to light on the way. */
export interface Course {
  readonly fixes: readonly Fix[]
  /** Another change that allows the request by itself, with its trade-off in the note. */
  readonly otherWay: Fix | undefined
  /** Why helpful changes were withheld. */
  readonly withheld: readonly Text[]
  readonly later: readonly CauseFound[]
}

/** No change was looked for. */
export const nowhere: Course = { fixes: [], otherWay: undefined, withheld: [], later: [] }

/** More gates than AWS has, so that every course ends. */
const mostRounds = 10

/**
 * Makes the fixes in the order in which they must be made: what stops the request first, then, with that out of the way, what stops it
 * next. A change that does not help when the request is evaluated again is dropped.
 */
export function plotCourse(start: Situation, cause: AppliedCause): Course {
  const fixes: Fix[] = []
  const later: CauseFound[] = []
  const withheld: Text[] = []
  let situation = start
  let applied = cause
  for (let round = 0; round < mostRounds && isEvaluated(situation); round++) {
    const isTried = (draft: Draft): boolean => round === 0 || isSure(draft, situation)
    const made = firstThatHelps(situation, applied.drafts, { isTried, withheld })
    if (made) fixes.push(withCaveat(made.fix, start))
    const next = made?.situation ?? brought(situation, applied) ?? (round === 0 ? behindUnseen(situation) : undefined)
    if (!next) break
    situation = next
    if (next.verdict.decision === 'allowed') break
    applied = findCause(situation)
    if (isGrounded(next)) later.push(applied.cause)
  }
  const [first] = fixes
  if (!leadsSomewhere(fixes, start)) return { fixes: [], otherWay: undefined, withheld, later }
  return {
    fixes: fixes.map((fix) => withGrounds(fix, start, situation)),
    otherWay: first && otherWayThan(first, start, cause.otherDrafts),
    withheld,
    later,
  }
}

/** A fix that rests on what was assumed says so. `end`: the situation that it leads to. */
function withGrounds(fix: Fix, start: Situation, end: Situation): Fix {
  const onlyIf =
    fix.onlyIf ?? start.onlyIf ?? (isOpen(start, end) ? start.open?.onlyIf : undefined) ?? unlessMasked(end)
  return onlyIf === undefined || fix.proof.after.decision !== 'allowed' ? fix : { ...fix, onlyIf }
}

/** A value that a mask must not hide, or else the call is still stopped. */
function unlessMasked({ asked, ...end }: Situation): Text | undefined {
  const { given, masks, policies, documents, reference } = end
  const { resourceAccount: owner, facts } = given
  const stopping =
    asked && stoppingMask({ masks, policies, documents, request: asked.request, owner, facts, reference })
  return stopping && told('hidesAnother', stopping)
}

/** Can the call still be stopped where what was assumed of it isn't so? */
function isOpen({ open, asked }: Situation, end: Situation): boolean {
  if (!open || !end.asked) return false
  const assumed = asked?.request.context ?? {}
  const brought = Object.entries(end.asked.request.context ?? {}).filter(([key, value]) => assumed[key] !== value)
  const request = { ...open.request, context: { ...open.request.context, ...Object.fromEntries(brought) } }
  const evaluator = compile([...end.policies, ...end.documents], end.given.facts, end.reference)
  return evaluator.decide(request) !== 'allowed'
}

/** A layer that wasn’t given isn’t known to lack anything. Only across accounts must both sides allow. */
const isGrounded = (situation: Evaluated): boolean => {
  const { effect, policyType } = situation.blame
  const isSeen = policyType === undefined || hasGiven(situation, policyType)
  return effect === 'explicit-deny' || isSeen || situation.asked.crossAccount
}

/** Fixes that leave the request denied aren’t offered, unless AWS names a document that wasn’t pasted: then we don’t know what else denies it. */
const leadsSomewhere = (fixes: readonly Fix[], { blame }: Situation): boolean => {
  const decision = fixes.at(-1)?.proof.after.decision
  return blame.unseen || decision === undefined || decision === 'allowed' || decision === 'undetermined'
}

/** A second way is worth its place only if it leads to the end by itself. */
function otherWayThan(fix: Fix, start: Situation, drafts: Iterable<Draft>): Fix | undefined {
  if (!isEvaluated(start)) return undefined
  const isTried = ({ title }: Draft): boolean => write(title) !== write(fix.title)
  const made = firstThatHelps(start, drafts, { isTried, withheld: [] })
  if (made?.fix.proof.after.decision !== 'allowed' || made.fix.hasPlaceholder) return undefined
  return withGrounds(made.fix, start, made.situation)
}

/** A document that wasn’t given might still exist. Only across accounts do we know that it’s missing. */
const isSure = (draft: Draft, { asked }: Situation): boolean =>
  draft.index !== undefined || asked?.crossAccount === true

interface Made {
  readonly fix: Fix
  readonly situation: Evaluated
}

interface Trial {
  readonly isTried: (draft: Draft) => boolean
  /** Gets why a helpful change isn’t shown. */
  readonly withheld: Text[]
}

function firstThatHelps(situation: Evaluated, drafts: Iterable<Draft>, { isTried, withheld }: Trial): Made | undefined {
  for (const narrow of drafts) {
    if (!isTried(narrow)) continue
    const read = readPolicy(narrow.after)
    const before = supposing(situation, narrow.assumes)
    const alone = reconsider(before, { policies: withDraft(situation.policies, narrow, read) })
    const { draft, included, options, objections } = withWholeCall({ ...narrow, read }, situation, alone)
    const changed =
      included.length === 0 ? alone : reconsider(before, { policies: withDraft(situation.policies, draft) })
    const granted = withUnseenAllow(changed, before)
    const next = granted?.situation ?? changed
    if (!isBetter(next.verdict, before.verdict) || addsErrors(narrow, objections, situation)) continue
    const danger = dangerOf(narrow, objections, situation)
    if (danger?.withheld) {
      withheld.push(danger.why)
      continue
    }
    const { index, name: _, assumes, ...change } = draft
    const { reach, source, onlyIf } = (index === undefined ? undefined : situation.policies[index]) ?? {}
    const { paste, policies: pasted } = situation.given
    const because = index === undefined ? undefined : pasted[index]?.because
    const holder = holderOf({ type: draft.policyType, name: draft.name, reach, because, paste }, situation.asked)
    const policyIndex = index !== undefined && situation.policies[index]?.given ? index : undefined
    return {
      fix: {
        ...change,
        policyIndex,
        risk: danger?.why,
        affects: reachSentence(reach) || undefined,
        source,
        holder,
        included,
        options,
        proof: { before: before.verdict, after: next.verdict },
        ...(namesStandIn(draft, situation) ? { hasPlaceholder: true } : {}),
        ...(onlyIf ? { onlyIf } : {}),
        ...(assumes ? { onlyIf: assumes.clause } : {}),
        ...(guessesToken(situation) ? { onlyIf: told('tokenSaysWe') } : {}),
        ...(granted ? { onlyIf: granted.clause } : {}),
      },
      situation: next,
    }
  }
  return undefined
}

/** The situation with what a change assumes of the request. */
function supposing(situation: Evaluated, assumes: Assumption | undefined): Evaluated {
  if (!assumes) return situation
  const { request } = situation.asked
  const { resource = request.resource, context, facts } = assumes
  const given = { ...situation.given, facts: { ...situation.given.facts, ...facts } }
  return reconsider(
    { ...situation, given },
    { request: { ...request, resource, context: { ...request.context, ...context } } },
  )
}

/** A situation in which documents that weren't given allow the request, and that assumption as a clause after "if". */
interface Granted {
  readonly situation: Evaluated
  readonly clause: Text
}

/**
 * AWS names a Deny. Without it, what must allow the request wasn't given: the caller's own policies, or the policy of a key or a role, which always asks its own.
 * So the proof assumes that this one allows it. Undefined if something else is missing, too.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
function withUnseenAllow(changed: Evaluated, { verdict: { decision }, asked }: Evaluated): Granted | undefined {
  const { policies, verdict } = changed
  if (decision !== 'explicitDeny' || verdict.decision !== 'implicitDeny') return undefined
  const clauses: readonly (readonly [PolicyType, Text])[] = [
    ['identity', told('policiesAllow', { who: whoPhrase(asked) })],
    ...(asked.service === 'kms' ? [['resource', told('keyTrusts')] as const] : []),
    ...(/^sts:assumerole$/i.test(asked.action) ? [['trust', told('roleTrusts')] as const] : []),
  ]
  for (const [type, clause] of clauses) {
    if (changed.policies.some((policy) => policy.given && policy.type === type && !isDenyList(policy))) continue
    const principal = type === 'identity' ? {} : { Principal: { AWS: asked.caller.account ?? '*' } }
    const resource = type === 'trust' ? {} : { Resource: '*' }
    const statement = { Effect: 'Allow', ...principal, Action: asked.action, ...resource }
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    const unseen = { type, name: 'what wasn’t given', target: undefined, text, given: false } as const
    const situation = reconsider(changed, { policies: [...policies, unseen] })
    if (situation.verdict.decision === 'allowed') return { situation, clause }
  }
  return undefined
}

/** The token wasn’t pasted, so its subject was derived from a workflow, a pod, or the policy itself. */
const guessesToken = ({ asked, guesses }: Evaluated): boolean =>
  asked.caller.kind === 'identity-provider' && guesses.length > 0

/** Returns true if the changed document names a placeholder resource. */
const namesStandIn = ({ after, before }: Draft, { asked, given }: Evaluated): boolean => {
  const said = [given.paste, given.resource, given.resourceAccount].join(' ')
  const standIns = [
    ...(asked.standIns.has('resource') ? [asked.request.resource, unnamedService] : []),
    ...(asked.standIns.has('principal') && !said.includes(exampleAccount) ? [exampleAccount] : []),
  ]
  return standIns.some((text) => after.includes(text) && !before.includes(text))
}

/** The change with what every such call needs too, where that is as sound; and what some such calls need, to choose from. */
function withWholeCall({ read, ...draft }: Draft & { readonly read: PolicyRead }, start: Evaluated, fixed: Evaluated) {
  const needs = draft.policyType === 'identity' ? wholeCall(fixed) : []
  const { action } = fixed.asked
  const withAll = { ...draft, after: withOptions(draft.after, action, needs, read) }
  // Allowing more takes no finding away: where nothing speaks against all of it, nothing speaks against a part, and one look is enough.
  const ofAll = needs.length === 0 ? undefined : objectionsTo(withAll, start, {})
  const isClear = ofAll !== undefined && addsNothing(withAll, ofAll, start)
  const objections = isClear ? noObjections : objectionsTo(draft, start, { read })
  const isSound = (chosen: readonly Dependent[]): boolean => {
    const change = { ...draft, before: draft.after, after: withOptions(draft.after, action, chosen, read) }
    const further = objectionsTo(change, fixed, { before: objections.after })
    return !addsErrors(change, further, fixed) && dangerOf(change, further, fixed)?.withheld !== true
  }
  // What is sound together is sound by itself; only otherwise is each looked at.
  const sound =
    needs.length === 0 || isClear || isSound(needs) ? needs : needs.flatMap((need) => firstSound(need, isSound))
  const included = sound.filter(({ isCertain }) => isCertain)
  const options = sound.filter(({ isCertain }) => !isCertain)
  if (included.length === 0) return { draft, included, options, objections }
  const after = withOptions(draft.after, fixed.asked.action, included, read)
  return { draft: { ...draft, edit: undefined, after }, included, options, objections }
}

/** What must not be allowed on all resources can be on one that the reader names. */
function firstSound(need: Dependent, isSound: (chosen: readonly Dependent[]) => boolean): readonly Dependent[] {
  const { named, ...same } = need
  if (isSound([need])) return [need]
  const ofName = named === undefined ? undefined : { ...same, resource: named }
  return ofName && isSound([ofName]) ? [ofName] : []
}

/** The policy, prepared once for all evaluations of a change. `index` is its place among the policies. */
const ready = (policy: StandingPolicy, index: number): StandingPolicy => ({
  ...policy,
  prepared: preparePolicy(policy, index),
})

function withDraft(
  policies: readonly StandingPolicy[],
  { index, after, policyType: type, name }: Draft,
  read = readPolicy(after),
): readonly StandingPolicy[] {
  if (index === undefined)
    return [...policies, ready({ type, name, target: undefined, text: after, read, given: false }, policies.length)]
  return policies.map((policy, at) =>
    at === index ? ready({ ...policy, text: after, read, prepared: undefined }, at) : policy,
  )
}

/** What the caller brings to the request, if that helps. */
function brought(situation: Evaluated, { brings }: AppliedCause): Evaluated | undefined {
  if (!brings) return undefined
  const { request } = situation.asked
  const next = reconsider(situation, { request: { ...request, context: { ...request.context, ...brings } } })
  return isBetter(next.verdict, situation.verdict) ? next : undefined
}

/** If AWS names a layer that wasn’t given, the given layers are still checked for what they need. */
const behindUnseen = (situation: Evaluated): Evaluated | undefined =>
  situation.blame.unseen && situation.policies.length > 0 ? reconsider(situation, {}) : undefined

/** The situation with something changed. The message has been dealt with by then: only the policies speak. */
function reconsider(
  situation: Evaluated,
  change: { readonly policies?: readonly StandingPolicy[]; readonly request?: Request },
): Evaluated {
  const policies = change.policies ?? situation.policies
  const asked = { ...situation.asked, request: change.request ?? situation.asked.request }
  const verdict = compile([...policies, ...situation.documents], situation.given.facts, situation.reference).explain(
    asked.request,
  )
  const stated = { effect: undefined, policyType: undefined, policyArn: undefined }
  return { ...situation, policies, asked, verdict, stated, blame: blameOf(stated, verdict, policies) }
}

function withCaveat(fix: Fix, { blame }: Situation): Fix {
  if (!blame.unseen || blame.policyType === fix.policyType) return fix
  return {
    ...fix,
    note: told('note', { note: fix.note }),
  }
}
