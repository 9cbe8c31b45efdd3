import { defineCause, type Explanation } from '../cause.ts'
import { fetchStep, unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { type Evaluated, hasGiven } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'

/** A key obeys its key policy first. https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
export const kmsKeyPolicy = defineCause<Silent>({
  id: 'kms-key-policy',
  article: 'policies/kms-key',
  applies: (situation) => (situation.asked?.service === 'kms' ? silentLayer(situation, 'resource') : undefined),
  explain: ({ situation }) => (isShown(situation) ? shownPolicy(situation) : unseenPolicy(situation)),
  steps: ({ situation }) => [
    meetCondition(situation, 'resource') ?? {
      title: `Name ${whoPhrase(situation.asked)} in the key policy`,
      text: 'Whoever administers the key adds the statement below. Often the call was made for you by another service, such as S3 or SQS: then it is still you who needs the key.',
      owner: ownerOf('resource', situation.asked),
    },
    ...(isShown(situation) ? unseenSteps(situation) : [fetchStep(situation, 'resource')]),
  ],
  fixes: ({ situation }) => {
    const note = 'In a key policy “*” means this key alone. Only this caller gets only this action.'
    const ifNew = `${note} A key always has a policy: add this statement to it and keep the others.`
    return allowIn(situation, { type: 'resource', note, ifNew })
  },
})

/** Pasted, or named by AWS as what denied the call. */
const isShown = (situation: Evaluated): boolean =>
  hasGiven(situation, 'resource') || situation.stated.policyType === 'resource'

const shownPolicy = (situation: Evaluated): Explanation => ({
  title: `The key policy does not allow ${situation.asked.action}`,
  explanation: `For a KMS key its own key policy decides. Policies of users and roles count only if the key policy hands the decision to their account. This one allows ${situation.asked.action} neither to ${whoPhrase(situation.asked)} nor to the account.${nearPhrase(nearest(situation, 'resource'))}`,
})

/** Nobody pasted it, so nothing is claimed about what it holds. */
function unseenPolicy({ asked }: Evaluated): Explanation {
  const who = whoPhrase(asked)
  return {
    title: `AWS denied ${asked.action}: either the key policy or the caller’s own policies`,
    explanation: `For a KMS key its own key policy decides, and none was given. Either it allows ${asked.action} neither to ${who} nor to the account, or it leaves the decision to the account, and the policies of ${who} don’t allow it.`,
  }
}
