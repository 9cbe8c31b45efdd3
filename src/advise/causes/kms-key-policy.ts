import { defineCause, type Explanation } from '../cause.ts'
import { fetchStep, unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { type Evaluated, hasGiven } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'

/** A key’s own key policy decides first. https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
export const kmsKeyPolicy = defineCause<Silent>({
  id: 'kms-key-policy',
  article: 'policies/kms-key',
  applies: (situation) => (situation.asked?.service === 'kms' ? silentLayer(situation, 'resource') : undefined),
  explain: ({ situation }) => (isShown(situation) ? shownPolicy(situation) : unseenPolicy(situation)),
  steps: ({ situation }) => [
    meetCondition(situation, 'resource') ?? {
      title: `Name ${whoPhrase(situation.asked)} in the key policy`,
      text: 'The key’s administrator adds the statement below. Often another service, such as S3 or SQS, makes the call for you. You still need access to the key then.',
      owner: ownerOf('resource', situation.asked),
    },
    ...(isShown(situation) ? unseenSteps(situation) : [fetchStep(situation, 'resource')]),
  ],
  fixes: ({ situation }) => {
    const note = 'In a key policy, “*” means only this key. It allows only this action, only to this caller.'
    const ifNew = `${note} A key always has a policy: add this statement to it and keep the others.`
    return allowIn(situation, { type: 'resource', note, ifNew })
  },
})

/** Pasted, or named by AWS as the policy that denied the call. */
const isShown = (situation: Evaluated): boolean =>
  hasGiven(situation, 'resource') || situation.stated.policyType === 'resource'

const shownPolicy = (situation: Evaluated): Explanation => ({
  title: `The key policy does not allow ${situation.asked.action}`,
  explanation: `Access to a KMS key depends on its key policy. Policies of users and roles have an effect only if the key policy delegates to their account. This one allows ${situation.asked.action} neither to ${whoPhrase(situation.asked)} nor to the account.${nearPhrase(nearest(situation, 'resource'))}`,
})

/** The policy wasn’t pasted, so the answer claims nothing about its contents. */
function unseenPolicy({ asked }: Evaluated): Explanation {
  const who = whoPhrase(asked)
  return {
    title: `AWS denied ${asked.action}: either the key policy or the caller’s own policies`,
    explanation: `Access to a KMS key depends on its key policy, and none was given. Either it allows ${asked.action} neither to ${who} nor to the account, or it delegates to the account, and the policies of ${who} don’t allow it.`,
  }
}
