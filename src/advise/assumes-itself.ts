import { parseArn } from '../iam/index.ts'
import { inTurn, messagesOf } from '../words/index.ts'
import type { Explanation } from './cause.ts'
import type { Step } from './diagnosis.ts'
import { type Asked, type Evaluated, hasGiven, type Situation } from './situation.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('assumes-itself', {
  title: 'The call assumes the role that it already comes from',
  explanation:
    'The caller is {{who}}, and the role to assume is the same one. Usually the call isn’t needed: the session has the role’s permissions already. AWS allows a role to assume itself only if its trust policy names it.',
  notNamed: 'The trust policy doesn’t name it.',
  maybeTitle: 'The call seems to assume the role that it already comes from',
  maybeExplanation:
    'The caller is {{who}}, and the role to assume has the same name. One of the two accounts is hidden: if they are the same, the session is this role already, and usually the call isn’t needed. AWS allows a role to assume itself only if its trust policy names it.',
  leaveOut: 'Leave the call out: you already are this role',
  leaveOutForOthers: 'Leave the call out, because it comes from this role already',
  leaveOutText:
    'Remove the role’s ARN from the program or the profile (role_arn in ~/.aws/config), and use the credentials as they are. This shows whose they are:',
})

/**
 * Does a session ask for the role that it's already a session of? Then the role's trust policy must name the role itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html#troubleshoot_roles_cant-assume-role
 */
export const assumesItself = (asked: Asked): boolean =>
  hasOwnName(asked) && parseArn(asked.request.resource)?.account === asked.caller.account

/** Does a session ask for a role of its own role’s name, where one of the two accounts is hidden? Then it may be the same role. */
export const mayAssumeItself = ({ asked, masks }: Situation): boolean => {
  if (!asked || !hasOwnName(asked) || assumesItself(asked)) return false
  const accounts = [asked.caller.account, parseArn(asked.request.resource)?.account]
  const hidden = masks.filter(({ kind, standIn }) => kind === 'account' && accounts.includes(standIn))
  return hidden.length === 1
}

const hasOwnName = ({ caller, request, action }: Asked): boolean =>
  /^sts:(?:AssumeRole|TagSession|SetSourceIdentity)$/i.test(action) &&
  caller.kind === 'role-session' &&
  parseArn(request.resource)?.resource.split('/').at(-1) === caller.name

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html#troubleshoot_roles_cant-assume-role */
export const ofItself = (situation: Evaluated): Explanation => ({
  title: told('title'),
  explanation: inTurn([
    told('explanation', { who: whoPhrase(situation.asked) }),
    ...(hasGiven(situation, 'trust') ? [told('notNamed')] : []),
  ]),
})

/** The same where a hidden account may be another one. */
export const maybeOfItself = ({ asked }: Evaluated): Explanation => ({
  title: told('maybeTitle'),
  explanation: told('maybeExplanation', { who: whoPhrase(asked) }),
  basis: 'experience',
})

/** What to do first then. */
export const itselfStep: Step = {
  title: told('leaveOut'),
  text: told('leaveOutText'),
  owner: 'caller',
  isUsual: true,
  command: 'aws sts get-caller-identity',
}
