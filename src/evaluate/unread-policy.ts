import { namesPrincipals, type PolicyType } from '../iam/index.ts'

/**
 * Stands in for a policy that can't be read: it allows and denies everything, each under a condition that no one can check. So an unread policy
 * never counts as an implicit deny, and no answer is certain without it.
 * @param what the condition key, as people see it: "what Finance says". A key without a colon is a symbol.
 */
export function unreadPolicy(what: string, type: PolicyType): object {
  const key = what.replaceAll(':', ' ')
  const statement = (effect: 'Allow' | 'Deny'): object => ({
    Effect: effect,
    ...(namesPrincipals.has(type) ? { Principal: '*' } : {}),
    Action: '*',
    ...(type === 'trust' ? {} : { Resource: '*' }),
    Condition: { StringEquals: { [key]: effect === 'Allow' ? 'allows this' : 'denies this' } },
  })
  return { Version: '2012-10-17', Statement: [statement('Allow'), statement('Deny')] }
}
