// Written by scripts/list-checks.ts from the files of this folder.
import type { Check } from '../check.ts'
import { actionNeedsStarResource } from './action-needs-star-resource.ts'
import { allowWithNotprincipal } from './allow-with-notprincipal.ts'
import { dataTypeMismatch } from './data-type-mismatch.ts'
import { duplicateElement } from './duplicate-element.ts'
import { emptyArrayAction } from './empty-array-action.ts'
import { emptyArrayResource } from './empty-array-resource.ts'
import { emptySidValue } from './empty-sid-value.ts'
import { invalidAction } from './invalid-action.ts'
import { invalidConditionOperator } from './invalid-condition-operator.ts'
import { invalidEffect } from './invalid-effect.ts'
import { invalidPolicyElement } from './invalid-policy-element.ts'
import { invalidPrincipalFormat } from './invalid-principal-format.ts'
import { invalidPrincipalKey } from './invalid-principal-key.ts'
import { invalidServiceInAction } from './invalid-service-in-action.ts'
import { invalidVersion } from './invalid-version.ts'
import { jsonSyntaxError } from './json-syntax-error.ts'
import { missingAction } from './missing-action.ts'
import { missingArnField } from './missing-arn-field.ts'
import { missingEffect } from './missing-effect.ts'
import { missingPrincipal } from './missing-principal.ts'
import { missingResource } from './missing-resource.ts'
import { missingStatement } from './missing-statement.ts'
import { missingVersion } from './missing-version.ts'
import { nullWithIfExists } from './null-with-if-exists.ts'
import { passRoleWithNotactionAndNotresource } from './pass-role-with-notaction-and-notresource.ts'
import { passRoleWithNotresource } from './pass-role-with-notresource.ts'
import { passRoleWithStarInActionAndNotresource } from './pass-role-with-star-in-action-and-notresource.ts'
import { passRoleWithStarInActionAndResource } from './pass-role-with-star-in-action-and-resource.ts'
import { passRoleWithStarInResource } from './pass-role-with-star-in-resource.ts'
import { passRoleWithStarInResourceAndNotaction } from './pass-role-with-star-in-resource-and-notaction.ts'
import { redundantAction } from './redundant-action.ts'
import { retiredAction } from './retired-action.ts'
import { roleTrustPolicySyntaxErrorNotprincipal } from './role-trust-policy-syntax-error-notprincipal.ts'
import { roleTrustPolicySyntaxErrorResource } from './role-trust-policy-syntax-error-resource.ts'
import { roleTrustPolicyUnsupportedWildcardInPrincipal } from './role-trust-policy-unsupported-wildcard-in-principal.ts'
import { scpSyntaxErrorPrincipal } from './scp-syntax-error-principal.ts'
import { uniqueSidsRecommended } from './unique-sids-recommended.ts'
import { uniqueSidsRequired } from './unique-sids-required.ts'
import { unsupportedElementCombination } from './unsupported-element-combination.ts'
import { unsupportedPrincipal } from './unsupported-principal.ts'
import { unsupportedSid } from './unsupported-sid.ts'
import { unsupportedWildcardInPrincipal } from './unsupported-wildcard-in-principal.ts'
import { variableUnsupportedInVersion } from './variable-unsupported-in-version.ts'
import { wildcardInServiceName } from './wildcard-in-service-name.ts'
import { wildcardWithoutLikeOperator } from './wildcard-without-like-operator.ts'

/** Every check there is, by the names of their files. */
export const checks: readonly Check[] = [
  actionNeedsStarResource,
  allowWithNotprincipal,
  dataTypeMismatch,
  duplicateElement,
  emptyArrayAction,
  emptyArrayResource,
  emptySidValue,
  invalidAction,
  invalidConditionOperator,
  invalidEffect,
  invalidPolicyElement,
  invalidPrincipalFormat,
  invalidPrincipalKey,
  invalidServiceInAction,
  invalidVersion,
  jsonSyntaxError,
  missingAction,
  missingArnField,
  missingEffect,
  missingPrincipal,
  missingResource,
  missingStatement,
  missingVersion,
  nullWithIfExists,
  passRoleWithNotactionAndNotresource,
  passRoleWithNotresource,
  passRoleWithStarInActionAndNotresource,
  passRoleWithStarInActionAndResource,
  passRoleWithStarInResource,
  passRoleWithStarInResourceAndNotaction,
  redundantAction,
  retiredAction,
  roleTrustPolicySyntaxErrorNotprincipal,
  roleTrustPolicySyntaxErrorResource,
  roleTrustPolicyUnsupportedWildcardInPrincipal,
  scpSyntaxErrorPrincipal,
  uniqueSidsRecommended,
  uniqueSidsRequired,
  unsupportedElementCombination,
  unsupportedPrincipal,
  unsupportedSid,
  unsupportedWildcardInPrincipal,
  variableUnsupportedInVersion,
  wildcardInServiceName,
  wildcardWithoutLikeOperator,
]
