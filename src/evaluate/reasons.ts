import type { CallerKind } from '../iam/index.ts'

// Why a gate answers as it does, as data. src/words turns each of these into a sentence.

/** Why a policy doesn't apply to a request. */
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
  | { readonly code: 'trust-policy-only-for-role' }
  | { readonly code: 'scp-not-restrictable' }
  | { readonly code: 'unsigned-call' }
  | { readonly code: 'owner-root-user' }
  | { readonly code: 'policy-for-services-only' }
  | { readonly code: 'resource-policy-ignored' }

/** Rules whose sentences need no further data. */
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
  | 'listed-grant'
  | 'bucket-acl'
  | 'needs-no-allow'
  | 'unsigned-call'
  | 'session-credentials'
  | 'federated-user-credentials'
  | 'root-assumes-root'
  | 'only-iam-users'
  | 'only-cognito-identities'
  | 'management-account-only'
  | 'member-account-only'
  | 'delegated-administrator'
  | 'own-account-only'
  | 'no-resource-policies'
  | 'caller-side-only'
  | 'shared'
  | 'data-access-policy'
  | 'cognito-guest'

/** A rule that AWS enforces itself, whatever the policies say. The code is the `rule` of the public JSON. */
export type RuleReason = { readonly code: PlainRuleCode }

export type RuleCode = RuleReason['code']

/** The answer of a gate to a request, as data. `action` is as the request writes it. */
export type GateReason =
  | { readonly code: 'rule'; readonly rule: RuleReason }
  | { readonly code: 'exempt'; readonly why: ExemptReason }
  | { readonly code: 'denies'; readonly action: string }
  | { readonly code: 'allows'; readonly action: string }
  | { readonly code: 'allows-account' }
  | { readonly code: 'does-not-deny' }
  | { readonly code: 'does-not-allow'; readonly action: string }
  | { readonly code: 'depends' }
  /** The gate's answer depends on the value, but every value leads to the same decision. */
  | { readonly code: 'differs-by-value' }
  | { readonly code: 'not-given'; readonly needed: boolean }
  | { readonly code: 'no-session-policy' }

/** A part of AWS that this evaluator doesn't model and that can matter for a request. */
export type GapCode =
  | 'acls'
  | 'access-point-bucket'
  | 'share-permissions'
  | 'bucket-owner-assumed'
  | 'kms-grants'
  | 'role-path-unknown'
  | 'lake-formation'
  | 'too-many-completions'

/**
 * How an entry of Action was probably meant: it holds a blank or a comma, names another service, or is misspelled.
 */
export type ActionSlip = 'separator' | 'service' | 'misspelling'

/**
 * How an entry of Resource misses the resource: in upper and lower case; it names what contains the resource, or what the resource contains; an alias instead
 * of its key; a role without its path; or one part of the ARN differs.
 */
export type ResourceSlip =
  | 'case'
  | 'container'
  | 'contents'
  | 'alias'
  | 'path'
  | 'prefix'
  | 'partition'
  | 'service'
  | 'Region'
  | 'account'

/** What the request holds for a condition's key. */
export type ActualValue =
  | { readonly is: 'absent' }
  | { readonly is: 'unknown' }
  | { readonly is: 'values'; readonly values: readonly string[] }
  /** Several values, which an operator without ForAllValues or ForAnyValue never matches. */
  | { readonly is: 'several' }

/** Why one element of a statement matched or not. Names and values are as policy and request write them. */
export type ElementReason =
  | { readonly code: 'principal-covers'; readonly caller: string }
  | { readonly code: 'principal-covers-account' }
  | { readonly code: 'principal-misses'; readonly names: readonly string[]; readonly caller: string }
  | { readonly code: 'principal-left-out'; readonly caller: string }
  | { readonly code: 'principal-not-left-out'; readonly caller: string }
  | { readonly code: 'action-covered'; readonly pattern: string; readonly action: string }
  | { readonly code: 'action-not-covered'; readonly action: string }
  | { readonly code: 'action-left-out'; readonly pattern: string; readonly action: string }
  | { readonly code: 'action-not-left-out'; readonly action: string }
  | { readonly code: 'action-slip'; readonly slip: ActionSlip; readonly pattern: string; readonly service: string }
  | { readonly code: 'resource-covered'; readonly pattern: string; readonly resource: string }
  | { readonly code: 'resource-missed'; readonly names: readonly string[]; readonly resource: string }
  /** The request is for all resources, and the statement names some. */
  | { readonly code: 'resource-needs-star'; readonly names: readonly string[]; readonly action: string }
  | { readonly code: 'resource-left-out'; readonly pattern: string; readonly resource: string }
  | { readonly code: 'resource-not-left-out'; readonly resource: string }
  | { readonly code: 'variable-unknown'; readonly pattern: string }
  | { readonly code: 'resource-slip'; readonly slip: ResourceSlip; readonly pattern: string; readonly resource: string }
  | ConditionReason

export interface ConditionReason {
  readonly code: 'condition'
  /** As the policy writes it: "ForAnyValue:StringLike". */
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
  readonly actual: ActualValue
  /** The action whose requests never carry the key; undefined where that isn't certain. */
  readonly neverIn: string | undefined
  /** A date that the request's time has passed, or hasn't reached. */
  readonly time: 'over' | 'to-come' | undefined
  /** A variable in the values has no known value. */
  readonly variableUnknown: boolean
}
