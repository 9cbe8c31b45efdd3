import type { UnknownReason } from '../compare/index.ts'
import type { Decision } from '../evaluate/index.ts'
import type { PolicyType, PolicyTypeClue } from '../iam/index.ts'
import type { ComparisonCase } from '../session/comparison.ts'
import type { Complaint } from '../session/messages.ts'
import type { Span } from '../text/index.ts'

/** Which of the lists of texts. */
export type Part = 'old' | 'new' | 'around'

/** A statement, and its location in the texts of the comparison. */
export interface StatementPlace {
  readonly part: Part
  /** The text's place in its list. */
  readonly index: number
  readonly span: Span
  readonly line: number
  /** "AllowRead" or "statement 2". */
  readonly label: string
}

/** A request that shows a difference, or access that stays. */
export interface ShownExample {
  readonly principal: string
  readonly action: string
  /** Does AWS list the action? False for a misspelled one, and for one that AWS can add later. */
  readonly isListed: boolean
  readonly resource: string
  readonly context: readonly (readonly [key: string, value: string])[]
  /** The statement that allows it; undefined where a policy allows it that was only assumed. */
  readonly by: StatementPlace | undefined
  /** What the other side decides about it, and the statement that denies it there. */
  readonly other: { readonly decision: Decision; readonly by: StatementPlace | undefined } | undefined
  /** Policies that were assumed around the compared ones, in words. */
  readonly assumed: readonly string[]
  /** The request and the new side as the checker's `#case=`; undefined where that would be too long for a link. */
  readonly link: string | undefined
}

/** The result of one question. */
export type Outcome =
  | { readonly result: 'pass' }
  | { readonly result: 'fail'; readonly examples: readonly ShownExample[] }
  | { readonly result: 'unknown'; readonly because: UnknownReason }

/** A way to more permissions than the policies show, that only the new side allows. */
export interface NewEscalation {
  /** "service:Action"; all of them are needed. */
  readonly actions: readonly string[]
  /** What a caller does with them: "anyone who has it can …". */
  readonly how: string
  /** A public page that describes it. */
  readonly source: string
}

/** What changes from the old side to the new one. */
export interface Difference {
  /** Requests that only the new side allows. "pass": there are none. */
  readonly opened: Outcome
  /** Requests that only the old side allows. */
  readonly closed: Outcome
  /** Requests that both sides allow. */
  readonly kept: Outcome
  /** For identity-based policies. */
  readonly escalations: readonly NewEscalation[]
}

/** Everything that the page shows for one comparison. */
export interface ComparisonAnswer {
  readonly type: PolicyType
  /** Why the type was recognized, as one clause; undefined where the user chose it. */
  readonly because: PolicyTypeClue | undefined
  /** What is wrong with each text. */
  readonly complaints: Readonly<Record<Part, readonly (readonly Complaint[])[]>>
  /** Undefined as long as a side is empty. */
  readonly difference: Difference | undefined
  /** The answers to the questions of the saved list, in their order; undefined as long as the new side is empty. */
  readonly never: readonly (Outcome | undefined)[]
  readonly data: { readonly date: string | undefined; readonly missing: readonly string[] }
}

/** What the page asks of its worker. */
export interface ComparisonQuestion {
  readonly id: number
  readonly comparison: ComparisonCase
  /** The URL of the site's root. */
  readonly site: string
}

/** What the worker says. */
export type ComparisonMessage =
  | { readonly is: 'answer'; readonly id: number; readonly answer: ComparisonAnswer }
  | { readonly is: 'broken'; readonly id: number; readonly why: string }
