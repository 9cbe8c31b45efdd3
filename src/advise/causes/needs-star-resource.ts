import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { nearest, statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { typesOf } from '../stand-in.ts'
import { statementBelow } from '../words.ts'

const told = messagesOf('needs-star-resource', {
  title: '{{action}} works with “Resource”: “*” only',
  policy: 'The policy',
  explanation:
    '{{statement}} allows {{action}} on an ARN. AWS never asks for this action with an ARN, so that statement can never fit. AWS calls it an action without resource types.',
  allow: 'Allow {{action}} on “*”',
  allowText:
    'An administrator adds {{addition}}. It is as narrow as AWS lets it be; to narrow it further, use a condition.',
  note: 'It allows {{action}} on all resources: AWS takes nothing narrower for it.',
})

/** An action that cannot be limited to a resource was given an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_actions-resources-contextkeys.html */
export const needsStarResource = defineCause<Evaluated>({
  id: 'needs-star-resource',
  article: 'policies/identity-based',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    const { asked, blame, reference } = situation
    const takesNone = asked.known && typesOf(reference?.services.get(asked.service), asked.known).length === 0
    const isOwn = blame.policyType === 'identity' && takesNone === true
    return isOwn && nearest(situation, 'identity')?.failed.element === 'Resource' ? situation : undefined
  },
  explain: (situation) => {
    const miss = nearest(situation, 'identity')
    return {
      title: told('title', { action: situation.asked.action }),
      explanation: told('explanation', {
        statement: miss ? statementPhrase(miss.ref) : told('policy'),
        action: situation.asked.action,
      }),
    }
  },
  steps: ({ asked }) => [
    {
      title: told('allow', { action: asked.action }),
      text: told('allowText', { addition: statementBelow }),
      owner: 'account administrator',
    },
  ],
  fixes: (situation) =>
    allowIn(situation, {
      type: 'identity',
      note: told('note', { action: situation.asked.action }),
    }),
})
