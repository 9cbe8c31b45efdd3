// Cases about keys whose presence is certain.
import { type Case, guide } from './rule.ts'
import { allow, here, identity, object, policy, when } from './scenario.ts'

export const keysPage = guide('reference_policies_condition-keys')
type Part = Readonly<Record<string, unknown>>

/** Nothing but the caller (and what is said here) is known of a request for an object; an identity-based policy allows it under a condition. */
export const under = (title: string, condition: Part, decision: Case[2], more: Part = {}): Case => [
  title,
  {
    action: 's3:PutObject',
    on: object,
    owner: here,
    partial: true,
    policies: [identity(allow('*', condition))],
    ...more,
  },
  decision,
]
export const given = (key: string): Part => when('StringLike', key, '*')

/** A resource-based policy allows everyone under a condition on the key. */
export const fromCaller = (title: string, as: string, condition: Part, decision: Case[2]): Case =>
  under(title, {}, decision, { as, policies: [policy('resource', allow('*', { Principal: '*', ...condition }))] })
export const service = 'cloudtrail.amazonaws.com'
