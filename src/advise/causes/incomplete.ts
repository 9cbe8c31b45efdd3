import { policyTypeNames } from '../../iam/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { comesWithToken } from '../fixes/allow-statement.ts'
import { hasGiven, isEvaluated, type Situation } from '../situation.ts'
import { capital, typePhrase } from '../words.ts'

/** The message leaves out who called or what was called, or names a caller that cannot be read: the rest of it is told. */
export const incomplete = defineCause<Situation>({
  id: 'incomplete',
  article: 'messages/which-gate',
  applies: (situation) => {
    const { asked } = situation
    // Who comes with a token has no ARN to name: the trust policy decides by the token.
    // An identity-based policy that is pasted alone belongs to the caller, whoever that is.
    const isOwn = hasGiven(situation, 'identity') && !isUnreadable(situation)
    const isMissing = asked?.standIns.has('principal') && !comesWithToken(asked) && !isOwn
    return !asked || (isMissing && !isServiceLinkedRole(situation)) ? situation : undefined
  },
  explain: (situation) => ({
    title: titleOf(situation),
    explanation:
      situation.asked && isUnreadable(situation) ? `${unreadable} ${whatIsStated(situation)}` : whatIsStated(situation),
  }),
  steps: (situation) => [
    situation.asked ? whoStep(situation) : actionStep(situation),
    ...(situation.stated.policyType ? [fetchStep(situation, situation.stated.policyType)] : []),
  ],
  fixes: (situation) => {
    const { effect, policyType } = situation.stated
    const mayHelp = effect !== 'explicit-deny' && (policyType === undefined || policyType === 'identity')
    if (!mayHelp || !isEvaluated(situation)) return []
    const note = `It allows this one action and no other. Attach it to ${roleOf(situation) ?? 'whoever made the call'}.`
    return allowIn(situation, { type: 'identity', note, ifNew: note })
  },
})

function titleOf(situation: Situation): string {
  const { asked } = situation
  const role = roleOf(situation)
  if (!asked) return 'AWS refused something, and the message does not say which action'
  if (role !== undefined) return `${capital(role)} isn’t allowed ${asked.action}`
  return isUnreadable(situation)
    ? `AWS refused ${asked.action}, and the caller’s ARN cannot be read`
    : `AWS refused ${asked.action}, and the message does not say to whom`
}

/** The role with which a service made the call, in words, where the service's sentence says so. */
const roleOf = ({ denial: { sentence } }: Situation): string | undefined =>
  sentence?.caller.kind === 'role' ? sentence.caller.phrase : undefined

/** Whoever uses a service for the first time needs it: the caller's name adds nothing. */
const isServiceLinkedRole = ({ asked, stated, denial }: Situation): boolean =>
  asked?.action === 'iam:CreateServiceLinkedRole' && stated.effect !== 'explicit-deny' && denial.principal === undefined

/** A caller is named, though not by an ARN or another name that AWS gives. */
const isUnreadable = ({ given, denial }: Situation): boolean => Boolean(given.principal || denial.principal)

const unreadable =
  'What stands in the caller’s place is no whole ARN: it was cut short or blanked on the way, or it is a name that a tool uses.'

function whatIsStated(situation: Situation): string {
  const { effect, policyType, policyArn } = situation.stated
  const named = policyArn ? ` (${policyArn})` : ''
  if (effect === 'explicit-deny') {
    return policyType
      ? `AWS says that ${typePhrase(policyType)}${named} denies it explicitly. No Allow anywhere can outweigh that.`
      : 'AWS says that a policy denies it explicitly. No Allow anywhere can outweigh that.'
  }
  if (policyType) return `AWS says that no ${policyTypeNames[policyType]}${named} allows it.`
  const role = roleOf(situation)
  if (role !== undefined)
    return `The service made this call with the permissions of ${role}, not with yours. Usually that role’s policies don’t allow the action.`
  return `${capital('the message does not say which policy stopped it')}. Mostly the caller’s own policies do not allow it.`
}

function whoStep(situation: Situation): Step {
  const role = roleOf(situation)
  if (role === undefined)
    return {
      title: 'See who made the call',
      text: 'Run this where the call was made, and enter the ARN as the caller. Then give the policies of that user or role.',
      owner: 'caller',
      command: 'aws sts get-caller-identity',
    }
  return {
    title: `Find ${role}`,
    text: 'The service’s settings show its ARN. Enter the ARN as the caller, and paste the role’s policies.',
    owner: 'caller',
    command: role.startsWith('the function')
      ? 'aws lambda get-function-configuration --function-name FUNCTION-NAME --query Role --output text'
      : undefined,
  }
}

function actionStep({ denial: { actionCandidates } }: Situation): Step {
  const several = `Several services have the operation that was called. The action is one of ${actionCandidates.join(', ')}. Enter yours.`
  const unknown = 'Enter it as service:Action, such as s3:GetObject. The CloudTrail event of the call names it.'
  return { title: 'Say which action it was', text: actionCandidates.length > 0 ? several : unknown, owner: 'caller' }
}
