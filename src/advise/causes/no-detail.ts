import { type AppliedCause, defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import type { Situation } from '../situation.ts'

const id = 'no-detail'
const article = 'messages/no-detail'

const words = {
  title: 'AWS refused something, and the message does not say what',
  explanation:
    'Neither the caller nor the action is named. It can have been any layer: the caller’s own policies, the resource’s policy, a permissions boundary, a session policy, an endpoint or the organization. The full event tells which.',
} as const

const steps: readonly [Step, ...Step[]] = [
  {
    title: 'See who AWS takes you for',
    text: 'Often it is another user or role than you think.',
    owner: 'caller',
    command: 'aws sts get-caller-identity',
  },
  {
    title: 'Find the event in CloudTrail',
    text: 'Look for the event with an errorCode such as AccessDenied, at the time of the error and in the Region where you called; it can be some minutes late. Reading and writing of single objects (S3), items or messages is recorded only where a trail has data events switched on. Paste the whole event here. Put the name of what you called in the place of EVENT-NAME.',
    owner: 'account administrator',
    command:
      'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=EVENT-NAME --max-results 20',
  },
  {
    title: 'Or call again with more output',
    text: 'Repeat the AWS CLI command with --debug and paste the part that begins with the error response. Remove the Authorization header and any keys first.',
    owner: 'caller',
  },
]

/** "Access Denied" and nothing else. */
export const noDetail = defineCause<Situation>({
  id,
  article,
  applies: (situation) => {
    const { action, actionDerived, principal, resource, policyType } = situation.denial
    return !situation.asked && !policyType && !action && !actionDerived && !principal && !resource
      ? situation
      : undefined
  },
  explain: () => ({ ...words, basis: 'experience' }),
  steps: () => steps,
})

/** The answer where no cause applies: what to look up. */
export const withoutDetail: AppliedCause = {
  cause: { id, article, ...words, certainty: 'likely', steps },
  drafts: [],
  otherDrafts: [],
  brings: undefined,
}
