import { canPolicyHelp } from '../../denial/index.ts'
import { functionRoleNeed } from '../../reference/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { nearest, nearPhrase } from '../near-miss.ts'
import { findRoleCommand } from '../role-commands.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { capital, nameOf } from '../words.ts'

interface Found {
  readonly situation: Evaluated
  /** "the function’s execution role" */
  readonly role: string
}

/**
 * A service worked with a role of the reader’s, and the role lacks a permission: the service says so in a sentence of its own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
 */
export const serviceRole = defineCause<Found>({
  id: 'service-role',
  article: 'roles/service-roles',
  applies: (situation) => {
    const { sentence } = situation.denial
    if (!isEvaluated(situation) || !sentence || !canPolicyHelp(sentence)) return undefined
    const { callerInWords: role } = situation.asked
    const isSilent = situation.verdict.decision === 'implicitDeny' && situation.blame.effect !== 'explicit-deny'
    return role !== undefined && isSilent ? { situation, role } : undefined
  },
  explain: ({ situation, role }) => {
    const { asked } = situation
    const need = functionRoleNeed(asked.action)
    const job = need
      ? ` The role needs ${asked.action} ${need.job}, together with ${need.also.length} more actions. AWS’s managed policy ${need.managedPolicy} has them all.`
      : ''
    return {
      title: `${capital(role)} lacks ${asked.action}`,
      explanation: `The service works with ${role}, not with your permissions. So that role’s policies must allow ${asked.action}; changing your own doesn’t help.${job}${nearPhrase(nearest(situation, 'identity'))}`,
      basis: namesOperation(situation) ? 'message' : 'experience',
    }
  },
  steps: ({ situation, role }) => {
    const find: Step = {
      title: 'Find the role',
      text: `It’s ${role}. You can also see it in the service’s console, with the resource’s settings.`,
      owner: 'caller',
      command: findRoleCommand(role),
    }
    return [find, ...attachStep(situation), allowStep(situation, role)]
  },
  fixes: ({ situation, role }) => {
    const note = `It allows what the message names. Attach it to ${role}, not to your own user or role.`
    return allowIn(situation, { type: 'identity', note, ifNew: note })
  },
})

/** Does the message itself name the operation? Elsewhere the sentence usually means this action. */
const namesOperation = ({ asked, given, denial }: Evaluated): boolean =>
  denial.sentence?.isOpen === false && given.paste.slice(0, 20_000).includes(nameOf(asked.action))

function attachStep({ asked }: Evaluated): readonly Step[] {
  const need = functionRoleNeed(asked.action)
  if (!need) return []
  return [
    {
      title: `Attach ${need.managedPolicy} to the role`,
      text: 'This AWS managed policy is made for the job. It allows these actions on all resources.',
      owner: 'account administrator',
      command: `aws iam attach-role-policy --role-name ROLE-NAME --policy-arn arn:${asked.caller.partition}:iam::aws:policy/service-role/${need.managedPolicy}`,
    },
  ]
}

const allowStep = ({ asked }: Evaluated, role: string): Step => ({
  title: `${functionRoleNeed(asked.action) ? 'Or allow' : 'Allow'} only what is needed`,
  text: `Add the statement below to a policy of ${role}.`,
  owner: 'account administrator',
})
