// Every cause, in the order in which they are tried: the first one that applies is the answer.
import type { AppliedCause, Cause } from '../cause.ts'
import type { Situation } from '../situation.ts'
import { arnMismatch } from './arn-mismatch.ts'
import { askedRetiredAction } from './asked-retired-action.ts'
import { assumeRoleTarget } from './assume-role-target.ts'
import { billingAccessNotActivated } from './billing-access-not-activated.ts'
import { blockPublicAccess } from './block-public-access.ts'
import { bucketOrObject } from './bucket-or-object.ts'
import { calledByService } from './called-by-service.ts'
import { costExplorerOff } from './cost-explorer-off.ts'
import { credentialProblem } from './credential-problem.ts'
import { crossAccountBothSides } from './cross-account-both-sides.ts'
import { crossAccountOneSide } from './cross-account-one-side.ts'
import { depends } from './depends.ts'
import { encodedMessage } from './encoded-message.ts'
import { explicitDeny } from './explicit-deny.ts'
import { explicitDenyEncryption } from './explicit-deny-encryption.ts'
import { explicitDenyMfa } from './explicit-deny-mfa.ts'
import { explicitDenyNetwork } from './explicit-deny-network.ts'
import { explicitDenyOrganization } from './explicit-deny-organization.ts'
import { explicitDenyTag } from './explicit-deny-tag.ts'
import { explicitDenyTime } from './explicit-deny-time.ts'
import { furtherCheckMissing } from './further-check.ts'
import { identityCenterProvisions } from './identity-center-provisions.ts'
import { incomplete } from './incomplete.ts'
import { kmsKeyPolicy } from './kms-key-policy.ts'
import { lambdaQualifier } from './lambda-qualifier.ts'
import { messageContradictsPolicies } from './message-contradicts-policies.ts'
import { misspeltAction } from './misspelt-action.ts'
import { needsStarResource } from './needs-star-resource.ts'
import { noDetail, withoutDetail } from './no-detail.ts'
import { noIdentityAllow } from './no-identity-allow.ts'
import { noRoleInSetting } from './no-role-in-setting.ts'
import { notAuthorization } from './not-authorization.ts'
import { notByPolicy } from './not-by-policy.ts'
import { passRoleMissing } from './pass-role-missing.ts'
import { passRoleOtherService } from './pass-role-other-service.ts'
import { permissionSet } from './permission-set.ts'
import { policiesAllow } from './policies-allow.ts'
import { quarantinedKey } from './quarantined-key.ts'
import { refusedByAws } from './refused-by-aws.ts'
import { retiredAction } from './retired-action.ts'
import { scpRegionLock } from './scp-region-lock.ts'
import { serviceLinkedRole } from './service-linked-role.ts'
import { serviceNotTrusted } from './service-not-trusted.ts'
import { serviceRole } from './service-role.ts'
import { silentBoundary } from './silent-boundary.ts'
import { silentEndpoint } from './silent-endpoint.ts'
import { silentScp } from './silent-scp.ts'
import { silentSession } from './silent-session.ts'
import { trainingLab } from './training-lab.ts'
import { trustCondition } from './trust-condition.ts'
import { trustDoesNotNameCaller } from './trust-does-not-name-caller.ts'
import { webIdentityTrust } from './web-identity-trust.ts'

/** The causes that Whydenied knows. Causes other than permissions come first, the most general ones last. */
export const causes: readonly Cause[] = [
  costExplorerOff,
  blockPublicAccess,
  billingAccessNotActivated,
  notByPolicy,
  serviceNotTrusted,
  notAuthorization,
  credentialProblem,
  noRoleInSetting,
  encodedMessage,
  noDetail,
  assumeRoleTarget,
  serviceRole,
  serviceLinkedRole,
  trainingLab,
  incomplete,
  quarantinedKey,
  askedRetiredAction,
  webIdentityTrust,
  lambdaQualifier,
  furtherCheckMissing,
  policiesAllow,
  calledByService,
  depends,
  messageContradictsPolicies,
  identityCenterProvisions,
  explicitDenyMfa,
  scpRegionLock,
  explicitDenyNetwork,
  explicitDenyOrganization,
  explicitDenyEncryption,
  explicitDenyTag,
  explicitDenyTime,
  explicitDeny,
  refusedByAws,
  trustCondition,
  trustDoesNotNameCaller,
  kmsKeyPolicy,
  crossAccountBothSides,
  crossAccountOneSide,
  silentScp,
  silentEndpoint,
  silentBoundary,
  silentSession,
  passRoleOtherService,
  passRoleMissing,
  retiredAction,
  needsStarResource,
  bucketOrObject,
  arnMismatch,
  misspeltAction,
  permissionSet,
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
