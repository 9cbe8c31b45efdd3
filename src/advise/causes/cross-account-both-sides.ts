import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'

const told = messagesOf('cross-account-both-sides', {
  title: 'Neither account allows {{action}}',
  explanation:
    'The caller and the resource belong to different accounts, so both must allow it: the policies of {{who}} and the resource’s policy. Neither does. AWS names only one of them at a time.',
  callersAccountAllows: 'The caller’s account allows it',
  callersAccountAllowsText: 'An administrator there adds the statement to an identity-based policy.',
  ownerResourceAllows: 'The owner of the resource allows it too',
  ownerResourceAllowsText:
    'Someone in the account that owns the resource adds the statement to the resource’s policy. No one in the caller’s account can do that.',
  note: 'It allows only {{action}}, only to {{who}}, on this resource.',
})

/** Neither account allows it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-policy-eval-cross-account.html */
export const crossAccountBothSides = defineCause<Evaluated>({
  id: 'cross-account-both-sides',
  article: 'policies/cross-account',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.verdict.decision !== 'implicitDeny') return undefined
    const { asked, verdict, blame } = situation
    const both = asked.crossAccount && verdict.blockedBy.includes('identity') && verdict.blockedBy.includes('resource')
    const areGiven = hasGiven(situation, 'identity') && hasGiven(situation, 'resource')
    return both && areGiven && blame.effect !== 'explicit-deny' && !blame.unseen ? situation : undefined
  },
  explain: ({ asked }) => ({
    title: told('title', { action: asked.action }),
    explanation: told('explanation', { who: whoPhrase(asked) }),
  }),
  steps: (situation) => [
    {
      title: told('callersAccountAllows'),
      text: told('callersAccountAllowsText'),
      owner: 'account administrator',
    },
    {
      title: told('ownerResourceAllows'),
      text: told('ownerResourceAllowsText'),
      owner: ownerOf('resource', situation.asked),
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = told('note', { action: situation.asked.action, who: whoPhrase(situation.asked) })
    return [...allowIn(situation, { type: 'resource', note }), ...allowIn(situation, { type: 'identity', note })]
  },
})
