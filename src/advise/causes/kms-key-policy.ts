import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { ownerOf, whoPhrase } from '../words.ts'

/** A key obeys its key policy first. https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
export const kmsKeyPolicy = defineCause<Silent>({
  id: 'kms-key-policy',
  article: 'policies/kms-key',
  applies: (situation) => (situation.asked?.service === 'kms' ? silentLayer(situation, 'resource') : undefined),
  explain: ({ situation }) => ({
    title: `The key policy does not allow ${situation.asked.action}`,
    explanation: `For a KMS key its own key policy decides. Policies of users and roles count only if the key policy hands the decision to their account. This one allows ${situation.asked.action} neither to ${whoPhrase(situation.asked)} nor to the account.${nearPhrase(nearest(situation, 'resource'))}`,
  }),
  steps: ({ situation }) => [
    meetCondition(situation, 'resource') ?? {
      title: `Name ${whoPhrase(situation.asked)} in the key policy`,
      text: 'Whoever administers the key adds the statement below. Often the call was made for you by another service, such as S3 or SQS: then it is still you who needs the key.',
      owner: ownerOf('resource', situation.asked),
    },
    ...unseenSteps(situation),
  ],
  fixes: ({ situation }) => {
    const note = 'In a key policy “*” means this key alone. Only this caller gets only this action.'
    const ifNew = `${note} A key always has a policy: add this statement to it and keep the others.`
    return allowIn(situation, { type: 'resource', note, ifNew })
  },
})
