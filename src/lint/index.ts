// One policy → findings. One file a check, in checks/.
export { type CheckGroup, checkGroups, type Finding, type FindingType } from './check.ts'
export { checks } from './checks/index.ts'
export { escalationPaths, passRolePaths, pathsInAccounts, serviceEscalationPaths } from './escalation/index.ts'
export { type CheckFilter, lint } from './lint.ts'
export { type Quota, quotas } from './quotas.ts'
export { typeOfService } from './resource-types.ts'
export { sizeOf } from './size.ts'
