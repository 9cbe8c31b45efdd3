import { canPolicyHelp } from '../../denial/index.ts'
import type { NonEmpty } from '../../text/index.ts'
import { capital, dataText, inTurn, messagesOf, type Told } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import type { NewStatement } from '../fixes/edit-policy.ts'
import { siblingStatement } from '../fixes/sibling-statement.ts'
import { functionJob } from '../function-role.ts'
import { nearest, nearPhrase } from '../near-miss.ts'
import { findRoleCommand } from '../role-commands.ts'
import { sentenceNote } from '../sentence-notes.ts'
import { sentenceSteps } from '../sentence-steps.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { nameOf, statementBelow } from '../words.ts'

const told = messagesOf('service-role', {
  roleNeedsTogether:
    'The role needs {{action}} {{job}}, together with {{also}}. AWS’s managed policy {{managedPolicy}} has them all.',
  moreActions: '{{count}} more actions',
  title: '{{role}} lacks {{action}}',
  explanation:
    'The service works with {{role}}, not with your permissions. So that role’s policies must allow {{action}}; changing your own doesn’t help. {{job}} {{near}}',
  explanationForOthers:
    'The service works with {{role}}, not with my permissions. So that role’s policies must allow {{action}}; changing my own doesn’t help. {{job}} {{near}}',
  resourceTitle: 'The resource’s policy doesn’t allow {{action}}',
  resourceExplanation:
    'The policy you gave lets callers in for other actions, and not for {{action}}. Unless a policy of {{role}} allows it, the resource’s policy must. {{near}}',
  resourceExplanationForOthers:
    'The policy that I have lets callers in for other actions, and not for {{action}}. Unless a policy of {{role}} allows it, the resource’s policy must. {{near}}',
  allowInResource: 'Allow it in the resource’s policy',
  allowInResourceText: 'Add {{addition}}. It lets in whom the policy lets in for the other actions.',
  orRole: 'Or allow it to {{role}}',
  orRoleText: 'Within one account, a policy of that role is enough, if the call is signed with the role’s credentials.',
  resourceNote: 'It allows {{action}} to those whom the policy lets in for other actions.',
  findRole: 'Find the role',
  findRoleText: 'It’s {{role}}. You can also see it in the service’s console, with the resource’s settings.',
  note: 'It allows what the message names. Attach it to {{role}}, not to your own user or role.',
  noteForOthers: 'It allows what the message names. It belongs to {{role}}, not to my own user or role.',
  attachRole: 'Attach {{managedPolicy}} to the role',
  attachRoleText: 'This AWS managed policy is made for the job. It allows these actions on all resources.',
  allow: 'Or allow',
  allowAlone: 'Allow',
  needed: '{{rest}} only what is needed',
  neededText: 'Add {{addition}} to a policy of {{role}}.',
})

interface Found {
  readonly situation: Evaluated
  /** "the function’s execution role" */
  readonly role: Told
  /** What the pasted policy of the resource lacks, where the sentence is about that policy and nothing was pasted for the role. */
  readonly lacking: NewStatement | undefined
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
    if (role === undefined || !isSilent) return undefined
    const isOfResource = sentence.change === 'resource' && !hasGiven(situation, 'identity')
    return { situation, role, lacking: isOfResource ? siblingStatement(situation) : undefined }
  },
  explain: ({ situation, role, lacking }) => {
    const { asked, denial } = situation
    if (lacking) {
      const near = nearPhrase(nearest(situation, 'resource'))
      return {
        title: told('resourceTitle', { action: asked.action }),
        explanation: told('resourceExplanation', { action: asked.action, role, near }),
        basis: 'experience',
      }
    }
    const need = functionJob(asked.action, denial)
    const job = need
      ? told('roleNeedsTogether', {
          action: asked.action,
          job: dataText(need.job),
          also: need.also.length === 1 ? (need.also[0] ?? '') : told('moreActions', { count: need.also.length }),
          managedPolicy: need.managedPolicy,
        })
      : ''
    return {
      title: told('title', { role: capital(role), action: asked.action }),
      explanation: inTurn([
        told('explanation', { role, action: asked.action, job, near: nearPhrase(nearest(situation, 'identity')) }),
        sentenceNote(situation.denial.sentence?.id),
      ]),
      basis: namesOperation(situation) ? 'message' : 'experience',
    }
  },
  steps: ({ situation, role, lacking }) => {
    if (lacking) return resourceSteps(role)
    const find: Step = {
      title: told('findRole'),
      text: told('findRoleText', { role }),
      owner: 'caller',
      command: findRoleCommand(role.id),
    }
    const own = sentenceSteps(situation.denial.sentence?.id)
    return [...(own ?? [find]), ...attachStep(situation), allowStep(situation, role)]
  },
  fixes: ({ situation, role, lacking }) => {
    if (lacking) {
      const own = told('resourceNote', { action: situation.asked.action })
      return allowIn(situation, { type: 'resource', note: own, statement: lacking })
    }
    const note = told('note', { role })
    return allowIn(situation, { type: 'identity', note, ifNew: note })
  },
})

/** Does the message itself name the operation? Elsewhere the sentence usually means this action. */
const namesOperation = ({ asked, given, denial }: Evaluated): boolean =>
  denial.sentence?.isOpen === false && given.paste.slice(0, 20_000).includes(nameOf(asked.action))

function attachStep({ asked, denial }: Evaluated): readonly Step[] {
  const need = functionJob(asked.action, denial)
  if (!need) return []
  return [
    {
      title: told('attachRole', { managedPolicy: need.managedPolicy }),
      text: told('attachRoleText'),
      owner: 'account administrator',
      command: `aws iam attach-role-policy --role-name <ROLE_NAME> --policy-arn arn:${asked.caller.partition}:iam::aws:policy/${need.managedPath ?? 'service-role/'}${need.managedPolicy}`,
    },
  ]
}

const resourceSteps = (role: Told): NonEmpty<Step> => [
  {
    title: told('allowInResource'),
    text: told('allowInResourceText', { addition: statementBelow }),
    owner: 'resource owner',
  },
  { title: told('orRole', { role }), text: told('orRoleText'), owner: 'account administrator' },
]

const allowStep = ({ asked, denial }: Evaluated, role: Told): Step => ({
  title: told('needed', { rest: functionJob(asked.action, denial) ? told('allow') : told('allowAlone') }),
  text: told('neededText', { role, addition: statementBelow }),
  owner: 'account administrator',
})
