import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { permissionSetOf } from '../identity-center.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'

/** The role belongs to Identity Center, so the change belongs in its permission set. https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html */
export const permissionSet = defineCause<Evaluated>({
  id: 'permission-set',
  article: 'roles/identity-center',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    const { policyType } = situation.blame
    const isOwn = policyType === 'identity' || policyType === undefined
    return isOwn && nameOf(situation) !== undefined ? situation : undefined
  },
  explain: (situation) => ({
    title: `The permission set ${nameOf(situation)} does not allow ${situation.asked.action}`,
    explanation: `You signed in through IAM Identity Center. Its permission set ${nameOf(situation)} decides what you may do in this account, and ${situation.asked.action} is not in it.${nearPhrase(nearest(situation, 'identity'))} IAM Identity Center creates the role in the message from the permission set, so you can’t change the role itself.`,
  }),
  steps: (situation) => [
    meetCondition(situation, 'identity') ?? {
      title: `Allow ${situation.asked.action} in the permission set`,
      text: 'An IAM Identity Center administrator adds the statement below to the inline policy of the permission set, and provisions it to the account again. It then applies to everyone who has this permission set in that account.',
      owner: 'organization administrator',
    },
    {
      title: 'Or sign in with another permission set',
      text: 'The access portal lists those that you have for this account.',
      owner: 'caller',
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = `It allows ${situation.asked.action} to everyone with this permission set.`
    return allowIn(situation, {
      type: 'identity',
      note,
      ifNew: `${note} Put it into the permission set’s inline policy: the role itself cannot be changed.`,
    })
  },
})

const nameOf = ({ asked }: Evaluated): string | undefined => permissionSetOf(asked.caller)
