import type { PolicyType } from '../../iam/index.ts'
import type { Place, Span } from '../../text/index.ts'
import type { Mention } from './account-details.ts'
import type { ReadNote, Unread } from './notes.ts'
import type { Reach } from './reach.ts'

/** A policy that stood in a paste, on its own or inside an output, a template, a plan. */
export interface PastedPolicy {
  /** Where in the pasted text: the policy itself, or the text that it stands in. */
  readonly span: Span
  /** The policy's own JSON. */
  readonly text: string
  /** Where each piece of `text` stands in the pasted text. */
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
  /** Whom it applies to, where an account's whole listing tells it. */
  readonly reach?: Reach | undefined
  /** The root, organizational unit or account that an SCP or RCP is attached to, where the line above tells it. */
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
