import type { PolicyType } from '../../iam/index.ts'
import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { fetchStep } from '../fetch-step.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { typePhrase } from '../words.ts'

const told = messagesOf('message-contradicts-policies', {
  title: 'AWS blames {{type}} that was not given here',
  titleForOthers: 'AWS blames {{type}} that I don’t have',
  names: ', and names it: {{policyArn}}',
  explanation:
    'The message says that {{type}} denies it explicitly{{rest}}. None of those that you gave does. So it’s another policy, it has changed since, or these policies belong to another call.',
  explanationForOthers:
    'The message says that {{type}} denies it explicitly{{rest}}. None of those that I have does. So it’s another policy, it has changed since, or these policies belong to another call.',
  checkReallyCalled: 'Check who really called',
  checkReallyCalledText: 'The policies must belong to the caller that the message names, in the account that it names.',
})

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
      title: told('title', { type: typePhrase(type) }),
      explanation: told('explanation', { type: typePhrase(type), rest: policyArn ? told('names', { policyArn }) : '' }),
    }
  },
  steps: ({ situation, type }) => [
    fetchStep(situation, type),
    {
      title: told('checkReallyCalled'),
      text: told('checkReallyCalledText'),
      owner: 'caller',
      command: 'aws sts get-caller-identity',
    },
  ],
})
