// Trails → what each user and role used, and the policy that allows just that. Does no I/O.

export { neverShown } from './never-shown.ts'
export { type TrimmedPolicy, trimPolicy } from './trim-policy.ts'
export { type CallerUse, permissionSetOf, UseCounter, type UsedAction } from './use-counter.ts'
export { policyFor, type UsedPolicy } from './used-policy.ts'
