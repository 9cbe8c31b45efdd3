import type { PolicyInput } from '../evaluate/index.ts'
import type { Account } from './read-account.ts'

/** The identity-based policies of one user or role, as account details have them. */
export interface AttachedPolicies {
  readonly policies: readonly PolicyInput[]
  /** Policies and groups that the details name and don't contain. */
  readonly missing: readonly string[]
}

/** The policies that are attached to a user or role, its own and those of its groups; undefined if the account doesn't have it. */
export function attachedPolicies({ principals }: Account, arn: string): AttachedPolicies | undefined {
  const principal = principals.find((each) => each.arn === arn)
  if (!principal) return undefined
  const policies = principal.attachments.map(
    ({ policy: { name, document } }): PolicyInput => ({ type: 'identity', name, document }),
  )
  return { policies, missing: principal.missing }
}
