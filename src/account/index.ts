// Account details → who can do something, what someone can do, and through which roles.
export type { Chain } from './chains.ts'
export { type NotSeen, notSeen } from './not-seen.ts'
export { type Account, type AccountPrincipal, readAccount } from './read-account.ts'
export { type Surroundings, type Survey, survey } from './survey.ts'
export { type Permission, type ServicePermissions, whatCan } from './what-can.ts'
export { type AccountQuestion, type PrincipalAnswer, type WhoCan, whoCan } from './who-can.ts'
