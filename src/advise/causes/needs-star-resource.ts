import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { nearest, statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'

/** An action that cannot be limited to a resource was given an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_actions-resources-contextkeys.html */
export const needsStarResource = defineCause<Evaluated>({
  id: 'needs-star-resource',
  article: 'policies/identity-based',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    const { asked, blame } = situation
    const isOwn = blame.policyType === 'identity' && asked.known?.resourceTypes.length === 0
    return isOwn && nearest(situation, 'identity')?.failed.element === 'Resource' ? situation : undefined
  },
  explain: (situation) => {
    const miss = nearest(situation, 'identity')
    return {
      title: `${situation.asked.action} works with “Resource”: “*” only`,
      explanation: `${miss ? statementPhrase(miss.ref) : 'The policy'} allows ${situation.asked.action} on an ARN. AWS never asks for this action with an ARN, so that statement can never fit. AWS calls it an action without resource types.`,
    }
  },
  steps: ({ asked }) => [
    {
      title: `Allow ${asked.action} on “*”`,
      text: 'An administrator adds the statement below. It is as narrow as AWS lets it be; to narrow it further, use a condition.',
      owner: 'account administrator',
    },
  ],
  fixes: (situation) =>
    allowIn(situation, {
      type: 'identity',
      note: `It allows ${situation.asked.action} on all resources: AWS takes nothing narrower for it.`,
    }),
})
