import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { permissionSetOf } from '../identity-center.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { statementBelow } from '../words.ts'

const told = messagesOf('permission-set', {
  title: 'The permission set {{name}} does not allow {{action}}',
  explanation:
    'You signed in through IAM Identity Center. Its permission set {{name}} decides what you can do in this account, and {{action}} is not in it. {{near}} IAM Identity Center creates the role in the message from the permission set, so you can’t change the role itself.',
  explanationForOthers:
    'I signed in through IAM Identity Center. Its permission set {{name}} decides what I can do in this account, and {{action}} is not in it. {{near}}',
  allowPermissionSet: 'Allow {{action}} in the permission set',
  allowPermissionSetText:
    'An IAM Identity Center administrator adds {{addition}} to the inline policy of the permission set, and provisions it to the account again. It then applies to everyone who has this permission set in that account.',
  signAnotherPermission: 'Or sign in with another permission set',
  signAnotherPermissionText: 'The access portal lists those that you have for this account.',
  note: 'It allows {{action}} to everyone with this permission set.',
  ifNew: '{{note}} Put it into the permission set’s inline policy: the role itself cannot be changed.',
})

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
    title: told('title', { name: nameOf(situation) ?? '', action: situation.asked.action }),
    explanation: told('explanation', {
      name: nameOf(situation) ?? '',
      action: situation.asked.action,
      near: nearPhrase(nearest(situation, 'identity')),
    }),
  }),
  steps: (situation) => [
    meetCondition(situation, 'identity') ?? {
      title: told('allowPermissionSet', { action: situation.asked.action }),
      text: told('allowPermissionSetText', { addition: statementBelow }),
      owner: 'organization administrator',
    },
    {
      title: told('signAnotherPermission'),
      text: told('signAnotherPermissionText'),
      owner: 'caller',
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = told('note', { action: situation.asked.action })
    return allowIn(situation, {
      type: 'identity',
      note,
      ifNew: told('ifNew', { note }),
    })
  },
})

const nameOf = ({ asked }: Evaluated): string | undefined => permissionSetOf(asked.caller)
