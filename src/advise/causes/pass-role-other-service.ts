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
    title: 'The role may be passed, but not to this service',
    explanation: `${statementPhrase(miss.ref)} lets ${whoPhrase(situation.asked)} pass the role under a condition on iam:PassedToService: ${elementClause(miss.failed.reason)}.`,
  }),
  steps: () => [
    {
      title: 'Allow passing it to this service as well',
      text: 'An administrator adds the statement below, or the service’s name to the condition that is there. The name is that of the service that works with the role, such as ec2.amazonaws.com or ecs-tasks.amazonaws.com.',
      owner: 'account administrator',
    },
    {
      title: 'See that the role trusts the same service',
      text: 'The Principal of the role’s trust policy must name it. Otherwise the next error is about that.',
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'identity',
      note: 'It allows passing this role to this service, and nothing else.',
    }),
})
