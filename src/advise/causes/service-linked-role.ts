import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { nearest, nearPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { unnamedService } from '../stand-in.ts'
import { whoPhrase } from '../words.ts'

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
    title: 'The permission to create the service’s own role is missing',
    explanation: `The first time someone uses ${serviceOf(situation) ?? 'this service'} in an account, AWS creates a service-linked role for it, with the permission of ${whoPhrase(situation.asked)}. That’s iam:CreateServiceLinkedRole, in addition to the permission for the call itself.${nearPhrase(nearest(situation, 'identity'))}`,
  }),
  steps: (situation) => [
    {
      title: 'Have the role created once',
      text: 'Any administrator can create it, with this command or by using the service once in the console. After that no one needs this permission: the role is there for the whole account.',
      owner: 'account administrator',
      command: `aws iam create-service-linked-role --aws-service-name ${serviceOf(situation) ?? unnamedService}`,
    },
    {
      title: 'Or allow it for this one service',
      text: 'The statement below allows creating the role of this service and of no other.',
      owner: 'account administrator',
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = 'It allows creating this one service’s own role.'
    return allowIn(situation, { type: 'identity', note, ifNew: `${note} Attach it to ${whoPhrase(situation.asked)}.` })
  },
})

/** The service whose role it is, ready for a shell; undefined where nothing names it. */
function serviceOf({ asked }: Evaluated): string | undefined {
  const name = /:role\/aws-service-role\/([a-z][\w.-]{1,80})\//.exec(asked.request.resource)?.[1]
  return name === unnamedService ? undefined : name
}
