import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'

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
    title: `Neither account allows ${asked.action}`,
    explanation: `The caller and the resource belong to different accounts, so both must allow it: the policies of ${whoPhrase(asked)} and the resource’s policy. Neither does. AWS names only one of them at a time.`,
  }),
  steps: (situation) => [
    {
      title: 'The caller’s account allows it',
      text: 'An administrator there adds the statement to an identity-based policy.',
      owner: 'account administrator',
    },
    {
      title: 'The owner of the resource allows it too',
      text: 'Someone in the account that owns the resource adds the statement to the resource’s policy. No one in the caller’s account can do that.',
      owner: ownerOf('resource', situation.asked),
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = `It allows only ${situation.asked.action}, only to ${whoPhrase(situation.asked)}, on this resource.`
    return [...allowIn(situation, { type: 'resource', note }), ...allowIn(situation, { type: 'identity', note })]
  },
})
