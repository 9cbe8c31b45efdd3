// Pasted text → what AWS refused. The wrapping is taken off first (flatten), then the message is read by a grammar: subject, action, resource, reason.
export { type DenialAnswer, toAnswer } from './answer.ts'
export type { Denial, DenialField, DenialKind, PrincipalType, Secret } from './denial.ts'
export { readDenial } from './read-denial.ts'
export { blankSecrets, findSecrets } from './secrets.ts'
