import type { PolicyType } from '../../iam/index.ts'
import type { Place, Span } from '../../text/index.ts'
import type { Mention } from './account-details.ts'
import type { ReadNote, Unread } from './notes.ts'
import type { PolicyHolder } from './policy-holders.ts'
import type { Reach } from './reach.ts'

/** A policy from a paste: on its own, or inside an output, a template, or a plan. */
export interface PastedPolicy {
  /** Where in the pasted text: the policy itself, or the text that contains it. */
  readonly span: Span
  /** The policy's own JSON. */
  readonly text: string
  /** The place of each piece of `text` in the pasted text. */
  readonly places: readonly Place[]
  /** The language that it's written in there. */
  readonly language: Unread['language']
  /** What was wrapped, completed, unknown, or left out when it was read. */
  readonly notes: readonly ReadNote[]
  /** Undefined: nothing around it told, its content must. */
  readonly policyType: PolicyType | undefined
  /** One clause, for "because …". */
  readonly because: string | undefined
  readonly name: string | undefined
  readonly holder: string | undefined
  readonly arn: string | undefined
  /** The callers that it applies to, if an account’s whole listing shows them. */
  readonly reach?: Reach | undefined
  /** Whom the document around it attaches it to; empty where it could show that and doesn't. Undefined: nothing of the kind stands around it. */
  readonly holders?: readonly PolicyHolder[] | undefined
  /** The root, organizational unit or account that an SCP or RCP is attached to, if the line above names it. */
  readonly target: string | undefined
}

/** A paste, sorted. */
export interface Paste {
  /** What seems to be a policy and can't be read as one. */
  readonly unread: readonly Unread[]
  /** What is left when the documents are taken out: the error, the event, the prose. */
  readonly rest: string
  readonly policies: readonly PastedPolicy[]
  /** From `sts get-caller-identity`. */
  readonly caller: string | undefined
  /** From `iam simulate-principal-policy`: the first that was denied. */
  readonly simulated: { readonly action: string; readonly resource: string } | undefined
  /** Policies that an output names and whose documents are not there. */
  readonly mentions: readonly Mention[]
  /** How many policies of an account's listing belong to others than the caller. */
  readonly leftOut: number
}
