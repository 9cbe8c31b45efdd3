import type { NearMiss } from '../../evaluate/index.ts'
import { elementText, messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { whoPhrase } from '../words.ts'

const told = messagesOf('pass-role-other-service', {
  title: 'The role can be passed only to some services',
  roleMayPassed: 'The role can be passed, but not to this service',
  clause: ': {{clause}}',
  messageNameService: ', and the message doesn’t name the service that gets the role',
  explanation: '{{statement}} lets {{who}} pass the role under a condition on iam:PassedToService{{clause}}.',
  allowPassingService: 'Allow passing it to this service as well',
  allowPassingServiceText:
    'An administrator adds this statement, or adds the service’s name to the condition that is there. The name is that of the service that works with the role, such as ec2.amazonaws.com or ecs-tasks.amazonaws.com: the call that failed shows which.',
  checkRoleTrusts: 'Check that the role trusts the same service',
  checkRoleTrustsText: 'The Principal of the role’s trust policy must name it. Otherwise the next error is about that.',
  note: 'It allows passing this role to {{service}}.',
})

interface Found {
  readonly situation: Evaluated
  readonly miss: NearMiss
}

/** The role may be passed, but to another service. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleOtherService = defineCause<Found>({
  id: 'pass-role-other-service',
  article: 'roles/pass-role',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.asked.action !== 'iam:PassRole') return undefined
    const miss = situation.verdict.closest.find(
      ({ ref, failed }) =>
        ref.policyType === 'identity' &&
        failed.reason.code === 'condition' &&
        failed.reason.key.toLowerCase() === 'iam:passedtoservice',
    )
    return miss && situation.blame.effect !== 'explicit-deny' ? { situation, miss } : undefined
  },
  explain: ({ situation, miss }) => ({
    title: serviceOf(situation) === undefined ? told('title') : told('roleMayPassed'),
    explanation: told('explanation', {
      statement: statementPhrase(miss.ref),
      who: whoPhrase(situation.asked),
      clause:
        serviceOf(situation) === undefined
          ? told('messageNameService')
          : told('clause', { clause: elementText(miss.failed.reason) }),
    }),
  }),
  steps: ({ situation }) => [
    {
      title: told('allowPassingService'),
      text: told('allowPassingServiceText'),
      owner: 'account administrator',
      statement: serviceOf(situation) === undefined ? statementWithout(situation) : undefined,
    },
    {
      title: told('checkRoleTrusts'),
      text: told('checkRoleTrustsText'),
      owner: 'account administrator',
    },
  ],
  // Without the service's name the statement would let the role be passed to any: the policy's owner limited it on purpose.
  fixes: ({ situation }) => {
    const service = serviceOf(situation)
    return service === undefined ? [] : allowIn(situation, { type: 'identity', note: told('note', { service }) })
  },
})

/** The service that gets the role, where the message, the paste, or the user names it. */
function serviceOf({ asked }: Evaluated): string | undefined {
  const value = Object.entries(asked.request.context ?? {}).find(([key]) => key.toLowerCase() === 'iam:passedtoservice')
  return typeof value?.[1] === 'string' ? value[1] : undefined
}

const statementWithout = ({ asked }: Evaluated): string =>
  JSON.stringify(
    {
      Sid: 'PassRoleToService',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: asked.request.resource,
      Condition: { StringEquals: { 'iam:PassedToService': '<SERVICE>.amazonaws.com' } },
    },
    null,
    2,
  )
