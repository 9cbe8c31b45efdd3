import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep, unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { conditionSteps, meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { type Evaluated, hasGiven } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'

/** A key’s own key policy decides first. https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
export const kmsKeyPolicy = defineCause<Silent>({
  id: 'kms-key-policy',
  article: 'policies/kms-key',
  applies: (situation) => (situation.asked?.service === 'kms' ? silentLayer(situation, 'resource') : undefined),
  explain: ({ situation }) => (isShown(situation) ? shownPolicy(situation) : unseenPolicy(situation)),
  steps: ({ situation }) => {
    const [first = nameStep(situation), ...more] = [
      ...conditionSteps(situation, 'resource'),
      meetCondition(situation, 'resource') ?? nameStep(situation),
      ...(isShown(situation) ? unseenSteps(situation) : [fetchStep(situation, 'resource')]),
    ]
    return [first, ...more]
  },
  fixes: ({ situation }) => {
    const note = 'In a key policy, “*” means only this key. It allows only this action, only to this caller.'
    const ifNew = `${note} A key always has a policy: add this statement to it and keep the others.`
    return allowIn(situation, { type: 'resource', note, ifNew })
  },
})

const nameStep = ({ asked }: Evaluated): Step => ({
  title: `Name ${whoPhrase(asked)} in the key policy`,
  text: 'The key’s administrator adds the statement below. Often another service, such as S3 or SQS, makes the call for you. You still need access to the key then.',
  owner: ownerOf('resource', asked),
})

/** Pasted, or named by AWS as the policy that denied the call. */
const isShown = (situation: Evaluated): boolean =>
  hasGiven(situation, 'resource') || situation.stated.policyType === 'resource'

/** AWS blames the key policy, and the one that was pasted doesn’t stop the call as far as is known. */
const otherPolicy = ({ asked }: Evaluated): Explanation => ({
  title: `The key policy does not allow ${asked.action}`,
  explanation: `AWS says so. The key policy that you gave doesn’t stop the call, unless one of its conditions isn’t met: it may be that of another key, or an older one.`,
})

const shownPolicy = (situation: Evaluated): Explanation =>
  situation.blame.unseen && hasGiven(situation, 'resource')
    ? otherPolicy(situation)
    : {
        title: `The key policy does not allow ${situation.asked.action}`,
        explanation: `Access to a KMS key depends on its key policy. Policies of users and roles have an effect only if the key policy delegates to their account. This one allows ${situation.asked.action} neither to ${whoPhrase(situation.asked)} nor to the account.${nearPhrase(nearest(situation, 'resource'))}`,
      }

/** The policy wasn’t pasted, so the answer claims nothing about its contents. */
function unseenPolicy({ asked }: Evaluated): Explanation {
  const who = whoPhrase(asked)
  if (asked.caller.kind === 'service')
    return {
      title: `The key policy probably doesn’t let ${who} use the key`,
      explanation: `A service has no policies of its own, so only the key policy can allow ${asked.action} to it, and none was given. The keys that AWS manages (aws/sqs, aws/sns) never let other services in: use a customer managed key.`,
      basis: 'experience',
    }
  return {
    title: `AWS denied ${asked.action}: either the key policy or the caller’s own policies`,
    explanation: `Access to a KMS key depends on its key policy, and none was given. Either it allows ${asked.action} neither to ${who} nor to the account, or it delegates to the account, and the policies of ${who} don’t allow it.`,
  }
}
