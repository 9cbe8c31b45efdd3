// Pasted text → what AWS denied. First removes the wrapping (flatten), then reads the message with a grammar: subject, action, resource, reason.

export { type DenialAnswer, doubtsOf, toAnswer } from './answer.ts'
export { answeringService } from './answering-service.ts'
export type { Authorization } from './authorization-id.ts'
export type {
  Candidate,
  Denial,
  DenialField,
  DenialKind,
  Doubt,
  LookAlikeTopic,
  MatchedDeny,
  PrincipalType,
  Secret,
} from './denial.ts'
export {
  copied,
  type DenialGroup,
  DenialGroups,
  fingerprintOf,
  kindKey,
  mostKinds,
  mostResources,
  type Sighting,
} from './denial-groups.ts'
export type { Mention } from './documents/account-details.ts'
export { becauseOfName } from './documents/boundaries.ts'
export { type Language, type Languages, languagesIn } from './documents/languages.ts'
export type { ListedAccess } from './documents/listed.ts'
export { isWhole, type NamelessPart, type ReadNote, type Unread, type UnreadReason } from './documents/notes.ts'
export type { PastedPolicy } from './documents/pasted.ts'
export type { PolicyHolder } from './documents/policy-holders.ts'
export type { Reach } from './documents/reach.ts'
export { becauseInline, becauseOfGroup, becauseUnused, becauseVersion, forFunctions } from './documents/shapes.ts'
export { type TaggedResource, taggedResources } from './documents/template-tags.ts'
export { type TemplateHolder, templateHolder } from './documents/templates.ts'
export { createDenialReader, type DenialReader, streamDenials } from './event-stream.ts'
export { readDenial } from './first-denial.ts'
export { impliedBucket } from './implied-bucket.ts'
export { likelyActions } from './likely-actions.ts'
export { actionOfOperation, calledOperation } from './operations.ts'
export { withOwnTexts } from './own-texts.ts'
export { readDenialAndAll, readDenials } from './read-denials.ts'
export { type Reading, readAll } from './reading.ts'
export type { Recorded, RecordedEvaluation, RecordedStatement } from './recorded.ts'
export { storeHost } from './s3-stores.ts'
export { blankSecrets, findSecrets } from './secrets.ts'
export { canPolicyHelp, type NoPolicy, type Sentence, type SentenceCaller } from './sentences/index.ts'
export { prefixOf } from './service-prefixes.ts'
export { createUseReader, type UsedEvent } from './used-events.ts'
export { deniedIn } from './with-recorded.ts'
