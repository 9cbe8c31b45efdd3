// Written by scripts/list-checks.ts from the files of this folder.
import type { Check } from '../check.ts'
import { accountWideResourcePolicy } from './account-wide-resource-policy.ts'
import { aclDenyMissesGrants } from './acl-deny-misses-grants.ts'
import { actionNeedsStarResource } from './action-needs-star-resource.ts'
import { actionResourceMismatch } from './action-resource-mismatch.ts'
import { allowNotactionWithUnsupportedTagConditionKeyForService } from './allow-notaction-with-unsupported-tag-condition-key-for-service.ts'
import { allowWithNotaction } from './allow-with-notaction.ts'
import { allowWithNotprincipal } from './allow-with-notprincipal.ts'
import { allowWithNotresource } from './allow-with-notresource.ts'
import { allowWithUnsupportedTagConditionKeyForService } from './allow-with-unsupported-tag-condition-key-for-service.ts'
import { arnAccountNotAllowed } from './arn-account-not-allowed.ts'
import { arnRegionNotAllowed } from './arn-region-not-allowed.ts'
import { boundaryCanBeEscaped } from './boundary-can-be-escaped.ts'
import { cognitoRoleForGuests } from './cognito-role-for-guests.ts'
import { conditionKeyNotForEveryAction } from './condition-key-not-for-every-action.ts'
import { conditionsNeverMetTogether } from './conditions-never-met-together.ts'
import { confirmAudienceClaimType } from './confirm-audience-claim-type.ts'
import { createSlrWithNotactionAndNotresource } from './create-slr-with-notaction-and-notresource.ts'
import { createSlrWithNotresource } from './create-slr-with-notresource.ts'
import { createSlrWithStarInActionAndNotresource } from './create-slr-with-star-in-action-and-notresource.ts'
import { createSlrWithStarInActionAndResource } from './create-slr-with-star-in-action-and-resource.ts'
import { createSlrWithStarInResource } from './create-slr-with-star-in-resource.ts'
import { createSlrWithStarInResourceAndNotaction } from './create-slr-with-star-in-resource-and-notaction.ts'
import { dataTypeMismatch } from './data-type-mismatch.ts'
import { deadStatement } from './dead-statement.ts'
import { delegationPolicyWithNotElements } from './delegation-policy-with-not-elements.ts'
import { deleteGuardMissesLifecycle } from './delete-guard-misses-lifecycle.ts'
import { denyForAccountMeansEveryoneInIt } from './deny-for-account-means-everyone-in-it.ts'
import { denyHitsAwsServices } from './deny-hits-aws-services.ts'
import { denyHitsRequestsWithoutTheKey } from './deny-hits-requests-without-the-key.ts'
import { denyHitsResourcesOfAws } from './deny-hits-resources-of-aws.ts'
import { denyNotactionStopsSignIn } from './deny-notaction-stops-sign-in.ts'
import { denyNotactionWithUnsupportedTagConditionKeyForService } from './deny-notaction-with-unsupported-tag-condition-key-for-service.ts'
import { denyWithNotprincipal } from './deny-with-notprincipal.ts'
import { denyWithUnsupportedTagConditionKeyForService } from './deny-with-unsupported-tag-condition-key-for-service.ts'
import { duplicateElement } from './duplicate-element.ts'
import { duplicateKeysWithDifferentCase } from './duplicate-keys-with-different-case.ts'
import { dynamodbAttributesWithoutSelect } from './dynamodb-attributes-without-select.ts'
import { emptyArrayAction } from './empty-array-action.ts'
import { emptyArrayCondition } from './empty-array-condition.ts'
import { emptyArrayConditionForallvalues } from './empty-array-condition-forallvalues.ts'
import { emptyArrayConditionForanyvalue } from './empty-array-condition-foranyvalue.ts'
import { emptyArrayConditionIfexists } from './empty-array-condition-ifexists.ts'
import { emptyArrayPrincipal } from './empty-array-principal.ts'
import { emptyArrayResource } from './empty-array-resource.ts'
import { emptyObjectCondition } from './empty-object-condition.ts'
import { emptyObjectPrincipal } from './empty-object-principal.ts'
import { emptySidValue } from './empty-sid-value.ts'
import { emptyVariable } from './empty-variable.ts'
import { endpointPolicyGuardsOneWay } from './endpoint-policy-guards-one-way.ts'
import { endpointPolicyWithoutAwsServices } from './endpoint-policy-without-aws-services.ts'
import { endpointPolicyWithoutBucketsOfAws } from './endpoint-policy-without-buckets-of-aws.ts'
import { equivalentToNullFalse } from './equivalent-to-null-false.ts'
import { equivalentToNullTrue } from './equivalent-to-null-true.ts'
import { exemptByUserId } from './exempt-by-user-id.ts'
import { federatedPrincipalNotSupported } from './federated-principal-not-supported.ts'
import { forallvaluesWithSingleValuedKey } from './forallvalues-with-single-valued-key.ts'
import { forallvaluesWithoutNullGuard } from './forallvalues-without-null-guard.ts'
import { fullAdministrator } from './full-administrator.ts'
import { githubSubjectWithoutIds } from './github-subject-without-ids.ts'
import { guardMissesTheBucket } from './guard-misses-the-bucket.ts'
import { guessableExternalId } from './guessable-external-id.ts'
import { ifExistsLetsRequestsWithoutTheKeyIn } from './if-exists-lets-requests-without-the-key-in.ts'
import { improveIpRange } from './improve-ip-range.ts'
import { invalidAction } from './invalid-action.ts'
import { invalidArnAccount } from './invalid-arn-account.ts'
import { invalidArnPrefix } from './invalid-arn-prefix.ts'
import { invalidArnRegion } from './invalid-arn-region.ts'
import { invalidArnResource } from './invalid-arn-resource.ts'
import { invalidArnServiceCase } from './invalid-arn-service-case.ts'
import { invalidConditionDataType } from './invalid-condition-data-type.ts'
import { invalidConditionKeyFormat } from './invalid-condition-key-format.ts'
import { invalidConditionMultipleBoolean } from './invalid-condition-multiple-boolean.ts'
import { invalidConditionOperator } from './invalid-condition-operator.ts'
import { invalidDateValue } from './invalid-date-value.ts'
import { invalidEffect } from './invalid-effect.ts'
import { invalidFederatedPrincipalSyntaxInRoleTrustPolicy } from './invalid-federated-principal-syntax-in-role-trust-policy.ts'
import { invalidGlobalConditionKey } from './invalid-global-condition-key.ts'
import { invalidKmsKeyValue } from './invalid-kms-key-value.ts'
import { invalidPartition } from './invalid-partition.ts'
import { invalidPolicyElement } from './invalid-policy-element.ts'
import { invalidPrincipalFormat } from './invalid-principal-format.ts'
import { invalidPrincipalKey } from './invalid-principal-key.ts'
import { invalidRegion } from './invalid-region.ts'
import { invalidRoleReference } from './invalid-role-reference.ts'
import { invalidService } from './invalid-service.ts'
import { invalidServiceConditionKey } from './invalid-service-condition-key.ts'
import { invalidServiceInAction } from './invalid-service-in-action.ts'
import { invalidServicePrincipalFormat } from './invalid-service-principal-format.ts'
import { invalidUserReference } from './invalid-user-reference.ts'
import { invalidVariableForOperator } from './invalid-variable-for-operator.ts'
import { invalidVersion } from './invalid-version.ts'
import { invalidVpcFormat } from './invalid-vpc-format.ts'
import { invalidVpceFormat } from './invalid-vpce-format.ts'
import { irrelevantConditionKeyInPolicy } from './irrelevant-condition-key-in-policy.ts'
import { jsonSyntaxError } from './json-syntax-error.ts'
import { keyPolicyDependsOnOnePrincipal } from './key-policy-depends-on-one-principal.ts'
import { keyPolicyLeavesUseToIam } from './key-policy-leaves-use-to-iam.ts'
import { keyPolicyWithoutAdministrator } from './key-policy-without-administrator.ts'
import { kmsGrantsForAnyone } from './kms-grants-for-anyone.ts'
import { mfaCanBeRemovedWithoutMfa } from './mfa-can-be-removed-without-mfa.ts'
import { mfaConditionDoesNotProtect } from './mfa-condition-does-not-protect.ts'
import { mfaDeviceNamedAfterUser } from './mfa-device-named-after-user.ts'
import { mfaInTrustPolicy } from './mfa-in-trust-policy.ts'
import { mfaLockout } from './mfa-lockout.ts'
import { mismatchedActionForPrincipal } from './mismatched-action-for-principal.ts'
import { missingAction } from './missing-action.ts'
import { missingActionForConditionKey } from './missing-action-for-condition-key.ts'
import { missingActionForRolesAnywhereTrustPolicy } from './missing-action-for-roles-anywhere-trust-policy.ts'
import { missingArnAccount } from './missing-arn-account.ts'
import { missingArnField } from './missing-arn-field.ts'
import { missingArnRegion } from './missing-arn-region.ts'
import { missingBraceInVariable } from './missing-brace-in-variable.ts'
import { missingConditionKeyForOidcPrincipal } from './missing-condition-key-for-oidc-principal.ts'
import { missingEffect } from './missing-effect.ts'
import { missingExternalId } from './missing-external-id.ts'
import { missingGithubRepoConditionKey } from './missing-github-repo-condition-key.ts'
import { missingPairedConditionKeys } from './missing-paired-condition-keys.ts'
import { missingPrincipal } from './missing-principal.ts'
import { missingQualifier } from './missing-qualifier.ts'
import { missingQuoteInVariable } from './missing-quote-in-variable.ts'
import { missingResource } from './missing-resource.ts'
import { missingStatement } from './missing-statement.ts'
import { missingTagKeyInCondition } from './missing-tag-key-in-condition.ts'
import { missingVersion } from './missing-version.ts'
import { misspelledResourceType } from './misspelled-resource-type.ts'
import { networkDenyHitsEc2 } from './network-deny-hits-ec2.ts'
import { nullWithIfExists } from './null-with-if-exists.ts'
import { nullWithQualifier } from './null-with-qualifier.ts'
import { oidcClaimWithoutConditionKey } from './oidc-claim-without-condition-key.ts'
import { oidcSubjectOfOtherTenants } from './oidc-subject-of-other-tenants.ts'
import { oidcWithoutSubject } from './oidc-without-subject.ts'
import { openTrust } from './open-trust.ts'
import { orgPathWithoutSlash } from './org-path-without-slash.ts'
import { passRoleWithNotactionAndNotresource } from './pass-role-with-notaction-and-notresource.ts'
import { passRoleWithNotresource } from './pass-role-with-notresource.ts'
import { passRoleWithStarInActionAndNotresource } from './pass-role-with-star-in-action-and-notresource.ts'
import { passRoleWithStarInActionAndResource } from './pass-role-with-star-in-action-and-resource.ts'
import { passRoleWithStarInResource } from './pass-role-with-star-in-resource.ts'
import { passRoleWithStarInResourceAndNotaction } from './pass-role-with-star-in-resource-and-notaction.ts'
import { policySizeExceedsIdentityPolicyQuota } from './policy-size-exceeds-identity-policy-quota.ts'
import { policySizeExceedsManagedPolicyQuota } from './policy-size-exceeds-managed-policy-quota.ts'
import { policySizeExceedsRcpQuota } from './policy-size-exceeds-rcp-quota.ts'
import { policySizeExceedsResourcePolicyQuota } from './policy-size-exceeds-resource-policy-quota.ts'
import { policySizeExceedsRoleTrustPolicyQuota } from './policy-size-exceeds-role-trust-policy-quota.ts'
import { policySizeExceedsScpQuota } from './policy-size-exceeds-scp-quota.ts'
import { principalArnOfASession } from './principal-arn-of-a-session.ts'
import { principalArnWithoutPath } from './principal-arn-without-path.ts'
import { privateIpAddress } from './private-ip-address.ts'
import { privateIpAddressSubset } from './private-ip-address-subset.ts'
import { privateNotipaddress } from './private-notipaddress.ts'
import { privateNotipaddressSubset } from './private-notipaddress-subset.ts'
import { privilegeEscalation } from './privilege-escalation.ts'
import { privilegeEscalationOnNamedResources } from './privilege-escalation-on-named-resources.ts'
import { privilegeEscalationThroughService } from './privilege-escalation-through-service.ts'
import { privilegeEscalationUnderConditions } from './privilege-escalation-under-conditions.ts'
import { publicResourcePolicy } from './public-resource-policy.ts'
import { rcpMissingRelatedPrincipalConditionKey } from './rcp-missing-related-principal-condition-key.ts'
import { rcpMissingRelatedServicePrincipalConditionKey } from './rcp-missing-related-service-principal-condition-key.ts'
import { rcpMissingServiceConditionKeyNullCheck } from './rcp-missing-service-condition-key-null-check.ts'
import { rcpSyntaxErrorAction } from './rcp-syntax-error-action.ts'
import { rcpSyntaxErrorAllow } from './rcp-syntax-error-allow.ts'
import { rcpSyntaxErrorNotaction } from './rcp-syntax-error-notaction.ts'
import { rcpSyntaxErrorPrincipal } from './rcp-syntax-error-principal.ts'
import { rcpWithoutPartners } from './rcp-without-partners.ts'
import { recommendedConditionKeyForServicePrincipal } from './recommended-condition-key-for-service-principal.ts'
import { redundantAction } from './redundant-action.ts'
import { redundantConditionValueNum } from './redundant-condition-value-num.ts'
import { redundantKeyDueToWildcardInCondition } from './redundant-key-due-to-wildcard-in-condition.ts'
import { redundantPrincipalInRoleTrustPolicy } from './redundant-principal-in-role-trust-policy.ts'
import { redundantResource } from './redundant-resource.ts'
import { redundantStatement } from './redundant-statement.ts'
import { redundantStatementDueToWildcardInCondition } from './redundant-statement-due-to-wildcard-in-condition.ts'
import { regionLockHitsEdgeServices } from './region-lock-hits-edge-services.ts'
import { regionLockHitsGlobalServices } from './region-lock-hits-global-services.ts'
import { regionLockMissesCopies } from './region-lock-misses-copies.ts'
import { resourcePolicyGrantsAdministration } from './resource-policy-grants-administration.ts'
import { resourcePolicyLocksOutEveryone } from './resource-policy-locks-out-everyone.ts'
import { resourceTagAtCreation } from './resource-tag-at-creation.ts'
import { restrictAccessToServicePrincipal } from './restrict-access-to-service-principal.ts'
import { retiredAction } from './retired-action.ts'
import { roleTrustPolicySyntaxErrorNotprincipal } from './role-trust-policy-syntax-error-notprincipal.ts'
import { roleTrustPolicySyntaxErrorResource } from './role-trust-policy-syntax-error-resource.ts'
import { roleTrustPolicyUnsupportedWildcardInPrincipal } from './role-trust-policy-unsupported-wildcard-in-principal.ts'
import { s3PrefixInNegativeContext } from './s3-prefix-in-negative-context.ts'
import { samlTrustWithoutTagSession } from './saml-trust-without-tag-session.ts'
import { samlWithoutAudience } from './saml-without-audience.ts'
import { scpAllowList } from './scp-allow-list.ts'
import { scpDeniesSts } from './scp-denies-sts.ts'
import { scpSyntaxErrorPrincipal } from './scp-syntax-error-principal.ts'
import { secretInPolicy } from './secret-in-policy.ts'
import { secretsAndDataOnEveryResource } from './secrets-and-data-on-every-resource.ts'
import { secureTransportInAllow } from './secure-transport-in-allow.ts'
import { sourceArnOfAFunction } from './source-arn-of-a-function.ts'
import { sourceArnWithoutAccount } from './source-arn-without-account.ts'
import { sourceIpDeniesAwsServices } from './source-ip-denies-aws-services.ts'
import { specificGithubRepoAndBranchRecommended } from './specific-github-repo-and-branch-recommended.ts'
import { stringLikeOperatorWithArnConditionKeys } from './string-like-operator-with-arn-condition-keys.ts'
import { tagKeysAllowNoTags } from './tag-keys-allow-no-tags.ts'
import { tagVariableWithoutDefault } from './tag-variable-without-default.ts'
import { trustWholeOrganization } from './trust-whole-organization.ts'
import { trustedRoleCanBeRecreated } from './trusted-role-can-be-recreated.ts'
import { typeMismatch } from './type-mismatch.ts'
import { typeMismatchBoolean } from './type-mismatch-boolean.ts'
import { typeMismatchDate } from './type-mismatch-date.ts'
import { typeMismatchIpRange } from './type-mismatch-ip-range.ts'
import { typeMismatchNumber } from './type-mismatch-number.ts'
import { typeMismatchString } from './type-mismatch-string.ts'
import { uniqueSidsRecommended } from './unique-sids-recommended.ts'
import { uniqueSidsRequired } from './unique-sids-required.ts'
import { unsupportedActionForConditionKey } from './unsupported-action-for-condition-key.ts'
import { unsupportedActionInPolicy } from './unsupported-action-in-policy.ts'
import { unsupportedConditionKeyForServicePrincipal } from './unsupported-condition-key-for-service-principal.ts'
import { unsupportedElementCombination } from './unsupported-element-combination.ts'
import { unsupportedGlobalConditionKey } from './unsupported-global-condition-key.ts'
import { unsupportedPrincipal } from './unsupported-principal.ts'
import { unsupportedResourceArnInPolicy } from './unsupported-resource-arn-in-policy.ts'
import { unsupportedSid } from './unsupported-sid.ts'
import { unsupportedSpaceInVariable } from './unsupported-space-in-variable.ts'
import { unsupportedWildcardInPrincipal } from './unsupported-wildcard-in-principal.ts'
import { untrustworthyConditionKey } from './untrustworthy-condition-key.ts'
import { uploadNeedsAclHeader } from './upload-needs-acl-header.ts'
import { usernameVariableOnlyForUsers } from './username-variable-only-for-users.ts'
import { variableUnsupportedInElement } from './variable-unsupported-in-element.ts'
import { variableUnsupportedInVersion } from './variable-unsupported-in-version.ts'
import { wildcardInServiceName } from './wildcard-in-service-name.ts'
import { wildcardUsageTooPermissive } from './wildcard-usage-too-permissive.ts'
import { wildcardWithoutLikeOperator } from './wildcard-without-like-operator.ts'

/** Every check there is, by the names of their files. */
export const checks: readonly Check[] = [
  accountWideResourcePolicy,
  aclDenyMissesGrants,
  actionNeedsStarResource,
  actionResourceMismatch,
  allowNotactionWithUnsupportedTagConditionKeyForService,
  allowWithNotaction,
  allowWithNotprincipal,
  allowWithNotresource,
  allowWithUnsupportedTagConditionKeyForService,
  arnAccountNotAllowed,
  arnRegionNotAllowed,
  boundaryCanBeEscaped,
  cognitoRoleForGuests,
  conditionKeyNotForEveryAction,
  conditionsNeverMetTogether,
  confirmAudienceClaimType,
  createSlrWithNotactionAndNotresource,
  createSlrWithNotresource,
  createSlrWithStarInActionAndNotresource,
  createSlrWithStarInActionAndResource,
  createSlrWithStarInResource,
  createSlrWithStarInResourceAndNotaction,
  dataTypeMismatch,
  deadStatement,
  delegationPolicyWithNotElements,
  deleteGuardMissesLifecycle,
  denyForAccountMeansEveryoneInIt,
  denyHitsAwsServices,
  denyHitsRequestsWithoutTheKey,
  denyHitsResourcesOfAws,
  denyNotactionStopsSignIn,
  denyNotactionWithUnsupportedTagConditionKeyForService,
  denyWithNotprincipal,
  denyWithUnsupportedTagConditionKeyForService,
  duplicateElement,
  duplicateKeysWithDifferentCase,
  dynamodbAttributesWithoutSelect,
  emptyArrayAction,
  emptyArrayCondition,
  emptyArrayConditionForallvalues,
  emptyArrayConditionForanyvalue,
  emptyArrayConditionIfexists,
  emptyArrayPrincipal,
  emptyArrayResource,
  emptyObjectCondition,
  emptyObjectPrincipal,
  emptySidValue,
  emptyVariable,
  endpointPolicyGuardsOneWay,
  endpointPolicyWithoutAwsServices,
  endpointPolicyWithoutBucketsOfAws,
  equivalentToNullFalse,
  equivalentToNullTrue,
  exemptByUserId,
  federatedPrincipalNotSupported,
  forallvaluesWithSingleValuedKey,
  forallvaluesWithoutNullGuard,
  fullAdministrator,
  githubSubjectWithoutIds,
  guardMissesTheBucket,
  guessableExternalId,
  ifExistsLetsRequestsWithoutTheKeyIn,
  improveIpRange,
  invalidAction,
  invalidArnAccount,
  invalidArnPrefix,
  invalidArnRegion,
  invalidArnResource,
  invalidArnServiceCase,
  invalidConditionDataType,
  invalidConditionKeyFormat,
  invalidConditionMultipleBoolean,
  invalidConditionOperator,
  invalidDateValue,
  invalidEffect,
  invalidFederatedPrincipalSyntaxInRoleTrustPolicy,
  invalidGlobalConditionKey,
  invalidKmsKeyValue,
  invalidPartition,
  invalidPolicyElement,
  invalidPrincipalFormat,
  invalidPrincipalKey,
  invalidRegion,
  invalidRoleReference,
  invalidService,
  invalidServiceConditionKey,
  invalidServiceInAction,
  invalidServicePrincipalFormat,
  invalidUserReference,
  invalidVariableForOperator,
  invalidVersion,
  invalidVpcFormat,
  invalidVpceFormat,
  irrelevantConditionKeyInPolicy,
  jsonSyntaxError,
  keyPolicyDependsOnOnePrincipal,
  keyPolicyLeavesUseToIam,
  keyPolicyWithoutAdministrator,
  kmsGrantsForAnyone,
  mfaCanBeRemovedWithoutMfa,
  mfaConditionDoesNotProtect,
  mfaDeviceNamedAfterUser,
  mfaInTrustPolicy,
  mfaLockout,
  mismatchedActionForPrincipal,
  missingAction,
  missingActionForConditionKey,
  missingActionForRolesAnywhereTrustPolicy,
  missingArnAccount,
  missingArnField,
  missingArnRegion,
  missingBraceInVariable,
  missingConditionKeyForOidcPrincipal,
  missingEffect,
  missingExternalId,
  missingGithubRepoConditionKey,
  missingPairedConditionKeys,
  missingPrincipal,
  missingQualifier,
  missingQuoteInVariable,
  missingResource,
  missingStatement,
  missingTagKeyInCondition,
  missingVersion,
  misspelledResourceType,
  networkDenyHitsEc2,
  nullWithIfExists,
  nullWithQualifier,
  oidcClaimWithoutConditionKey,
  oidcSubjectOfOtherTenants,
  oidcWithoutSubject,
  openTrust,
  orgPathWithoutSlash,
  passRoleWithNotactionAndNotresource,
  passRoleWithNotresource,
  passRoleWithStarInActionAndNotresource,
  passRoleWithStarInActionAndResource,
  passRoleWithStarInResource,
  passRoleWithStarInResourceAndNotaction,
  policySizeExceedsIdentityPolicyQuota,
  policySizeExceedsManagedPolicyQuota,
  policySizeExceedsRcpQuota,
  policySizeExceedsResourcePolicyQuota,
  policySizeExceedsRoleTrustPolicyQuota,
  policySizeExceedsScpQuota,
  principalArnOfASession,
  principalArnWithoutPath,
  privateIpAddress,
  privateIpAddressSubset,
  privateNotipaddress,
  privateNotipaddressSubset,
  privilegeEscalation,
  privilegeEscalationOnNamedResources,
  privilegeEscalationThroughService,
  privilegeEscalationUnderConditions,
  publicResourcePolicy,
  rcpMissingRelatedPrincipalConditionKey,
  rcpMissingRelatedServicePrincipalConditionKey,
  rcpMissingServiceConditionKeyNullCheck,
  rcpSyntaxErrorAction,
  rcpSyntaxErrorAllow,
  rcpSyntaxErrorNotaction,
  rcpSyntaxErrorPrincipal,
  rcpWithoutPartners,
  recommendedConditionKeyForServicePrincipal,
  redundantAction,
  redundantConditionValueNum,
  redundantKeyDueToWildcardInCondition,
  redundantPrincipalInRoleTrustPolicy,
  redundantResource,
  redundantStatement,
  redundantStatementDueToWildcardInCondition,
  regionLockHitsEdgeServices,
  regionLockHitsGlobalServices,
  regionLockMissesCopies,
  resourcePolicyGrantsAdministration,
  resourcePolicyLocksOutEveryone,
  resourceTagAtCreation,
  restrictAccessToServicePrincipal,
  retiredAction,
  roleTrustPolicySyntaxErrorNotprincipal,
  roleTrustPolicySyntaxErrorResource,
  roleTrustPolicyUnsupportedWildcardInPrincipal,
  s3PrefixInNegativeContext,
  samlTrustWithoutTagSession,
  samlWithoutAudience,
  scpAllowList,
  scpDeniesSts,
  scpSyntaxErrorPrincipal,
  secretInPolicy,
  secretsAndDataOnEveryResource,
  secureTransportInAllow,
  sourceArnOfAFunction,
  sourceArnWithoutAccount,
  sourceIpDeniesAwsServices,
  specificGithubRepoAndBranchRecommended,
  stringLikeOperatorWithArnConditionKeys,
  tagKeysAllowNoTags,
  tagVariableWithoutDefault,
  trustWholeOrganization,
  trustedRoleCanBeRecreated,
  typeMismatch,
  typeMismatchBoolean,
  typeMismatchDate,
  typeMismatchIpRange,
  typeMismatchNumber,
  typeMismatchString,
  uniqueSidsRecommended,
  uniqueSidsRequired,
  unsupportedActionForConditionKey,
  unsupportedActionInPolicy,
  unsupportedConditionKeyForServicePrincipal,
  unsupportedElementCombination,
  unsupportedGlobalConditionKey,
  unsupportedPrincipal,
  unsupportedResourceArnInPolicy,
  unsupportedSid,
  unsupportedSpaceInVariable,
  unsupportedWildcardInPrincipal,
  untrustworthyConditionKey,
  uploadNeedsAclHeader,
  usernameVariableOnlyForUsers,
  variableUnsupportedInElement,
  variableUnsupportedInVersion,
  wildcardInServiceName,
  wildcardUsageTooPermissive,
  wildcardWithoutLikeOperator,
]
