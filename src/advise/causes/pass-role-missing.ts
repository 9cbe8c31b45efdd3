import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { keptRoleSteps } from '../cdk-steps.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { keptCondition } from '../fixes/kept-condition.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('pass-role-missing', {
  title: 'The permission to pass the role to a service is missing',
  explanation:
    'The call passes a role to an AWS service, so that the service can act with it. For that, {{who}} needs iam:PassRole on this role, in addition to the permission for the call itself. No API operation is named PassRole: AWS checks this permission as part of other calls. {{near}}',
  replaceArnRole:
    'Replace {{resource}} with the ARN of the role to pass. The statement then allows passing this role and no other.',
  allowsPassingRole: 'It allows passing this role and no other.',
  ifNew: '{{note}} Attach it to {{who}}.',
  findOutRole: 'Find out which role it is',
  findOutRoleText:
    'The message does not name the role. It is the one that you chose in the console or named in the call, or the service’s default role.',
  allowPassingOne: 'Allow passing this one role',
  allowPassingOneText:
    'An administrator adds {{addition}}. Never allow iam:PassRole on “*”: someone who can pass any role can use the most powerful one in the account.',
  limitServiceKnow: 'Limit it to the service, if you know which',
  limitServiceKnowText:
    'Add the condition StringEquals iam:PassedToService with the service’s name, such as budgets.amazonaws.com or ec2.amazonaws.com. The role’s trust policy must trust the same service.',
})

/** Passing a role to a service needs a separate permission. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleMissing = defineCause<Evaluated>({
  id: 'pass-role-missing',
  article: 'roles/pass-role',
  applies: (situation) => {
    const { effect, policyType } = situation.blame
    const isOwn = policyType === 'identity' || policyType === undefined
    const isPassRole = isEvaluated(situation) && situation.asked.action === 'iam:PassRole'
    return isPassRole && effect !== 'explicit-deny' && isOwn ? situation : undefined
  },
  explain: (situation) => ({
    title: told('title'),
    explanation: told('explanation', {
      who: whoPhrase(situation.asked),
      near: nearPhrase(nearest(situation, 'identity')),
    }),
  }),
  steps: (situation) => {
    const { standIns, request } = situation.asked
    const first = meetCondition(situation, 'identity') ?? allowRole
    const keys = [...Object.keys(request.context ?? {}), ...(keptCondition(situation, 'identity')?.keys ?? [])]
    const isLimited = keys.some((key) => key.toLowerCase() === 'iam:passedtoservice')
    const last = [...(isLimited ? [] : [limitService]), ...keptRoleSteps(situation)]
    return standIns.has('resource') ? [findRole, first, ...last] : [first, ...last]
  },
  fixes: (situation) => {
    const { asked } = situation
    const note = asked.standIns.has('resource')
      ? told('replaceArnRole', { resource: asked.request.resource })
      : told('allowsPassingRole')
    return allowIn(situation, { type: 'identity', note, ifNew: told('ifNew', { note, who: whoPhrase(asked) }) })
  },
})

const findRole: Step = {
  title: told('findOutRole'),
  text: told('findOutRoleText'),
  owner: 'caller',
}

const allowRole: Step = {
  title: told('allowPassingOne'),
  text: told('allowPassingOneText', { addition: statementBelow }),
  owner: 'account administrator',
}

const limitService: Step = {
  title: told('limitServiceKnow'),
  text: told('limitServiceKnowText'),
  owner: 'account administrator',
}
