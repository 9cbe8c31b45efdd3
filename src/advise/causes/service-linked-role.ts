import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { whoPhrase } from '../words.ts'

/** A service makes its own role at first use, with the caller's permission. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export const serviceLinkedRole = defineCause<Evaluated>({
  id: 'service-linked-role',
  article: 'roles/service-linked-roles',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.asked.action !== 'iam:CreateServiceLinkedRole') return undefined
    const { effect, policyType } = situation.blame
    return effect !== 'explicit-deny' && (policyType === 'identity' || policyType === undefined) ? situation : undefined
  },
  explain: ({ asked }) => ({
    title: 'Missing: the permission to create the service’s own role',
    explanation: `The first time that somebody uses this service in the account, AWS creates a service-linked role for it, with the permission of ${whoPhrase(asked)}. That is iam:CreateServiceLinkedRole, beside the permission for the call itself.`,
  }),
  steps: (situation) => [
    {
      title: 'Have the role created once',
      text: 'Any administrator can create it, in the console by using the service once. Afterwards nobody needs this permission any more: the role is there for the whole account.',
      owner: 'account administrator',
      command: `aws iam create-service-linked-role --aws-service-name ${serviceOf(situation)}`,
    },
    {
      title: 'Or allow it for this one service',
      text: 'The statement below names the one role. A condition on iam:AWSServiceName says the same.',
      owner: 'account administrator',
    },
    ...unseenSteps(situation),
  ],
  fixes: (situation) => {
    const note = 'It allows creating this one service-linked role.'
    return allowIn(situation, { type: 'identity', note, ifNew: `${note} Attach it to ${whoPhrase(situation.asked)}.` })
  },
})

/** The role's path names the service: "role/aws-service-role/elasticloadbalancing.amazonaws.com/…". */
const serviceOf = ({ asked }: Evaluated): string =>
  /:role\/aws-service-role\/([a-z0-9.-]{1,100}\.amazonaws\.com(?:\.cn)?)\//.exec(asked.request.resource)?.[1] ??
  'SERVICE.amazonaws.com'
