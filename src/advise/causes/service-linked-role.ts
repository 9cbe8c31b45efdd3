import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { nearest, nearPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { unnamedService } from '../stand-in.ts'
import { whoPhrase } from '../words.ts'

const told = messagesOf('service-linked-role', {
  title: 'The permission to create the service’s own role is missing',
  service: 'this service',
  explanation:
    'The first time someone uses {{service}} in an account, AWS creates a service-linked role for it, with the permission of {{who}}. That’s iam:CreateServiceLinkedRole, in addition to the permission for the call itself. {{near}}',
  roleCreatedOnce: 'Have the role created once',
  roleCreatedOnceText:
    'Any administrator can create it, with this command or by using the service once in the console. After that no one needs this permission: the role is there for the whole account.',
  allowOneService: 'Or allow it for this one service',
  allowOneServiceText: 'The statement below allows creating the role of this service and of no other.',
  note: 'It allows creating this one service’s own role.',
  ifNew: '{{note}} Attach it to {{who}}.',
})

/** A service makes its own role at first use, with the caller's permission. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export const serviceLinkedRole = defineCause<Evaluated>({
  id: 'service-linked-role',
  article: 'roles/service-linked-roles',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.asked.action !== 'iam:CreateServiceLinkedRole') return undefined
    if (situation.verdict.decision !== 'implicitDeny') return undefined
    const { effect, policyType } = situation.blame
    return effect !== 'explicit-deny' && (policyType === 'identity' || policyType === undefined) ? situation : undefined
  },
  explain: (situation) => ({
    title: told('title'),
    explanation: told('explanation', {
      service: serviceOf(situation) ?? told('service'),
      who: whoPhrase(situation.asked),
      near: nearPhrase(nearest(situation, 'identity')),
    }),
  }),
  steps: (situation) => [
    {
      title: told('roleCreatedOnce'),
      text: told('roleCreatedOnceText'),
      owner: 'account administrator',
      isUsual: true,
      command: `aws iam create-service-linked-role --aws-service-name ${serviceOf(situation) ?? unnamedService}`,
    },
    {
      title: told('allowOneService'),
      text: told('allowOneServiceText'),
      owner: 'account administrator',
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = told('note')
    return allowIn(situation, {
      type: 'identity',
      note,
      ifNew: told('ifNew', { note, who: whoPhrase(situation.asked) }),
    })
  },
})

/** The service whose role it is, ready for a shell; undefined where nothing names it. */
function serviceOf({ asked }: Evaluated): string | undefined {
  const name = /:role\/aws-service-role\/([a-z][\w.-]{1,80})\//.exec(asked.request.resource)?.[1]
  return name === unnamedService ? undefined : name
}
