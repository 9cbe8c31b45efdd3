import type { NonEmpty } from '../../text/index.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import type { Evaluated } from '../situation.ts'

/** The session was made with a policy that does not list the action. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const silentSession = defineCause<Silent>({
  id: 'silent-session',
  article: 'policies/session',
  applies: (situation) => silentLayer(situation, 'session'),
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
      note: 'It affects new sessions only. It adds one action to the limit and grants nothing by itself.',
    }),
})

const ofSession = (situation: Evaluated): Explanation => ({
  title: `The session policy does not allow ${situation.asked.action}`,
  explanation: `The session was created with a session policy that limits it. That policy doesn’t include ${situation.asked.action}, so the role’s own policies can’t help.${nearPhrase(nearest(situation, 'session'))}`,
})

/** Amazon Cognito gives every session this name. */
const isCognito = ({ asked }: Evaluated): boolean => asked.caller.arn.endsWith('/CognitoIdentityCredentials')

/** https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services */
const ofCognito = ({ asked }: Evaluated): Explanation => ({
  title: `Amazon Cognito doesn’t let guests call ${asked.action}`,
  explanation: `The session is one of an Amazon Cognito identity pool. For identities that didn’t sign in, Cognito adds a session policy of its own that allows a few services only, whatever the role’s policies allow. ${asked.action} isn’t among them, so a wider role doesn’t help.`,
})

const cognitoSteps: NonEmpty<Step> = [
  {
    title: 'Have the user sign in',
    text: 'The limit is for guests: identities that signed in get the permissions of the authenticated role. Pass the sign-in token in Logins when you ask for credentials.',
    owner: 'caller',
  },
  {
    title: 'Or make the call on a server',
    text: 'Let the app call your own API, and let a role there make this call. Guests in a browser shouldn’t hold such permissions anyway.',
    owner: 'caller',
  },
  {
    title: 'Or use the basic (classic) flow',
    text: 'With it, Cognito adds no session policy: the app calls GetOpenIdToken and AssumeRoleWithWebIdentity, and the role’s policies alone decide. Turn it on in the identity pool.',
    owner: 'account administrator',
  },
]

const widenStep = (situation: Evaluated): Step => ({
  title: 'Make the session with a wider policy',
  text: `Add ${situation.asked.action} where the session is made: the Policy or PolicyArns of AssumeRole or GetFederationToken, or the setting of the tool that calls it. Then make a new session: an old one keeps its policy.`,
  owner: 'caller',
  statement: statementToAdd(situation, 'session'),
})

const notYours: Step = {
  title: 'If you didn’t make one yourself',
  text: 'Some services do: Amazon Cognito limits identities that didn’t sign in to a few services, whatever their role allows.',
  owner: 'caller',
}
