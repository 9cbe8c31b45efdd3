import { likelyActions } from '../../denial/index.ts'
import { capital, dataText, inTurn, messagesOf, type Text } from '../../words/index.ts'
import { behindCloudFront } from '../behind-cloudfront.ts'
import { behindStep } from '../behind-the-call.ts'
import { type AppliedCause, defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { aboutDeny, compareStep, type GivenDeny, onlyDeny } from '../given-denies.ts'
import { mistakeSteps, mistakesIn } from '../mistakes.ts'
import type { Situation } from '../situation.ts'
import { listed } from '../words.ts'

const told = messagesOf('no-detail', {
  deniedSomethingMessage: 'AWS denied something, and the message doesn’t say what',
  explanation:
    'The message names neither the caller nor the action. Any policy type can be the cause: the caller’s own policies, the resource’s policy, a permissions boundary, a session policy, a VPC endpoint policy, or the organization’s policies. The full event shows which one it was.',
  seeTakes: 'See who AWS takes you for',
  seeTakesForOthers: 'See who AWS takes me for',
  seeTakesText: 'Often it is another user or role than you think.',
  seeTakesTextForOthers: 'Often it is another user or role than expected.',
  findEventCloudtrail: 'Find the event in CloudTrail',
  findEventCloudtrailForOthers: '',
  findEventCloudtrailText:
    'Look for an event with an errorCode such as AccessDenied, at the time of the error and in the Region of your call. It can appear a few minutes late. CloudTrail records reads and writes of single objects (S3), items, or messages only if data events are turned on for a trail. Replace <EVENT_NAME> with the name of the operation you called, and paste the whole event here.',
  findEventOfService:
    'Look for an event with an errorCode such as AccessDenied, at the time of the error and in the Region of your call. It can appear a few minutes late. CloudTrail records reads and writes of single objects (S3), items, or messages only if data events are turned on for a trail. Paste the whole event here.',
  serviceDenied: '{{service}} denied something, and the message doesn’t say what',
  serviceExplanation:
    'The error came from {{service}}, so the denied action probably begins with {{prefix}}:. The message names neither the caller nor the action. Any policy type can be the cause: the caller’s own policies, the resource’s policy, a permissions boundary, a session policy, a VPC endpoint policy, or the organization’s policies. The full event shows which one it was.',
  likelyActions: 'For the resource that it was about, the likely actions are {{actions}}.',
  roleLacks: '{{role}} lacks a permission, and the message doesn’t say which',
  roleLacksExplanation:
    'The service works with {{role}}, not with your permissions. The event in CloudTrail has the action and the resource: allow them in a policy of that role.',
  roleLacksExplanationForOthers:
    'The service works with {{role}}, not with my permissions. The event in CloudTrail has the action and the resource: allow them in a policy of that role.',
  callAgainMore: 'Or call again with more output',
  callAgainMoreForOthers: '',
  callAgainMoreText:
    'Repeat the AWS CLI command with --debug and paste the part that begins with the error response. Remove the Authorization header and any keys first.',
  title: 'AWS doesn’t say what it denied, but “{{policy}}” has a mistake',
  lineMessageNamesExplanation:
    'Line {{line}}: {{message}} The message names neither the caller nor the action, so something else can be the cause, too.',
})

const id = 'no-detail'
const article = 'messages/no-detail'

const words = {
  title: told('deniedSomethingMessage'),
  explanation: told('explanation'),
} as const

const steps: readonly [Step, ...Step[]] = [
  {
    title: told('seeTakes'),
    text: told('seeTakesText'),
    owner: 'caller',
    command: 'aws sts get-caller-identity',
  },
  {
    title: told('findEventCloudtrail'),
    text: told('findEventCloudtrailText'),
    owner: 'account administrator',
    command:
      'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=<EVENT_NAME> --max-results 20',
  },
  {
    title: told('callAgainMore'),
    text: told('callAgainMoreText'),
    owner: 'caller',
  },
]

/** Event sources that aren’t the prefix of the service's actions. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-aws-service-specific-topics.html */
const eventSources: ReadonlyMap<string, string> = new Map([['cloudwatch', 'monitoring']])

/** The same steps for a service that is known: its events are listed, whatever the operation. */
const stepsFor = (service: string): readonly Step[] =>
  steps.map((step) =>
    typeof step.command === 'string' && step.command.includes('<EVENT_NAME>')
      ? {
          ...step,
          text: told('findEventOfService'),
          command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=${eventSources.get(service) ?? service}.amazonaws.com --max-results 50 --query "Events[?contains(CloudTrailEvent, 'errorCode')].CloudTrailEvent" --output text`,
        }
      : step,
  )

/** The service that answered, as AWS names it. */
const nameOf = (service: string, { reference }: Situation): string => reference?.services.get(service)?.name ?? service

/** What Terraform does with the resource that the text names. */
function likelyPhrase(service: string, { given, reference }: Situation): Text {
  // Some operations have names that no action has: S3's GetBucket is one of S3 on Outposts.
  const known = reference?.services.get(service)?.actions
  const actions = likelyActions(given.paste.slice(0, 20_000), service).filter((action) =>
    known?.has(action.slice(service.length + 1).toLowerCase()),
  )
  return actions.length > 0 ? told('likelyActions', { actions: listed(actions, 'or') }) : ''
}

/** A Deny that was pasted with the message is likelier than one that no one has seen. */
const denyOf = (situation: Situation): GivenDeny | undefined => {
  const { service } = situation.denial
  return service === undefined || mistakesIn(situation).length > 0 ? undefined : onlyDeny(situation, service)
}

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
  explain: (situation) => {
    const [mistake] = mistakesIn(situation)
    const { service, sentence } = situation.denial
    const origin = behindCloudFront(situation)
    if (origin) return { title: origin.title, explanation: origin.explanation, basis: 'experience' }
    const deny = denyOf(situation)
    if (deny && service !== undefined) return { ...aboutDeny(deny, nameOf(service, situation)), basis: 'experience' }
    if (!mistake && sentence?.caller.kind === 'role') {
      const role = dataText(sentence.caller.phrase)
      return {
        title: told('roleLacks', { role: capital(role) }),
        explanation: told('roleLacksExplanation', { role }),
        basis: 'experience',
      }
    }
    if (!mistake && service !== undefined)
      return {
        title: told('serviceDenied', { service: nameOf(service, situation) }),
        explanation: inTurn([
          told('serviceExplanation', { service: nameOf(service, situation), prefix: service }),
          likelyPhrase(service, situation),
        ]),
        basis: 'experience',
      }
    if (!mistake) return { ...words, basis: 'experience' }
    return {
      title: told('title', { policy: mistake.policy }),
      explanation: told('lineMessageNamesExplanation', { line: mistake.line, message: mistake.message }),
      basis: 'experience',
    }
  },
  steps: (situation) => {
    const origin = behindCloudFront(situation)
    if (origin) return origin.steps
    const { service } = situation.denial
    const look = service === undefined ? steps : stepsFor(service)
    const behind = behindStep(situation)
    const deny = denyOf(situation)
    const [first = steps[0], ...more] = [
      ...mistakeSteps(mistakesIn(situation)),
      ...(behind ? [behind] : []),
      ...(deny ? [compareStep(deny), ...look.slice(1)] : look),
    ]
    return [first, ...more]
  },
})

/** The answer if no cause applies: what to look up. */
export const withoutDetail: AppliedCause = {
  cause: { id, article, ...words, certainty: 'likely', steps },
  drafts: [],
  otherDrafts: [],
  brings: undefined,
}
