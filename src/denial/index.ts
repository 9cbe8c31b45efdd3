// Pasted text → what AWS refused. The wrapping is taken off first (flatten), then the message is read by a grammar: subject, action, resource, reason.
export { type DenialAnswer, toAnswer } from './answer.ts'
export type { Denial, DenialField, DenialKind, PrincipalType, Secret } from './denial.ts'
export { type DenialGroup, DenialGroups, type Sighting } from './denial-groups.ts'
export { createEventReader, type EventReader, streamDenials } from './event-stream.ts'
export { actionOfOperation } from './operations.ts'
export { readDenial } from './read-denial.ts'
export { readDenials } from './read-denials.ts'
export { blankSecrets, findSecrets } from './secrets.ts'
