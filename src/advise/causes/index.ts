// Every cause, in the order in which they are asked: the first one that applies is the answer.
import type { AppliedCause, Cause } from '../cause.ts'
import type { Situation } from '../situation.ts'
import { billingAccessNotActivated } from './billing-access-not-activated.ts'
import { credentialProblem } from './credential-problem.ts'
import { crossAccountOneSide } from './cross-account-one-side.ts'
import { depends } from './depends.ts'
import { encodedMessage } from './encoded-message.ts'
import { explicitDeny } from './explicit-deny.ts'
import { explicitDenyMfa } from './explicit-deny-mfa.ts'
import { incomplete } from './incomplete.ts'
import { kmsKeyPolicy } from './kms-key-policy.ts'
import { noDetail, withoutDetail } from './no-detail.ts'
import { noIdentityAllow } from './no-identity-allow.ts'
import { notAuthorization } from './not-authorization.ts'
import { passRoleMissing } from './pass-role-missing.ts'
import { policiesAllow } from './policies-allow.ts'
import { quarantinedKey } from './quarantined-key.ts'
import { refusedByAws } from './refused-by-aws.ts'
import { retiredAction } from './retired-action.ts'
import { scpRegionLock } from './scp-region-lock.ts'
import { silentBoundary } from './silent-boundary.ts'
import { silentEndpoint } from './silent-endpoint.ts'
import { silentScp } from './silent-scp.ts'
import { silentSession } from './silent-session.ts'
import { trustDoesNotNameCaller } from './trust-does-not-name-caller.ts'

/** The causes that Whydenied knows. What is no permission at all comes first, what is left over last. */
export const causes: readonly Cause[] = [
  notAuthorization,
  credentialProblem,
  encodedMessage,
  billingAccessNotActivated,
  noDetail,
  incomplete,
  quarantinedKey,
  policiesAllow,
  depends,
  explicitDenyMfa,
  scpRegionLock,
  explicitDeny,
  refusedByAws,
  trustDoesNotNameCaller,
  kmsKeyPolicy,
  crossAccountOneSide,
  silentScp,
  silentEndpoint,
  silentBoundary,
  silentSession,
  passRoleMissing,
  retiredAction,
  noIdentityAllow,
]

/** The first cause that applies. */
export function findCause(situation: Situation): AppliedCause {
  for (const cause of causes) {
    const applied = cause.find(situation)
    if (applied) return applied
  }
  return withoutDetail
}
