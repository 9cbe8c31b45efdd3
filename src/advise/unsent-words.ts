import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Explanation } from './cause.ts'
import { stepOf } from './deed-steps.ts'
import { mfaDeed, mfaDevice } from './deeds/caller.ts'
import { deedToMeet } from './deeds/index.ts'
import { valuesOf } from './denying.ts'
import type { Step } from './diagnosis.ts'
import { fetchStep } from './fetch-step.ts'
import { allowIn } from './fixes/allow-in.ts'
import type { Draft } from './fixes/draft.ts'
import { statementPhrase } from './near-miss.ts'
import { shellWord } from './shell-word.ts'
import type { Asked } from './situation.ts'
import type { Unsent } from './unsent.ts'
import { listed, ownerOf, statementBelow, whoPhrase } from './words.ts'

const told = messagesOf('unsent-words', {
  externalId: 'The role requires an external ID, and nothing shows that the call sent it',
  externalIdText: '{{statement}} lets the caller in if the call names the external ID {{values}}. {{unsaid}}',
  mfa: 'The role requires MFA, and nothing shows that the call was made with it',
  mfaText: '{{statement}} lets the caller in only with MFA. {{unsaid}} Access keys alone never count as MFA.',
  unsaid:
    'To AWS a call without it is a plain denial: the message does not mention the condition. If the call did send it, the caller’s own policies don’t allow sts:AssumeRole.',
  spoken: 'The role was probably assumed without an MFA code',
  spokenText:
    'What you pasted speaks of MFA. If the role’s trust policy or a policy of the caller requires it, AWS denies an AssumeRole call without a code, and the message doesn’t mention MFA. Access keys alone never have it. If a code was sent, either the trust policy doesn’t let the caller in, or the caller’s own policies don’t allow it.',
  spokenTextForOthers:
    'If the role’s trust policy or one of my policies requires MFA, AWS denies an AssumeRole call without a code, and the message doesn’t mention MFA.',
  profile: 'The profile {{name}} assumes its role without MFA',
  profileText:
    'The profile {{name}} has no mfa_serial, so no code is asked for when its role is assumed. The mfa_serial of {{source}} isn’t taken over: source_profile passes on only the keys. If the role or a policy of the caller requires MFA, AWS denies the call, and the message doesn’t mention MFA.',
  addSerial: 'Add mfa_serial to the profile {{name}}',
  addSerialText: 'The next call asks for the code. You don’t need to change a policy.',
  sendCodeText:
    'Name the device and its code in the call. In the profile of ~/.aws/config that has role_arn, mfa_serial does that. Replace <DEVICE_NAME> and 123456 with the device’s name and code: the console shows the name under Security credentials.',
  session: 'If the program can’t ask for a code, get a session with MFA first',
  sessionText:
    'Give the program the three returned values instead of the user’s keys. The role is then assumed with MFA.',
  ownToo: 'If the call did that, allow {{action}} to {{who}}',
  ownTooText:
    'Then the caller’s own policies are what’s missing. An IAM administrator of the account adds {{addition}} to one of them.',
  ownNote: 'It helps only if the call also meets the condition of the role’s trust policy.',
  conditionCorrected: 'Or have the condition corrected',
  conditionCorrectedText:
    'If the policy names the wrong value, the role’s administrator corrects it. Don’t remove the condition: it keeps out everyone else in the same account.',
  product: 'If another company’s product makes the call, compare its settings with the role',
  productText:
    'The account ID, the role’s name, and the external ID there must be those of the role, letter by letter.',
  seeCaller: 'See who made the call',
  seeCallerText: 'The trust policy must name this user or role, or its account.',
})

/** What the answer says where nothing shows that the call sent an external ID or an MFA code. */
export function unsentWords({ asks, wants, profile }: Unsent): Explanation {
  const article = wants === 'mfa' ? 'policies/mfa' : 'roles/external-id'
  if (profile)
    return { title: told('profile', profile), explanation: told('profileText', profile), article, basis: 'experience' }
  if (!asks) return { title: told('spoken'), explanation: told('spokenText'), article, basis: 'experience' }
  const values = listed(valuesOf(asks.condition), 'or')
  const parts = { statement: statementPhrase(asks.ref), unsaid: told('unsaid') }
  return {
    title: told(wants === 'mfa' ? 'mfa' : 'externalId'),
    explanation: wants === 'mfa' ? told('mfaText', parts) : told('externalIdText', { ...parts, values }),
    article,
    basis: 'experience',
  }
}

/** What to send, and what is missing if it was sent. */
export function unsentSteps(unsent: Unsent): NonEmpty<Step> {
  const { situation, asks, profile, wants } = unsent
  const { asked } = situation
  const isUnknown = asked.standIns.has('principal')
  const rest: readonly Step[] = asks
    ? [
        ...(isUnknown ? (wants === 'external-id' ? [product, seeCaller] : [seeCaller]) : [ownSide(asked)]),
        corrected(asked),
      ]
    : [fetchStep(situation, 'trust')]
  return [profile ? addSerial(profile) : send(unsent), ...(asks || profile ? [] : [session(asked)]), ...rest]
}

/** The caller's own side, for a call that did send it. */
export const unsentFixes = ({ situation, asks }: Unsent): Iterable<Draft> =>
  asks && !situation.asked.standIns.has('principal')
    ? allowIn(situation, { type: 'identity', note: told('ownNote'), ifNew: told('ownNote') })
    : []

function send({ wants, asks, situation: { asked } }: Unsent): Step {
  const deed = wants === 'external-id' && asks ? deedToMeet(asks.condition, asked) : undefined
  return deed ? stepOf(deed) : sendCode(asked)
}

const deviceOf = ({ caller, standIns }: Asked): string =>
  caller.kind === 'user' && !standIns.has('principal') ? mfaDevice(caller) : '<MFA_DEVICE_ARN>'

/** The AssumeRole call with the device and its code: of a user, the call itself can bring it. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const sendCode = (asked: Asked): Step => ({
  ...stepOf(mfaDeed(asked)),
  text: told('sendCodeText'),
  command: `aws sts assume-role --role-arn ${roleOf(asked)} --role-session-name <SESSION_NAME> --serial-number ${deviceOf(asked)} --token-code 123456`,
})

const roleOf = ({ request, standIns }: Asked): Text =>
  shellWord(standIns.has('resource') ? undefined : request.resource, '<ROLE_ARN>')

const session = (asked: Asked): Step => ({
  title: told('session'),
  text: told('sessionText'),
  owner: 'caller',
  command: `aws sts get-session-token --serial-number ${deviceOf(asked)} --token-code 123456`,
})

const addSerial = (profile: NonNullable<Unsent['profile']>): Step => ({
  title: told('addSerial', { name: profile.name }),
  text: told('addSerialText'),
  owner: 'caller',
  command: `aws configure set mfa_serial ${shellWord(profile.serial, '<MFA_DEVICE_ARN>')} --profile ${shellWord(profile.name, '<PROFILE_NAME>')}`,
})

const ownSide = (asked: Asked): Step => ({
  title: told('ownToo', { action: asked.action, who: whoPhrase(asked) }),
  text: told('ownTooText', { addition: statementBelow }),
  owner: 'account administrator',
})

const corrected = (asked: Asked): Step => ({
  title: told('conditionCorrected'),
  text: told('conditionCorrectedText'),
  owner: ownerOf('trust', asked),
})

const product: Step = { title: told('product'), text: told('productText'), owner: 'caller' }

const seeCaller: Step = {
  title: told('seeCaller'),
  text: told('seeCallerText'),
  owner: 'caller',
  command: 'aws sts get-caller-identity',
}
