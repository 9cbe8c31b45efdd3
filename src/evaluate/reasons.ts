import type { CallerKind } from '../iam/index.ts'

// Why a gate answers as it does, as data. src/words turns each of these into a sentence.

/** Why a policy has no say over a request. */
export type ExemptReason =
  | { readonly code: 'scp-management-account' }
  | { readonly code: 'scp-service-linked-role' }
  | { readonly code: 'scp-outside-organization' }
  | { readonly code: 'rcp-management-account' }
  | { readonly code: 'rcp-service-linked-role' }
  | { readonly code: 'rcp-service-not-covered'; readonly service: string }
  | { readonly code: 'rcp-retire-grant' }
  | { readonly code: 'rcp-aws-managed-key' }
  | { readonly code: 'rcp-service-takes-its-role' }
  | { readonly code: 'attached-to-another-account'; readonly target: string }
  | { readonly code: 'attached-to-another-resource'; readonly target: string }
  | { readonly code: 'caller-without-session-policy' }
  | { readonly code: 'caller-without-boundary' }
  | { readonly code: 'caller-without-identity-policies'; readonly caller: CallerKind }
  | { readonly code: 'not-through-endpoint' }

/** Rules that need no further data to be told. */
export type PlainRuleCode =
  | 'needs-no-permission'
  | 'root-user'
  | 'alias-belongs-to-aws'
  | 'role-passed-across-accounts'
  | 'root-assumes-role'
  | 'service-linked-role-change'
  | 'identity-center-role-change'
  | 'aws-managed-policy-change'
  | 'billing-access-off'
  | 'public-policy-blocked'
  | 'kms-grant'

/** A rule that AWS keeps itself, whatever the policies say. The code is the `rule` of the public JSON. */
export type RuleReason = { readonly code: PlainRuleCode }

export type RuleCode = RuleReason['code']

/** What a gate says to a request, as data. `action` is as the request writes it. */
export type GateReason =
  | { readonly code: 'rule'; readonly rule: RuleReason }
  | { readonly code: 'exempt'; readonly why: ExemptReason }
  | { readonly code: 'denies'; readonly action: string }
  | { readonly code: 'allows'; readonly action: string }
  | { readonly code: 'allows-account' }
  | { readonly code: 'does-not-deny' }
  | { readonly code: 'does-not-allow'; readonly action: string }
  | { readonly code: 'depends' }
  /** Its answer differs from value to value, and still every value leads to the same decision. */
  | { readonly code: 'differs-by-value' }
  | { readonly code: 'not-given'; readonly needed: boolean }
  | { readonly code: 'no-session-policy' }

/** What this evaluator does not model and that can matter for a request. */
export type GapCode =
  | 'acls-and-access-points'
  | 'bucket-owner-assumed'
  | 'kms-grants'
  | 'role-path-unknown'
  | 'lake-formation'
  | 'too-many-completions'
