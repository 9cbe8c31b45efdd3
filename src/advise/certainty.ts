import { compile, type Facts, type Verdict } from '../evaluate/index.ts'
import { hasAtMostOne, namesPrincipals, type PolicyType, policyTypes } from '../iam/index.ts'
import type { Certainty } from './diagnosis.ts'
import type { Asked, Situation, StandingPolicy } from './situation.ts'

/**
 * What an answer rests on:
 * - decision: the layer that stopped the request, as the message and the policies show it
 * - message: AWS's own sentence about something other than a policy
 * - rule: a rule that AWS documents, which holds whatever the policies say: no pasted document decides it
 * - setting: a setting of the account or the resource, whose state the reader gave
 * - document: a mistake in a pasted document, whatever the request holds
 * - experience: what this kind of error usually means
 */
export type Basis = 'decision' | 'message' | 'rule' | 'setting' | 'document' | 'experience'

/**
 * How sure an answer is. Nothing else sets it, so no cause can claim more than the evidence gives:
 * Confirmed only if pasted documents decide it and nothing was guessed along the way.
 */
export function certaintyOf(situation: Situation, basis: Basis): Certainty {
  switch (basis) {
    case 'message':
      return 'stated by AWS'
    case 'document':
      return 'confirmed'
    case 'experience':
      return 'likely'
    case 'rule':
      return situation.asked && isUnguessed(situation) ? 'stated by AWS' : 'likely'
    case 'setting':
      return situation.asked && isUnguessed(situation) ? 'confirmed' : 'likely'
    case 'decision':
      if (isConfirmed(situation)) return 'confirmed'
      return isStated(situation) && !readsGuessesIn(situation) ? 'stated by AWS' : 'likely'
  }
}

/** Was it given, and does what it was pasted in show that the caller has it, if that could? */
const isSeen = (policy: StandingPolicy | undefined): boolean => policy?.given === true && policy.onlyIf === undefined

const isStated = ({ stated }: Situation): boolean =>
  stated.policyType !== undefined || stated.effect === 'explicit-deny'

/** AWS states the layer, but which statement of a pasted document it was rests on a guess. */
const readsGuessesIn = ({ guesses, blame, policies }: Situation): boolean =>
  guesses.length > 0 && !blame.unseen && policies.some(({ type, given }) => given && type === blame.policyType)

const isUnguessed = ({ guesses, asked }: Situation): boolean =>
  guesses.length === 0 && (asked?.standIns.size ?? 0) === 0

function isConfirmed(situation: Situation): boolean {
  const { blame, stated, asked, verdict, policies } = situation
  if (!asked || !verdict || blame.unseen || !isUnguessed(situation)) return false
  if (verdict.decision === 'undetermined' || verdict.decision === 'allowed') return false
  // A Deny that was pasted holds whatever is assumed; that nothing allows the call doesn't.
  if (verdict.decision === 'implicitDeny' && situation.onlyIf !== undefined) return false
  if (!policies.some((policy) => policy.type === blame.policyType && isSeen(policy))) return false
  // A Deny holds for whom it's attached to, and so does the lack of an Allow where another policy can have one.
  if (
    verdict.decision === 'explicitDeny' &&
    !verdict.decidedBy.some(({ policyIndex }) => isSeen(policies[policyIndex]))
  )
    return false
  // A call doesn't have to go through the endpoint whose policy was pasted, and a service that calls for the caller doesn't.
  if (blame.policyType === 'vpc-endpoint' && stated.policyType !== 'vpc-endpoint') return false
  return stated.policyType === blame.policyType || holdsWhateverIsUnseen(situation, asked, verdict)
}

/**
 * Returns true if the request stays denied even if every document that wasn’t pasted allows it. A Deny stays. An implicit deny stays only if its layer has a
 * single document, and no other layer can grant in its place.
 */
function holdsWhateverIsUnseen(
  { policies, documents, given, reference }: Situation,
  asked: Asked,
  verdict: Verdict,
): boolean {
  if (verdict.decision === 'explicitDeny') return true
  const unseen = policyTypes.flatMap((type) => allowingDocuments(type, policies, asked))
  const decision = compile(
    [...policies, ...documents, ...unseen],
    { ...mostAllowing, ...given.facts },
    reference,
  ).decide(asked.request)
  return decision === 'implicitDeny' || decision === 'explicitDeny'
}

const mostAllowing: Facts = { kmsGrant: true, sharedByRam: true, dataAccessPolicy: true, aclGrantee: true }

/** The most that unseen documents of a type can allow: nothing more where its only document was pasted. Of most types there can be more. */
function allowingDocuments(type: PolicyType, policies: readonly StandingPolicy[], { caller }: Asked) {
  const same = policies.filter((policy) => policy.type === type)
  // A call doesn't have to go through the endpoint.
  if (same.length > 0 && hasAtMostOne.has(type) && type !== 'vpc-endpoint') return []
  const statement = {
    Effect: 'Allow',
    ...(namesPrincipals.has(type)
      ? { Principal: caller.kind === 'service' ? { Service: caller.name } : { AWS: [caller.arn, '*'] } }
      : {}),
    Action: '*',
    ...(type === 'trust' ? {} : { Resource: '*' }),
  }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  return [...new Set([undefined, ...same.map(({ target }) => target)])]
    .filter((target) => same.length === 0 || same.some((policy) => policy.target === target))
    .map((target) => ({ type, name: 'unseen', target, text, given: false }))
}
