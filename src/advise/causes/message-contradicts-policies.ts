import type { PolicyType } from '../../iam/index.ts'
import { defineCause } from '../cause.ts'
import { fetchStep } from '../fetch-step.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { typePhrase } from '../words.ts'

interface Found {
  readonly situation: Evaluated
  readonly type: PolicyType
}

/** AWS blames a Deny in a kind of policy that was given, and none of those denies: one is missing, or they are not as they were. */
export const messageContradictsPolicies = defineCause<Found>({
  id: 'message-contradicts-policies',
  article: 'credentials/another-user',
  applies: (situation) => {
    const { effect, policyType: type } = situation.stated
    if (!isEvaluated(situation) || effect !== 'explicit-deny' || !type || !situation.blame.unseen) return undefined
    return hasGiven(situation, type) ? { situation, type } : undefined
  },
  explain: ({ situation, type }) => {
    const { policyArn } = situation.stated
    return {
      title: `AWS blames ${typePhrase(type)} that was not given here`,
      explanation: `The message says that ${typePhrase(type)} denies it explicitly${policyArn ? `, and names it: ${policyArn}` : ''}. None of those that you gave does. So it is another one, or it was changed since, or the call was another one than these policies are about.`,
    }
  },
  steps: ({ situation, type }) => [
    fetchStep(situation, type),
    {
      title: 'Check who really called',
      text: 'The policies must belong to the caller that the message names, in the account that it names.',
      owner: 'caller',
      command: 'aws sts get-caller-identity',
    },
  ],
})
