import type { PolicyType } from '../iam/index.ts'
import type { Problem, Span } from '../text/index.ts'

/** The words of AWS's own simulator, and "it depends". */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'undetermined'

/** Three-valued: does it match, allow, deny? */
export type Answer = 'yes' | 'no' | 'unknown'

/** A gate is a policy type, a switch that denies without a policy, or a rule that AWS keeps itself. */
export type GateKind = PolicyType | 'billing-access' | 's3-block-public-access' | 'kms-grant' | 'aws'

/** Where a statement stands: the index of its policy in the list given to `compile`, and its place in that policy's text. */
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
  /** One sentence, plain text, without a full stop; names and values in backticks. */
  readonly why: string
  /** For a condition: its key, as the policy writes it. */
  readonly key?: string
  /** For an action that does not match: something near it was probably meant. */
  readonly isSlip?: true
}

export interface StatementTrace {
  readonly ref: StatementRef
  readonly effect: 'Allow' | 'Deny'
  readonly answer: Answer
  readonly elements: readonly ElementTrace[]
}

/** One gate of the decision, in AWS's order; an SCP or RCP level is a gate of its own. */
export interface Gate {
  readonly kind: GateKind
  /** The level's target for SCPs and RCPs ("r-root", an OU, an account). */
  readonly level: string | undefined
  readonly state: 'allows' | 'denies' | 'silent' | 'unknown' | 'not given' | 'exempt'
  /** True where opening this gate is necessary for the request to be allowed. */
  readonly blocks: boolean
  /** One sentence for a person, plain text. */
  readonly sentence: string
  readonly statements: readonly StatementTrace[]
}

/** An Allow statement that failed in exactly one element. */
export interface NearMiss {
  readonly ref: StatementRef
  readonly failed: ElementTrace
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

/** The whole answer to one request. */
export interface Verdict {
  readonly decision: Decision
  /** The statements that decided: the Denies of an explicit deny, the Allows of an allow; none for an implicit deny. */
  readonly decidedBy: readonly StatementRef[]
  /** Every policy type that stands in the way; opening all of them allows the request. */
  readonly blockedBy: readonly PolicyType[]
  /** Exactly the keys whose values change the decision. */
  readonly missingContext: readonly string[]
  readonly questions: readonly Question[]
  readonly gates: readonly Gate[]
  readonly closest: readonly NearMiss[]
  /** Keys that AWS fills in by itself and that were derived from the request. */
  readonly derived: readonly { readonly key: string; readonly value: string }[]
  /** Keys of the policies that requests for this action never carry: they count as absent. As the policies write them. */
  readonly unsupportedKeys: readonly string[]
  /** What this evaluator does not model and that matters here, in plain words. */
  readonly notEvaluated: readonly string[]
  /** Where a call asks for several things: the verdict on each, in the request's order; empty otherwise. */
  readonly parts: readonly { readonly action: string; readonly resource: string; readonly verdict: Verdict }[]
}

/** Problems of one policy given to `compile`. */
export interface PolicyProblem extends Problem {
  readonly policyIndex: number
}
