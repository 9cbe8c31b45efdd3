import type { PolicyType } from '../iam/index.ts'
import type { Span } from '../text/index.ts'
import type { Authorization } from './authorization-id.ts'
import type { Recorded } from './recorded.ts'
import type { Sentence } from './sentences/index.ts'

export type DenialKind =
  | 'access-denied'
  | 'encoded-authorization-failure'
  | 'decoded-authorization-message'
  | 'credential-problem'
  | 'not-authorization'
  /** AWS's sentence isn't there, but an ARN and an action are: `candidate` holds what could be meant. */
  | 'possible-denial'

export type PrincipalType =
  | 'iam-user'
  | 'assumed-role'
  | 'identity-center-role'
  | 'role'
  | 'federated-user'
  | 'root'
  | 'service'
  | 'anonymous'
  | 'account'

/** What it is about instead, where there is more to read on it. */
export type LookAlikeTopic =
  | 'kubernetes'
  | 'database'
  | 'other-system'
  | 'throttling'
  | 'two-keys'
  | 'quota'
  | 'role-of-aws'
  | 'no-denial'
  | 'missing'
  | 'expired'
  | 'invalid-key'
  | 'signature'
  | 'clock'
  | 'sign-in'
  | 'identity-token'
  | 'no-credentials'
  | 'unsigned'
  | 'credentials'
  | 'opt-in'

/**
 * What a pasted text says was denied, in the terms of the command line’s contract; `undefined` if the text does not say.
 * `spans` holds the place of each field in the pasted text.
 */
export interface Denial {
  readonly kind: DenialKind
  readonly principal: string | undefined
  readonly principalType: PrincipalType | undefined
  readonly accountId: string | undefined
  readonly action: string | undefined
  readonly actionDerived: string | undefined
  /** Where the text names an operation that several services have: the action of each. Empty otherwise. */
  readonly actionCandidates: readonly string[]
  /** Where the text names no action at all: the service that answered, by its prefix. */
  readonly service: string | undefined
  readonly resource: string | undefined
  /** Where the message names no resource: what a command, an address, or the event's parameters name. */
  readonly impliedResource: string | undefined
  readonly effect: 'explicit-deny' | 'implicit-deny' | undefined
  readonly policyType: PolicyType | undefined
  readonly policyArn: string | undefined
  readonly encodedMessage: string | undefined
  readonly requestId: string | undefined
  /** Condition keys that the text gives away (CloudTrail events, decoded messages). */
  readonly context: ReadonlyMap<string, string | readonly string[]>
  /** For credential problems and look-alikes: one plain sentence about what it is instead. */
  readonly insteadOf: string | undefined
  /** What `insteadOf` is about. */
  readonly insteadTopic: LookAlikeTopic | undefined
  /** What a service's own sentence says beyond the fields: other actions, whose call it was, and whether a policy can help. */
  readonly sentence: Sentence | undefined
  /** Where AWS keeps its own record of this denial. */
  readonly authorization: Authorization | undefined
  /** That record, where the paste holds it: with it the request's context is complete. */
  readonly recorded: Recorded | undefined
  /** The Deny that a decoded message names. */
  readonly matched: MatchedDeny | undefined
  /** Fields that may be read wrong, and what else they could be. */
  readonly doubts: readonly Doubt[]
  /** For a possible denial: what could be meant. */
  readonly candidate: Candidate | undefined
  readonly spans: ReadonlyMap<DenialField, Span>
}

/** A Deny as a decoded message names it: its conditions have no operators. */
export interface MatchedDeny {
  readonly sid: string | undefined
  /** The ID of the policy. */
  readonly policy: string | undefined
  readonly conditions: readonly { readonly key: string; readonly values: readonly string[] }[]
}

/** A field that a line break, a screenshot or a translation may have changed. */
export interface Doubt {
  readonly field: 'principal' | 'action' | 'resource' | 'policyArn'
  /** As written in the text. */
  readonly read: string
  /** What it could be instead, the likeliest first; empty where only the doubt is known. */
  readonly instead: readonly string[]
  readonly because: 'line-break' | 'blank' | 'run-together' | 'unknown-service' | 'look-alike'
}

/** Values in a text that may be a denial. */
export interface Candidate {
  readonly principal: string | undefined
  readonly action: string | undefined
  readonly resource: string | undefined
}

export type DenialField = 'principal' | 'action' | 'resource' | 'effect' | 'policyArn' | 'encodedMessage' | 'requestId'

/** A secret in a pasted text. The page blanks it at once and says why. */
export interface Secret {
  readonly kind:
    | 'access-key-id'
    | 'secret-access-key'
    | 'session-token'
    | 'private-key'
    | 'password'
    | 'signature'
    | 'token'
  readonly span: Span
}
