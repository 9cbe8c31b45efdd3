import type { OutputKind, Reach } from '../account/index.ts'
import type { Decision } from '../evaluate/index.ts'
import type { ReportPart } from '../words/index.ts'

/** A user or role in a table. */
export interface ShownPrincipal {
  readonly arn: string
  readonly name: string
  readonly kind: 'user' | 'role'
  readonly accountId: string
  /** Those who sign in with the role of a permission set: "ana (group Finance)". */
  readonly people: readonly string[]
}

/** What was read from files. */
export interface OpenedFiles {
  readonly principals: readonly ShownPrincipal[]
  /** Were there account details, even if they list no users and roles? */
  readonly hasDetails: boolean
  readonly read: readonly (readonly [kind: OutputKind, count: number])[]
  readonly unused: readonly { readonly name: string; readonly why: string }[]
  /** Sentences about missing documents. */
  readonly gaps: readonly string[]
}

/** One principal's answer. `at` is its place in the list of principals. */
export interface WhoRow {
  readonly at: number
  readonly decision: Decision
  /** "no" for a principal that no policy lets, whatever the keys are that choose between two kinds of deny. */
  readonly can: 'yes' | 'depends' | 'chain' | 'no'
  /** How, or on what it depends: "group finance", "role Admin by sts:AssumeRole", "aws:MultiFactorAuthPresent". */
  readonly how: string
}

export interface WhoAnswer {
  readonly action: string
  readonly resource: string
  readonly rows: readonly WhoRow[]
  readonly gaps: readonly string[]
  /** The service or action isn't in AWS's list. */
  readonly unknown: string | undefined
}

/** Why one principal can or can't do something. */
export interface WhyAnswer {
  readonly decision: Decision
  /** "statement 1 of Finance (group finance)". */
  readonly decidedBy: readonly string[]
  readonly blockedBy: readonly string[]
  readonly dependsOn: readonly string[]
  readonly chain: readonly string[]
  /** The checker's `#case=`; undefined where it would be too long for a link. */
  readonly link: string | undefined
}

/** One decision behind an answer. */
export interface DecidedQuestion {
  readonly action: string
  readonly resource: string
  readonly why: WhyAnswer
}

export interface PermissionRow {
  readonly service: string
  readonly action: string
  readonly accessLevel: string
  readonly resource: string
  readonly except: readonly string[]
  readonly decision: Decision
  readonly how: string
}

export interface WhatAnswer {
  readonly principal: number
  readonly rows: readonly PermissionRow[]
  readonly gaps: readonly string[]
}

/** One cell of the Billing view. */
export interface BillingCell {
  readonly can: 'yes' | 'depends' | 'no'
  readonly missing: number
  readonly of: number
}

export interface BillingTableRow {
  readonly at: number
  readonly cells: readonly BillingCell[]
  /** "policy Pay (group finance)". */
  readonly how: string
}

export interface BillingAnswer {
  readonly tasks: readonly { readonly id: string; readonly label: string }[]
  readonly rows: readonly BillingTableRow[]
  readonly gaps: readonly string[]
}

/** A change that was decided again. */
export interface ShownChange {
  readonly is: 'grant' | 'leave-group' | 'detach' | 'deny'
  readonly name: string
  /** The policy to add, as JSON. */
  readonly policy: string | undefined
  readonly works: boolean
  readonly blockedBy: readonly string[]
  readonly sharedWith: number
  /** The comparison page's `#compare=`, which shows what else changes; undefined where it would be too long. */
  readonly compare: string | undefined
}

/** One principal and one task in detail. */
export interface TaskDetails {
  readonly can: 'yes' | 'depends' | 'no'
  readonly missing: readonly string[]
  readonly of: number
  readonly dependsOn: readonly string[]
  readonly how: readonly string[]
  readonly changes: readonly ShownChange[]
  /** A deciding action in the checker. */
  readonly link: string | undefined
}

/** Tables about the whole account. */
export interface RisksAnswer {
  readonly parts: readonly ReportPart[]
  readonly gaps: readonly string[]
}

/** The setting "IAM user and role access to Billing information". */
export type BillingAccess = 'on' | 'off' | 'unknown'

/** What the page asks its worker. */
export type Question =
  | { readonly ask: 'open'; readonly files: readonly File[] }
  | { readonly ask: 'open-texts'; readonly texts: readonly { readonly name: string; readonly text: string }[] }
  | { readonly ask: 'who-can'; readonly action: string; readonly resource: string }
  | { readonly ask: 'why'; readonly principal: number; readonly action: string; readonly resource: string }
  | { readonly ask: 'what-can'; readonly principal: number }
  | { readonly ask: 'billing'; readonly access: BillingAccess }
  | { readonly ask: 'task'; readonly principal: number; readonly task: string; readonly access: BillingAccess }
  | { readonly ask: 'risks' }
  /** Why a line of a part of the risks says what it says; the first line is 0. */
  | { readonly ask: 'risk'; readonly part: ReportPart['id']; readonly line: number }
  /** Why one principal can or can't do something, without the chains of roles. */
  | { readonly ask: 'decide'; readonly principal: number; readonly action: string; readonly resource: string }
  | { readonly ask: 'reach'; readonly center: string | undefined }
  | { readonly ask: 'complete'; readonly text: string }

/** What the worker answers. */
export type Answer =
  | { readonly ask: 'open'; readonly answer: OpenedFiles }
  | { readonly ask: 'who-can'; readonly answer: WhoAnswer }
  | { readonly ask: 'why'; readonly answer: WhyAnswer }
  | { readonly ask: 'what-can'; readonly answer: WhatAnswer }
  | { readonly ask: 'billing'; readonly answer: BillingAnswer }
  | { readonly ask: 'task'; readonly answer: TaskDetails }
  | { readonly ask: 'risks'; readonly answer: RisksAnswer }
  | { readonly ask: 'risk'; readonly answer: readonly DecidedQuestion[] }
  | { readonly ask: 'decide'; readonly answer: readonly DecidedQuestion[] }
  | { readonly ask: 'reach'; readonly answer: Reach }
  | { readonly ask: 'complete'; readonly answer: readonly string[] }
