// Every check there is; a test holds this list and the folder together.
import type { Check } from '../check.ts'
import { dataTypeMismatch } from './data-type-mismatch.ts'
import { duplicateElement } from './duplicate-element.ts'
import { invalidConditionOperator } from './invalid-condition-operator.ts'
import { invalidEffect } from './invalid-effect.ts'
import { invalidPolicyElement } from './invalid-policy-element.ts'
import { invalidVersion } from './invalid-version.ts'
import { jsonSyntaxError } from './json-syntax-error.ts'
import { missingAction } from './missing-action.ts'
import { missingEffect } from './missing-effect.ts'
import { missingPrincipal } from './missing-principal.ts'
import { missingResource } from './missing-resource.ts'
import { missingStatement } from './missing-statement.ts'
import { missingVersion } from './missing-version.ts'
import { isNullIfExists } from './null-with-if-exists.ts'
import { passRoleWithStarInActionAndResource } from './pass-role-with-star-in-action-and-resource.ts'
import { passRoleWithStarInResourceAndNotaction } from './pass-role-with-star-in-resource-and-notaction.ts'
import { passRoleWithStarInResource } from './pass-role-with-star-in-resource.ts'
import { unsupportedElementCombination } from './unsupported-element-combination.ts'

export const checks: readonly Check[] = [
  dataTypeMismatch,
  duplicateElement,
  invalidConditionOperator,
  invalidEffect,
  invalidPolicyElement,
  invalidVersion,
  jsonSyntaxError,
  missingAction,
  missingEffect,
  missingPrincipal,
  missingResource,
  missingStatement,
  missingVersion,
  isNullIfExists,
  passRoleWithStarInActionAndResource,
  passRoleWithStarInResourceAndNotaction,
  passRoleWithStarInResource,
  unsupportedElementCombination,
]
