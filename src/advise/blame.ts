import type { GateResult, Verdict } from '../evaluate/index.ts'
import { type PolicyType, traits } from '../iam/index.ts'
import type { Blame, StandingPolicy, Stated } from './situation.ts'

/**
 * Puts the message and the policies together. What AWS states wins: the policies given may not be all there are.
 */
export function blameOf(stated: Stated, verdict: Verdict | undefined, policies: readonly StandingPolicy[]): Blame {
  const shown = verdict && shownBy(verdict, stated.policyType, policies)
  const effect = stated.effect ?? shown?.effect
  const agrees = shown !== undefined && shown.effect === effect && isSame(shown.policyType, stated.policyType)
  if (agrees) return { ...shown, unseen: false }
  if (isSilentAsStated(stated, verdict, policies)) return { effect, policyType: stated.policyType, unseen: false }
  if (stated.effect === undefined && stated.policyType === undefined)
    return { effect, policyType: undefined, unseen: false }
  return { effect, policyType: stated.policyType, unseen: true }
}

/**
 * AWS says that no resource-based policy allows the request, and the pasted one doesn't, although the caller's own would do as well: a bucket's ARN
 * doesn't say that the bucket belongs to another account, where both sides are needed.
 */
const isSilentAsStated = (
  { effect, policyType }: Stated,
  verdict: Verdict | undefined,
  policies: readonly StandingPolicy[],
): boolean =>
  effect === 'implicit-deny' &&
  policyType === 'resource' &&
  verdict?.decision === 'implicitDeny' &&
  policies.some(({ type, given }) => given && type === policyType) &&
  verdict.gates.some(({ kind, state }) => kind === policyType && state === 'silent')

const isSame = (shown: PolicyType | undefined, stated: PolicyType | undefined): boolean =>
  stated === undefined || shown === stated

/** What the policies show: the type that denies, or the first one that blocks; the stated one before others, then one that was pasted. */
function shownBy(
  verdict: Verdict,
  stated: PolicyType | undefined,
  policies: readonly StandingPolicy[],
): { readonly effect: 'explicit-deny' | 'implicit-deny'; readonly policyType: PolicyType | undefined } | undefined {
  if (verdict.decision === 'explicitDeny') {
    const types = verdict.decidedBy.map((ref) => ref.policyType)
    return { effect: 'explicit-deny', policyType: types.find((type) => type === stated) ?? types[0] }
  }
  if (verdict.decision !== 'implicitDeny') return undefined
  const types = blockingGates(verdict).flatMap(({ kind }) => verdict.blockedBy.filter((type) => type === kind))
  const isGiven = (type: PolicyType): boolean =>
    traits[type].part === 'grants' && policies.some((policy) => policy.given && policy.type === type)
  return {
    effect: 'implicit-deny',
    policyType: types.find((type) => type === stated) ?? types.find(isGiven) ?? types[0],
  }
}

/** The gates that must be opened, in AWS's order. */
export const blockingGates = ({ gates }: Verdict): readonly GateResult[] => gates.filter(({ blocks }) => blocks)

/** Does the given policy of a type allow the request for some values of what isn't known, and not for others? */
export const isOpen = ({ gates }: Verdict, type: PolicyType): boolean =>
  gates.some(({ kind, state }) => kind === type && state === 'unknown')
