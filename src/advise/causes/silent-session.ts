import type { NonEmpty } from '../../text/index.ts'
import { messagesOf } from '../../words/index.ts'
import { blockingGates } from '../blame.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { type Evaluated, isEvaluated, type Situation } from '../situation.ts'

const told = messagesOf('silent-session', {
  note: 'It affects new sessions only. It adds one action to the limit and grants nothing by itself.',
  sessionPolicyAllow: 'The session policy does not allow {{action}}',
  explanation:
    'The session was created with a session policy that limits it. That policy doesn’t include {{action}}, so the role’s own policies can’t help. {{near}}',
  amazonCognitoLet: 'Amazon Cognito doesn’t let guests call {{action}}',
  sessionOneAmazonExplanation:
    'For people who didn’t sign in, an Amazon Cognito identity pool adds a session policy of its own that allows a few services only, whatever the role’s policies allow. {{action}} isn’t among them, so a wider role doesn’t help.',
  userSign: 'Have the user sign in',
  userSignText:
    'The limit is for guests: identities that signed in get the permissions of the authenticated role. Pass the sign-in token in Logins when you ask for credentials.',
  makeCallServer: 'Or make the call on a server',
  makeCallServerText:
    'Let the app call your own API, and let a role there make this call. Guests in a browser shouldn’t hold such permissions anyway.',
  makeCallServerTextForOthers: 'The app calls an API of ours, and a role there makes this call.',
  useBasicClassic: 'Or use the basic (classic) flow',
  useBasicClassicText:
    'With it, Cognito adds no session policy: the app calls GetOpenIdToken and AssumeRoleWithWebIdentity, and the role’s policies alone decide. Turn it on in the identity pool.',
  makeSessionWider: 'Make the session with a wider policy',
  makeSessionWiderText:
    'Add {{action}} where the session is made: the Policy or PolicyArns of AssumeRole or GetFederationToken, or the setting of the tool that calls it. Then make a new session: an old one keeps its policy.',
  makeOneYourself: 'If you didn’t make one yourself',
  makeOneYourselfForOthers: 'If no one on our side made one',
  makeOneYourselfText:
    'Some services do: Amazon Cognito limits identities that didn’t sign in to a few services, whatever their role allows.',
})

/** The session was made with a policy that does not list the action. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const silentSession = defineCause<Silent>({
  id: 'silent-session',
  article: 'policies/session',
  applies: (situation) => silentLayer(situation, 'session') ?? guestLimit(situation),
  explain: ({ situation }) => (isCognito(situation) ? ofCognito(situation) : ofSession(situation)),
  steps: ({ situation }) => {
    const widen = meetCondition(situation, 'session') ?? widenStep(situation)
    return isCognito(situation)
      ? [...cognitoSteps, ...unseenSteps(situation)]
      : [widen, notYours, ...unseenSteps(situation)]
  },
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'session',
      note: told('note'),
    }),
})

const ofSession = (situation: Evaluated): Explanation => ({
  title: told('sessionPolicyAllow', { action: situation.asked.action }),
  explanation: told('explanation', { action: situation.asked.action, near: nearPhrase(nearest(situation, 'session')) }),
})

/** What Amazon Cognito denies to guests no policy can allow, so it comes before what else is missing. */
function guestLimit(situation: Situation): Silent | undefined {
  if (
    !isEvaluated(situation) ||
    situation.stated.policyType !== undefined ||
    situation.blame.effect === 'explicit-deny'
  )
    return undefined
  const gate = blockingGates(situation.verdict).find(({ rule }) => rule?.code === 'cognito-guest')
  return gate && { situation, gate }
}

/** Amazon Cognito gives every session this name. */
const isCognito = ({ asked }: Evaluated): boolean => asked.caller.arn.endsWith('/CognitoIdentityCredentials')

/** https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services */
const ofCognito = ({ asked }: Evaluated): Explanation => ({
  title: told('amazonCognitoLet', { action: asked.action }),
  explanation: told('sessionOneAmazonExplanation', { action: asked.action }),
})

const cognitoSteps: NonEmpty<Step> = [
  {
    title: told('userSign'),
    text: told('userSignText'),
    owner: 'caller',
  },
  {
    title: told('makeCallServer'),
    text: told('makeCallServerText'),
    owner: 'caller',
  },
  {
    title: told('useBasicClassic'),
    text: told('useBasicClassicText'),
    owner: 'account administrator',
  },
]

const widenStep = (situation: Evaluated): Step => ({
  title: told('makeSessionWider'),
  text: told('makeSessionWiderText', { action: situation.asked.action }),
  owner: 'caller',
  statement: statementToAdd(situation, 'session'),
})

const notYours: Step = {
  title: told('makeOneYourself'),
  text: told('makeOneYourselfText'),
  owner: 'caller',
}
