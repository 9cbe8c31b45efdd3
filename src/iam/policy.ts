import type { JsonObject, Located, Span } from '../text/index.ts'
import type { Operator } from './operator.ts'
import type { Pattern } from './pattern/pattern.ts'
import type { ReadProblem } from './policy-problem.ts'
import type { PrincipalPattern } from './principal.ts'

/** A parsed policy, as far as it could be read. Spans point into `text`. */
export interface PolicyDocument {
  readonly text: string
  readonly version: Located<string> | undefined
  readonly id: Located<string> | undefined
  readonly statements: readonly Statement[]
  /** The document's JSON object, for checks of parts that the policy grammar doesn't define. */
  readonly root: JsonObject | undefined
}

/**
 * One statement. A part that is missing or that AWS would reject is `undefined` and has its own problem; `effective` is
 * false where AWS would not accept the statement, and then it grants and denies nothing.
 */
export interface Statement {
  readonly index: number
  /** JSON pointer: "/Statement/0", or "/Statement" where the statement is not in a list. */
  readonly path: string
  readonly span: Span
  readonly node: JsonObject
  readonly sid: Located<string> | undefined
  readonly effect: Located<'Allow' | 'Deny'> | undefined
  /** The placeholder's name in a document that leaves the effect open ("${var.effect}"), without its braces. Only if AWS would accept the rest. */
  readonly openEffect: Located<string> | undefined
  readonly principal: Clause<PrincipalPattern> | undefined
  readonly action: Clause<ActionPattern> | undefined
  readonly resource: Clause<ResourcePattern> | undefined
  readonly conditions: readonly Condition[]
  readonly effective: boolean
}

/** `Action` or `NotAction`, `Resource` or `NotResource`, …: one list, read in either sense, so that no code is written twice. */
export interface Clause<T> {
  readonly sense: 'any-of' | 'none-of'
  /** The key in the text: "NotAction". */
  readonly keyword: Located<string>
  /** The location of the value, including its brackets. */
  readonly span: Span
  /** May be empty: `[]` matches nothing. */
  readonly items: readonly Entry<T>[]
}

/** One string of a clause, with its place. */
export interface Entry<T> extends Located<T> {
  /** JSON pointer: "/Statement/0/Action/2". */
  readonly path: string
  /** The list that contains it, with the spans of all its values; undefined for a single string. */
  readonly list: { readonly spans: readonly Span[]; readonly index: number } | undefined
}

/** "s3:Get*": the service part is literal, the rest a pattern; "*" alone is everything. Kept in lower case: actions ignore case. */
export type ActionPattern =
  | { readonly kind: 'all'; readonly raw: string }
  | { readonly kind: 'action'; readonly raw: string; readonly service: string; readonly name: Pattern }
  /** An entry that the document leaves open, such as "${var.action}" or "s3:${var.operation}": what it matches depends on the value. In lower case. */
  | { readonly kind: 'open'; readonly raw: string; readonly whole: Pattern }
  /** A text that AWS would reject: it matches no action. */
  | { readonly kind: 'invalid'; readonly raw: string; readonly problem: ActionFault }

/** Why AWS doesn't accept the action: it holds several actions, lacks a part, or has a wildcard where none is allowed. */
export type ActionFault = 'blank-or-comma' | 'no-service' | 'wildcard-in-service' | 'no-action'

/** A resource ARN pattern, matched as a whole because wildcards may run past a colon; or "*" for all. */
export type ResourcePattern =
  | { readonly kind: 'all'; readonly raw: string }
  | { readonly kind: 'arn'; readonly raw: string; readonly whole: Pattern }
  | { readonly kind: 'invalid'; readonly raw: string; readonly problem: 'no-arn' }

/** One key under one operator. Its values are alternatives. */
export interface Condition {
  /** JSON pointer of the key: "/Statement/0/Condition/StringEquals/aws:RequestedRegion". */
  readonly path: string
  /** From the key to the end of its value. */
  readonly span: Span
  /** `value` is undefined if AWS has no such operator. */
  readonly operator: Located<Operator | undefined> & { readonly written: string }
  /** As written; compare lower-cased. */
  readonly key: Located<string>
  readonly values: readonly Located<ConditionValue>[]
}

/** A value as text (numbers and booleans as JSON writes them) and cut into parts; `json` is what it was in the text. */
export interface ConditionValue {
  readonly json: 'string' | 'number' | 'boolean'
  readonly raw: string
  readonly pattern: Pattern
}

/** The result of reading a policy. */
export interface PolicyRead {
  readonly policy: PolicyDocument
  readonly problems: readonly ReadProblem[]
}
