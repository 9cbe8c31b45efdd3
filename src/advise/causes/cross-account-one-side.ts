import type { PolicyType } from '../../iam/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Evaluated, hasGiven, isEvaluated, type Situation } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'

interface Found {
  readonly situation: Evaluated
  readonly missing: PolicyType
}

/** Across accounts both sides must allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
export const crossAccountOneSide = defineCause<Found>({
  id: 'cross-account-one-side',
  article: 'policies/cross-account',
  applies: (situation) => {
    const missing = missingSide(situation)
    return missing && isEvaluated(situation) ? { situation, missing } : undefined
  },
  explain: ({ situation, missing }) => {
    const { asked } = situation
    const side =
      missing === 'identity'
        ? `The policies of ${whoPhrase(asked)} do not.`
        : isShown(situation)
          ? `The resource’s policy does not allow ${asked.action} to ${whoPhrase(asked)}.`
          : `No resource-based policy was given: either it doesn’t allow ${asked.action} to ${whoPhrase(asked)}, or the caller’s own policies don’t.`
    return {
      title:
        missing === 'identity'
          ? 'The caller’s own account does not allow it'
          : isShown(situation)
            ? 'The resource’s policy does not allow it'
            : 'The resource’s policy must allow it, and it wasn’t given',
      explanation: `${whyThatSide(situation)} ${side}${nearPhrase(nearest(situation, missing))}`,
    }
  },
  steps: ({ situation, missing }) => [
    meetCondition(situation, missing) ?? (missing === 'identity' ? callerStep(situation) : resourceStep(situation)),
    ...unseenSteps(situation),
  ],
  fixes: ({ situation, missing }) => {
    const note = `It allows only ${situation.asked.action}, only to ${whoPhrase(situation.asked)}, on this resource.`
    const ifNew =
      missing === 'identity'
        ? `${note} Attach it to the caller.`
        : `${note} If the resource has a policy already, add the statement to it and keep the others.`
    return allowIn(situation, { type: missing, note, ifNew })
  },
})

/** Pasted, or named by AWS as the policy that denied the call. A caller that has no policies of its own can’t lack them. */
const isShown = (situation: Evaluated): boolean =>
  hasGiven(situation, 'resource') ||
  situation.stated.policyType === 'resource' ||
  situation.asked.caller.kind === 'service' ||
  situation.asked.caller.kind === 'anonymous'

/** The side that is missing: the resource's, or the caller's where the resource's has agreed. */
function missingSide({ blame, asked, verdict }: Situation): PolicyType | undefined {
  if (blame.effect === 'explicit-deny') return undefined
  if (blame.policyType === 'resource') return 'resource'
  const agreed = verdict?.gates.some(({ kind, state }) => kind === 'resource' && state === 'allows')
  return asked?.crossAccount && blame.policyType === 'identity' && agreed ? 'identity' : undefined
}

function whyThatSide({ asked }: Evaluated): string {
  if (asked.caller.kind === 'service' || asked.caller.kind === 'anonymous') {
    return 'This caller has no policies of its own, so only the resource’s policy can allow it.'
  }
  return asked.crossAccount
    ? 'The caller and the resource belong to different accounts, so both sides must allow it: the caller’s own policies and the resource’s policy.'
    : 'Usually this means that the resource belongs to another account. Then both sides must allow it: the caller’s own policies and the resource’s policy.'
}

const callerStep = ({ asked }: Evaluated): Step => ({
  title: `Allow ${asked.action} to ${whoPhrase(asked)}`,
  text: 'The resource’s owner has agreed already. An administrator of the caller’s account adds the statement below.',
  owner: 'account administrator',
})

const resourceStep = ({ asked }: Evaluated): Step =>
  asked.caller.kind === 'anonymous'
    ? {
        title: 'Sign the call with credentials',
        text: 'AWS saw no credentials on this call. Allowing it without credentials would make the resource public, so that isn’t offered here.',
        owner: 'caller',
      }
    : {
        title: 'Allow it in the resource’s policy',
        text: asked.crossAccount
          ? 'Someone in the account that owns the resource adds the statement below. No one in the caller’s account can do that.'
          : 'The resource’s owner adds the statement below.',
        owner: ownerOf('resource', asked),
      }
