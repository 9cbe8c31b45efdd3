import { readOf } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { StandingPolicy } from './situation.ts'

/** Of these, an identity or a level of the organization has any number. A bucket or a boundary has one policy, which holds both. */
const several: ReadonlySet<PolicyType> = new Set(['identity', 'scp', 'rcp'])

/**
 * Is it a list of Denies next to which another policy does the allowing? An Allow doesn't belong in it: it's the organization's or the security team's, and others
 * have it, too.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function isDenyList(policy: StandingPolicy): boolean {
  if (!several.has(policy.type)) return false
  const { statements } = readOf(policy).policy
  return statements.length > 0 && statements.every(({ effect }) => effect?.value === 'Deny')
}
