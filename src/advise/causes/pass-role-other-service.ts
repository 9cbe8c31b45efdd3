import type { NearMiss } from '../../evaluate/index.ts'
import { elementClause } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { whoPhrase } from '../words.ts'

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
    title:
      serviceOf(situation) === undefined
        ? 'The role may be passed only to some services'
        : 'The role may be passed, but not to this service',
    explanation: `${statementPhrase(miss.ref)} lets ${whoPhrase(situation.asked)} pass the role under a condition on iam:PassedToService${serviceOf(situation) === undefined ? ', and the message doesn’t name the service that gets the role' : `: ${elementClause(miss.failed.reason)}`}.`,
  }),
  steps: ({ situation }) => [
    {
      title: 'Allow passing it to this service as well',
      text: 'An administrator adds this statement, or adds the service’s name to the condition that is there. The name is that of the service that works with the role, such as ec2.amazonaws.com or ecs-tasks.amazonaws.com: the call that failed shows which.',
      owner: 'account administrator',
      statement: serviceOf(situation) === undefined ? statementWithout(situation) : undefined,
    },
    {
      title: 'Check that the role trusts the same service',
      text: 'The Principal of the role’s trust policy must name it. Otherwise the next error is about that.',
      owner: 'account administrator',
    },
  ],
  // Without the service's name the statement would let the role be passed to any: the policy's owner limited it on purpose.
  fixes: ({ situation }) =>
    serviceOf(situation) === undefined
      ? []
      : allowIn(situation, {
          type: 'identity',
          note: `It allows passing this role to ${serviceOf(situation)}.`,
        }),
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
      Condition: { StringEquals: { 'iam:PassedToService': 'SERVICE.amazonaws.com' } },
    },
    null,
    2,
  )
