import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep, unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { comesWithToken } from '../fixes/allow-statement.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { type Evaluated, hasGiven } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'

/** The role's trust policy does not let this caller in. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export const trustDoesNotNameCaller = defineCause<Silent>({
  id: 'trust-does-not-name-caller',
  article: 'policies/trust',
  applies: (situation) => silentLayer(situation, 'trust'),
  explain: ({ situation }) => ({
    title: `The role’s trust policy does not let ${whoPhrase(situation.asked)} in`,
    explanation: `Only whom the trust policy of a role names can assume it. It does not allow ${situation.asked.action} to ${whoPhrase(situation.asked)}; the role’s permissions play no part in this.${nearPhrase(nearest(situation, 'trust'))}`,
  }),
  steps: ({ situation }) => [
    comesWithToken(situation.asked) ? tokenStep(situation) : (meetCondition(situation, 'trust') ?? nameStep(situation)),
    ...(situation.asked.crossAccount ? [otherSideStep(situation)] : []),
    ...trustSteps(situation),
  ],
  fixes: ({ situation }) => {
    const note = 'Only this one caller is let in. What it may do afterwards is up to the role’s own policies.'
    const ifNew = `${note} A role always has a trust policy: add this statement to it and keep the others.`
    return allowIn(situation, { type: 'trust', note, ifNew })
  },
})

/** The one document that decides, where it was not given. */
const trustSteps = (situation: Evaluated): readonly Step[] => {
  const unseen = unseenSteps(situation)
  return unseen.length === 0 && !hasGiven(situation, 'trust') ? [fetchStep(situation, 'trust')] : unseen
}

const tokenStep = ({ asked }: Evaluated): Step => ({
  title: 'Compare the token with the conditions of the trust policy',
  text: 'The provider must be the Principal, and the aud and sub of the token must fit the conditions letter by letter; a “*” in a value needs StringLike. A statement without such conditions would let all users of the provider in, so none is offered here.',
  owner: ownerOf('trust', asked),
})

const nameStep = ({ asked }: Evaluated): Step => ({
  title: `Name ${whoPhrase(asked)} in the trust policy`,
  text: 'Whoever administers the role adds the statement below under Trust relationships. A role that assumes itself must be named there too.',
  owner: ownerOf('trust', asked),
})

const otherSideStep = ({ asked }: Evaluated): Step => ({
  title: 'Allow it on the caller’s side as well',
  text: `From another account the caller also needs ${asked.action} on the role’s ARN in its own policies.`,
  owner: 'account administrator',
})
