import type { PolicyType, ReadProblem } from '../iam/index.ts'
import type { NonEmpty, Span } from '../text/index.ts'
import type { ElementReason, GapCode, GateReason, RuleCode, RuleReason } from './reasons.ts'

/** The decisions of AWS's own simulator, and "it depends". */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'undetermined'

/** Three-valued: does it match, allow, deny? */
export type Answer = 'yes' | 'no' | 'unknown'

/** A gate that isn't a policy: an account setting, a grant, or a rule that AWS enforces itself. */
export type RuleKind =
  | 'billing-access'
  | 's3-block-public-access'
  | 'kms-grant'
  | 'bucket-acl'
  | 'sharing'
  | 'delegation'
  | 'data-access'
  | 'aws'
export type GateKind = PolicyType | RuleKind

/** Names a gate in a verdict. */
export interface GateRef {
  readonly kind: GateKind
  /** The target of an SCP or RCP level ("r-root", an OU, an account), or the resource that a resource-based policy is attached to. */
  readonly level: string | undefined
  /** For a rule that AWS enforces itself: which one. */
  readonly rule: RuleReason | undefined
}

/** The location of a statement: the index of its policy in the list given to `compile`, and its place in that policy's text. */
export interface StatementRef {
  readonly policyType: PolicyType
  readonly policy: string
  readonly policyIndex: number
  /** From 0. */
  readonly statement: number
  readonly sid: string | undefined
  readonly span: Span
}

/** Why one element of a statement (or one condition) matched or not; `span` is its place in the policy's text. */
export interface ElementTrace {
  readonly element: 'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Condition'
  readonly answer: Answer
  readonly span: Span
  readonly reason: ElementReason
}

export interface StatementTrace {
  readonly ref: StatementRef
  readonly effect: 'Allow' | 'Deny'
  readonly answer: Answer
  readonly elements: readonly ElementTrace[]
}

/** The answer of one gate, in AWS's order; each SCP or RCP level is a separate gate. */
export interface GateResult extends GateRef {
  readonly state: 'allows' | 'denies' | 'silent' | 'unknown' | 'not given' | 'exempt'
  /** True where opening this gate is necessary for the request to be allowed. */
  readonly blocks: boolean
  readonly reason: GateReason
  readonly statements: readonly StatementTrace[]
}

/** An Allow statement that failed in exactly one element, or in conditions only. */
export interface NearMiss {
  readonly ref: StatementRef
  readonly failed: ElementTrace
  /** Further conditions that failed or might fail. */
  readonly also?: readonly ElementTrace[]
}

/** A key that was not given and that decides; `outcomes` says which value leads where. */
export interface Question {
  readonly key: string
  /** `value` undefined: the key is absent; a list: a multivalued key; "(any other value)": one that no policy names. */
  readonly outcomes: readonly {
    readonly value: string | readonly string[] | undefined
    readonly decision: Exclude<Decision, 'undetermined'>
  }[]
}

/** The request is allowed: by statements, or by a rule of AWS alone. */
type Allowed = { readonly decision: 'allowed'; readonly blockedBy: readonly []; readonly missing: readonly [] } & (
  | { readonly decidedBy: NonEmpty<StatementRef>; readonly rule: undefined }
  | { readonly decidedBy: readonly []; readonly rule: RuleCode }
)

/** Statements deny it. They decide together where each hits for some values of an unknown key only. */
interface ExplicitDeny {
  readonly decision: 'explicitDeny'
  readonly decidedBy: NonEmpty<StatementRef>
  readonly rule: undefined
  /** The types of the policies that deny, and of the missing gates. */
  readonly blockedBy: NonEmpty<PolicyType>
  /** Gates that would not allow it either. */
  readonly missing: readonly GateRef[]
}

/** Nothing denies it, and these gates do not allow it. */
interface ImplicitDeny {
  readonly decision: 'implicitDeny'
  readonly decidedBy: readonly []
  /** The rule of AWS that no policy can change; undefined where only policies are missing. */
  readonly rule: RuleCode | undefined
  readonly blockedBy: readonly PolicyType[]
  readonly missing: NonEmpty<GateRef>
}

interface Undetermined {
  readonly decision: 'undetermined'
  readonly decidedBy: readonly []
  readonly rule: undefined
  readonly blockedBy: readonly []
  readonly missing: readonly []
  /** Exactly the keys whose values change the decision; where `questions` is empty, the keys that were too many to try. */
  readonly missingContext: NonEmpty<string>
  /** One for each of these keys. */
  readonly questions: readonly Question[]
  /** False: the keys only choose between an explicit and an implicit deny. */
  readonly canBeAllowed: boolean
}

/** A decision whose cause does not depend on anything unknown. */
export type CertainOutcome = Allowed | ExplicitDeny | ImplicitDeny

/** A decision with its cause. A denial without a cause, or a doubt without a question, can't be written. */
export type Outcome =
  | (CertainOutcome & { readonly missingContext: readonly []; readonly questions: readonly [] })
  | Undetermined

/** Further details about a request. */
export interface Details {
  readonly gates: readonly GateResult[]
  readonly closest: readonly NearMiss[]
  /** Keys that AWS fills in by itself and that were derived from the request. */
  readonly derived: readonly { readonly key: string; readonly value: string }[]
  /** Keys of the policies that requests for this action never carry: they count as absent. As the policies write them. */
  readonly unsupportedKeys: readonly string[]
  /** What this evaluator does not model and that matters here. */
  readonly notEvaluated: readonly GapCode[]
  /** Where a call must be allowed to do several things: the verdict on each, in the request's order; empty otherwise. */
  readonly parts: readonly { readonly action: string; readonly resource: string; readonly verdict: Verdict }[]
}

/** The whole answer to one request. */
export type Verdict = Outcome & Details

/** Problems of one policy given to `compile`. */
export type PolicyProblem = ReadProblem & {
  readonly policyIndex: number
}
