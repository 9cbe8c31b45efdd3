import { type TemplateHolder, templateHolder } from '../denial/index.ts'
import { readOf } from '../evaluate/index.ts'
import type { Caller } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Case } from './diagnosis.ts'
import type { Asked, StandingPolicy } from './situation.ts'
import { toolsIn } from './tools-in.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('of-other', {
  role: '“{{name}}” is the policy of a role that your template makes, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  user: '“{{name}}” is the policy of a user, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  group:
    '“{{name}}” is the policy of a group of users, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  stack:
    '“{{name}}” belongs to what CloudFormation makes from the template, not to {{caller}}, which makes it. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
})

/** The policies, those of others marked, and what there is to tell about these. */
export interface Apart {
  readonly policies: readonly StandingPolicy[]
  readonly notices: readonly Text[]
}

/**
 * Marks the identity-based policies that templates and programs give to another identity than the caller: the execution role that a deployment makes
 * isn't the deployer. A type that the reader chose wins.
 */
export function withoutOthers(policies: readonly StandingPolicy[], given: Case, asked: Asked | undefined): Apart {
  const notices: Text[] = []
  if (!asked || asked.standIns.has('principal')) return { policies, notices }
  const isDeployed = toolsIn(given.paste).size > 0
  const marked = policies.map((policy, index) => {
    const holder = policy.type === 'identity' ? templateHolder(given.policies[index]?.because) : undefined
    const why = holder && otherThan(asked, holder, () => isDeployed && !speaksOf(policy, asked.service))
    if (why === undefined) return policy
    notices.push(told(why, { name: policy.name, caller: whoPhrase(asked) }))
    return { ...policy, given: false, isOfOther: true }
  })
  return { policies: marked, notices }
}

/**
 * Why the holder of a policy isn't the caller; undefined where it can be. A role is never a user. CloudFormation doesn't work with a role that it makes:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
 */
function otherThan(
  { caller }: Asked,
  { is, isOfStack, name }: TemplateHolder,
  seemsDeployed: () => boolean,
): keyof typeof told.messages | undefined {
  const isRole = caller.kind === 'role' || caller.kind === 'role-session'
  if (is === 'role' && caller.kind === 'user') return 'role'
  if ((is === 'user' || is === 'group') && isRole) return is
  if (!isRole || isNamed(caller, name)) return undefined
  if (isOfStack && caller.session === 'AWSCloudFormation') return 'stack'
  return is === 'role' && name !== '' && seemsDeployed() ? 'role' : undefined
}

/** Can a role of this name in AWS be the one of that name in the template? Generated names hold it. */
function isNamed({ name }: Caller, inTemplate: string): boolean {
  const [role = '', label = ''] = [name, inTemplate].map((text) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
  // Every name holds a letter or two of another.
  if (Math.min(role.length, label.length) < 3) return role === label
  return role.includes(label) || label.includes(role)
}

/** Does it name the service of the denied call? Then it can be what the caller lacks an action in. */
const speaksOf = (policy: StandingPolicy, service: string): boolean =>
  readOf(policy).policy.statements.some(({ action }) =>
    action?.items.some(({ value }) => value.kind !== 'action' || value.service === service),
  )
