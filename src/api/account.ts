// Questions to a whole account: `import { whoCan, whatCan } from 'whydenied/account'`.
export type { AccountInput } from './account-input.ts'
export {
  type GrantedPermission,
  type GrantedService,
  type WhatCanAnswer,
  type WhatCanInput,
  whatCan,
} from './what-can.ts'
export { type WhoCanAnswer, type WhoCanInput, type WhoCanPrincipal, whoCan } from './who-can.ts'
