import type { Arn } from './arn.ts'
import type { Pattern } from './pattern/pattern.ts'

/** One entry of a Principal element. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export type PrincipalPattern =
  /** "*" or { "AWS": "*" } */
  | { readonly kind: 'everyone'; readonly raw: string }
  /** 12 digits, or arn:aws:iam::ACCOUNT:root: the account and, by delegation, its identities. */
  | { readonly kind: 'account'; readonly raw: string; readonly account: string }
  /** A user, role, role session or federated user session. No wildcards. */
  | { readonly kind: 'arn'; readonly raw: string; readonly arn: Arn }
  | { readonly kind: 'service'; readonly raw: string; readonly name: string }
  | { readonly kind: 'federated'; readonly raw: string; readonly provider: string }
  | { readonly kind: 'canonical-user'; readonly raw: string }
  /** AIDA…, AROA…: the unique ID that remains when someone deletes a user or role. Matches no one. */
  | { readonly kind: 'unique-id'; readonly raw: string }
  /** An entry that the document leaves open, such as "${var.role_arn}". `key` is the one it stands under; undefined if the whole element is open. */
  | { readonly kind: 'open'; readonly raw: string; readonly key: string | undefined; readonly whole: Pattern }
  /** A text that AWS would reject: it matches no one. */
  | { readonly kind: 'invalid'; readonly raw: string; readonly problem: PrincipalFault }

/** Why AWS doesn't accept the principal. An `other-arn` doesn't name a user, role, or session. */
export type PrincipalFault =
  | 'unknown-key'
  | 'wildcard-in-service'
  | 'wildcard-in-provider'
  | 'wildcard-in-principal'
  | 'no-arn'
  | 'other-arn'
