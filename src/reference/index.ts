// AWS services with their actions, resource types, and condition keys, and small tables of facts that no data set has. The engine receives them; it never fetches them.
export { actingOnOthers } from './acting-on-others.ts'
export { billingServices, needsBillingAccess } from './billing-actions.ts'
export type { BillingPage } from './billing-page.ts'
export { actionsOfPage, billingPages, regionLockExemptions, servicesOfBilling } from './billing-pages.ts'
export { closest, isActionSlip } from './closest.ts'
export { ownAccountOnlyOperations, ownAccountOnlySource } from './cross-account.ts'
export type {
  CallNeed,
  OidcIssuerRow,
  ResourcePolicyUse,
  ServiceGatesRow,
  SpecialCallKind,
  WholeCallRow,
} from './fact-rows.ts'
export { findAction } from './find-action.ts'
export { serviceFromIamData } from './from-iam-data.ts'
export { gatePages } from './gate-pages.ts'
export { findGlobalKey, type GlobalKey, globalKeys, type KeyGroup, type KeyType } from './global-keys.ts'
export {
  type Bearer,
  endpointKeys,
  excludedBy,
  type KeyBearer,
  onlyRegionOf,
  presenceOf,
} from './key-presence.ts'
export { deliversLogs } from './log-delivery.ts'
export { builtInIssuers, isMappedClaim, namesInIssuer, oidcIssuer, oidcIssuers } from './oidc-issuers.ts'
export { passedToBy, passedToByTerraform, passedToService, rolePassings } from './pass-role.ts'
export { type PassedRole, passedRolesOf, roleNamed } from './passed-roles.ts'
export {
  deniesThePublic,
  isPublicStatement,
  type PublicDefinition,
  publicDefinitionOf,
  publicResourceTypes,
} from './public-policies.ts'
export {
  type Action,
  type ArnForm,
  createReference,
  type Reference,
  type ResourceType,
  resourceType,
  type Service,
} from './reference.ts'
export { isPartition, isRegion, partitionNames, partitionOfRegion, regionNames } from './regions.ts'
export { ambiguousOperations, apiGatewayMethods, renamedOperations } from './renamed-operations.ts'
export { requiredServices } from './required-services.ts'
export { hasIdOfOther, idFormOf } from './resource-ids.ts'
export {
  exceptionalResources,
  hasResourcePolicies,
  resourcePoliciesOf,
  servicesWithPoliciesForServices,
} from './resource-policies.ts'
export { findRetired, type RetiredAction, retiredActions } from './retired-actions.ts'
export { functionRoleNeed, type RoleNeed } from './role-needs.ts'
export { type ActionNames, type FoundAction, mostFound, searchActions } from './search-actions.ts'
export { gatesOf, gatesRead, type ResourcePolicyKind, resourcePolicyKindOf } from './service-gates.ts'
export { keyActionsOf, type ServiceSource, serviceSourceOf } from './service-sources.ts'
export { readIndex, readShard, toIndex, toShard } from './shard.ts'
export { isShareable, sharesAnything } from './shareable.ts'
export { servicesWithCalls, specialCallOf } from './special-calls.ts'
export { listsKey, neverCarries } from './supported-keys.ts'
export { neededNoMore, unknownTableActions } from './table-actions.ts'
export { callingServices, linkedServicesOf, wholeCallsNamed, wholeCallsOf, wholeCallsWith } from './whole-calls.ts'
