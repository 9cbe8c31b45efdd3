import type { Reach } from '../denial/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { StandingPolicy } from './situation.ts'
import { listed } from './words.ts'

const told = messagesOf('reach', {
  ofUser: 'Only the user {{name}} has this policy.',
  ofRole: 'Only the role {{name}} has this policy.',
  role: '{{count}} role',
  roles: '{{count}} roles',
  group: '{{count}} group',
  groups: '{{count}} groups',
  user: '{{count}} user',
  users: '{{count}} users',
  policyGroupChange: 'It’s a policy of the group {{name}}: the change applies to {{users}} in it.',
  managedPolicyChange: 'It’s a managed policy: the change applies to everyone it’s attached to.',
  countingGroupsMembers: ', counting the groups’ members',
  managedPolicyChangeApplies: 'It’s a managed policy: the change applies to {{holders}}{{all}}.',
})

/**
 * How far a change of this policy reaches, for sorting: 0 the caller alone, 1 a managed policy that only the caller has, 2 others too. A policy of
 * which nothing is told counts as the caller's own.
 */
export function widthOf({ reach }: Pick<StandingPolicy, 'reach'>): 0 | 1 | 2 {
  if (!reach || reach.place === 'user' || reach.place === 'role') return 0
  return reach.place === 'managed' && reach.groups === 0 && reach.users + reach.roles < 2 ? 1 : 2
}

/** Whom a change affects, as a sentence: "It’s a policy of the group dev: the change applies to its 14 users." Empty where nothing tells. */
export function reachSentence(reach: Reach | undefined): Text {
  if (!reach) return ''
  switch (reach.place) {
    case 'user':
      return told('ofUser', { name: reach.name })
    case 'role':
      return told('ofRole', { name: reach.name })
    case 'group':
      return told('policyGroupChange', { name: reach.name, users: counted(reach.users, 'user') })
    case 'managed':
      return managed(reach)
  }
}

function managed({ users, roles, groups }: Reach): Text {
  const holders = [
    ...(roles > 0 ? [counted(roles, 'role')] : []),
    ...(groups > 0 ? [counted(groups, 'group')] : []),
    ...(users > 0 ? [counted(users, 'user')] : []),
  ]
  if (holders.length === 0) return told('managedPolicyChange')
  const all = groups > 0 && users > 0 ? told('countingGroupsMembers') : ''
  return told('managedPolicyChangeApplies', { holders: listed(holders), all })
}

const counted = (count: number, noun: 'role' | 'group' | 'user'): Text =>
  told(count === 1 ? noun : `${noun}s`, { count })
