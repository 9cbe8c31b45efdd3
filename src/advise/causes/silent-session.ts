import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'

/** The session was made with a policy that does not list the action. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const silentSession = defineCause<Silent>({
  id: 'silent-session',
  article: 'policies/session',
  applies: (situation) => silentLayer(situation, 'session'),
  explain: ({ situation }) => ({
    title: `The session policy does not allow ${situation.asked.action}`,
    explanation: `Whoever made this session handed over a policy that limits it. It does not include ${situation.asked.action}, so the role’s own policies cannot help.${nearPhrase(nearest(situation, 'session'))}`,
  }),
  steps: ({ situation }) => [
    meetCondition(situation, 'session') ?? {
      title: 'Make the session with a wider policy',
      text: `Add ${situation.asked.action} where the session is made: the Policy or PolicyArns of AssumeRole or GetFederationToken, or the setting of the tool that calls it. Then make a new session: an old one keeps its policy.`,
      owner: 'caller',
      statement: statementToAdd(situation, 'session'),
    },
    {
      title: 'Did you not make one yourself?',
      text: 'Some services do: Amazon Cognito limits identities that did not sign in to a few services, whatever their role allows.',
      owner: 'caller',
    },
    ...unseenSteps(situation),
  ],
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'session',
      note: 'It takes part in new sessions only. It widens the limit by this one action and grants nothing by itself.',
    }),
})
