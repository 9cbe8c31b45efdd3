import {
  attachedToCaller,
  namesPrincipals,
  type PolicyDocument,
  type PolicyType,
  type ReadProblem,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Edit, Span } from '../text/index.ts'
import type { MessageData, Messages } from '../words/index.ts'
import type { ArnAt } from './arns.ts'
import type { ConditionAt } from './condition-values.ts'
import type { Grants } from './escalation/grants.ts'
import type { QuickFix } from './fix-titles.ts'
import type { Matched } from './matched-actions.ts'
import type { VariableText } from './variable-texts.ts'

/** The four kinds of finding of IAM Access Analyzer's policy validation. */
export type FindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION'

/**
 * Checks that are made only where someone asks for their group: those that would find something in most policies, and reminders of what only the account,
 * the network, or the identity provider can confirm.
 */
export const checkGroups = ['least-privilege', 'reminders'] as const
export type CheckGroup = (typeof checkGroups)[number]

/** A part that many policies lack. "IAM action" is an entry of Action that matches one of IAM's. */
export type Part =
  | 'problem'
  | 'condition'
  | 'principal'
  | 'ARN'
  | 'variable'
  | 'Deny'
  | 'NotAction'
  | 'NotResource'
  | 'IAM action'

/** What a policy must have for a check to find anything in it: a part, or a condition key (in lower case) that the pattern matches. */
export type Need = Part | RegExp

/** What a check sees: the policy, what it is attached to, and the services that are loaded. */
export interface Subject {
  readonly policy: PolicyDocument
  /** What the reader could not make out; the checks of the grammar are made of these. */
  readonly problems: readonly ReadProblem[]
  readonly policyType: PolicyType
  /** "AWS::S3::Bucket" and the like, for resource policies. */
  readonly resourceType: string | undefined
  readonly reference: Reference | undefined
  /** Every whole ARN that it names as a resource. */
  readonly arns: readonly ArnAt[]
  /** Every condition of its statements. */
  readonly conditions: readonly ConditionAt[]
  /** Every text in which a policy variable may stand and that has one. */
  readonly variables: readonly VariableText[]
  /** The actions that its entries match. */
  readonly matched: Matched
  /** How many characters it has without the white space between its parts. */
  readonly size: () => number
  /** What it grants, as the checks for privilege escalation need it; worked out once, for the first of them. */
  readonly grants: () => Grants | undefined
}

/** What is put into a check's template, by the name of its place: texts of the user's, and texts that have templates of their own. */
export type FindingData = MessageData

/** One of a check's messages, with its data: no words of its own, so another language needs only other templates. */
export interface Message {
  readonly id: string
  readonly data: FindingData
}

/** What a check found, before it is put in the words of the command line's contract. */
export interface Found {
  /** JSON pointer into the policy. */
  readonly path: string
  readonly span: Span
  /** What is wrong, why it matters, what to write instead. */
  readonly message: Message
  readonly fix?: QuickFix
  /** Access Analyzer reports it, but nothing needs to change: shown in one folded line, and never a reason to fail. */
  readonly folded?: true
}

/** One check is one file. Its two examples are its tests and its page. */
export interface Check {
  /** Access Analyzer's code, or one of our own. */
  readonly code: string
  /** Not one of Access Analyzer's. */
  readonly own?: true
  /** Off unless this group is asked for. */
  readonly group?: CheckGroup
  /** Access Analyzer has it since May 2023 only: after the state that the contract's `findings` keep to. */
  readonly newer?: true
  /** Access Analyzer's spelling, where it is not the check's title in capitals, which the contract takes as code. */
  readonly awsCode?: string
  readonly type: FindingType
  readonly title: string
  /** What it says, by ID: plain text, the user's own text in backticks. */
  readonly messages: Messages
  readonly policyTypes: readonly PolicyType[]
  /** Without it, the check finds nothing and isn't made. */
  readonly needs?: Need
  /** A policy (JSON text) of the first of the policy types that raises this check, and one that does not. */
  readonly wrong: string
  readonly right: string
  /** What the two examples are attached to, where that matters: "AWS::S3::Bucket". */
  readonly exampleOf?: string
  /** Codes of other errors that cannot be told apart from this one and come along in `wrong`. */
  readonly alsoRaises?: readonly string[]
  readonly source: string
  find(subject: Subject): Iterable<Found>
}

/** One finding, in the shape of the contract. */
export interface Finding extends Omit<Found, 'message' | 'fix'> {
  readonly message: string
  readonly fix?: Edit
  /** Which of the check's messages it is, and what was put into it. */
  readonly messageId: string
  readonly data: FindingData
  readonly code: string
  readonly type: FindingType
  readonly line: number
  readonly column: number
  /** Found after a JSON syntax error, as if the error were already fixed. Access Analyzer reports only the syntax error. */
  readonly behindSlip?: true
}

/** Policies that are attached to an identity, or evaluated like those: they name no principal. */
export const identityTypes: readonly PolicyType[] = [...attachedToCaller]

/** Policies that say whom they are about. */
export const principalTypes: readonly PolicyType[] = [...namesPrincipals]

/** Where Access Analyzer describes all its codes. */
export const accessAnalyzer =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html'
