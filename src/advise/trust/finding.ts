import type { Statement } from '../../iam/index.ts'
import type { OidcIssuerRow } from '../../reference/index.ts'
import type { Change, Span } from '../../text/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import type { TokenEvidence } from './evidence.ts'
import type { TrustedProvider } from './providers.ts'

const told = messagesOf('trust/finding', {
  change: 'Change `{{from}}` to `{{to}}`.',
})

/** A statement of a trust policy that lets a provider's tokens in, and what is known about them. */
export interface Examined {
  /** The trust policy's text. */
  readonly text: string
  readonly statement: Statement
  readonly provider: TrustedProvider
  /** Undefined for SAML, and for an issuer that the table doesn't know. */
  readonly issuer: OidcIssuerRow | undefined
  readonly evidence: TokenEvidence
}

/** Something in the document that keeps the token out. */
export interface TrustFinding {
  /** Names the kind of mistake: "key-never-present". */
  readonly code: string
  /** The document alone shows it, or the document together with claims that were pasted; false: it is the usual reason. */
  readonly certain: boolean
  readonly title: Text
  /** One or two sentences: what it says, and why AWS doesn't let the token in. */
  readonly text: Text
  /** The place in the document. */
  readonly span: Span
  /** The replacement text; empty if only the reader knows it. */
  readonly changes: readonly Change[]
  /** The change in words: "Change `a` to `b`." Undefined where there is none. */
  readonly change: Text | undefined
  /** The policy stays as it is: something else is to be changed. */
  readonly isElsewhere?: true
  /** A subject that the corrected document lets in, to try the change with; undefined where it takes no part. */
  readonly subject?: string
  /** The same for a provider, and for an audience. */
  readonly provider?: string
  readonly audience?: string
  /** A command that finds the value to write. Reads only. */
  readonly command?: string
  /** What to add, with the reader's names in angle brackets. */
  readonly statement?: string
}

/** One thing to look for. */
export type TrustCheck = (examined: Examined) => readonly TrustFinding[]

/** Replaces a JSON text, quotes included. */
export const rewrite = (span: Span, value: string): Change => ({ span, insert: JSON.stringify(value) })

/** "Change `a` to `b`." */
export const changeWords = (from: string, to: string): Text => told('change', { from, to })
