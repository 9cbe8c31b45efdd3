// Permissions that lead to more than they show: each path is a row.
export { conditionalPaths, escalationPaths, pathsOnOneResource } from './account-paths.ts'
export { exposures } from './exposures.ts'
export { escalationMessages, findEscalations, findOnOneResource, oneResourceMessages } from './find.ts'
export { pathsInAccounts } from './in-accounts.ts'
export { passRolePaths } from './pass-role-paths.ts'
export { serviceEscalationPaths } from './service-paths.ts'
