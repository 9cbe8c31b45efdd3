import type { Case, Diagnosis, Opens, SortedPaste } from '../advise/index.ts'
import type { Secret } from '../denial/index.ts'
import type { Decision, Request } from '../evaluate/index.ts'
import type { Quota } from '../lint/index.ts'
import type { Edit, Span } from '../text/index.ts'

/** Where the engine runs: the URL of the site's root, with a slash at its end, below which service data lies; and the project's version. */
export interface Home {
  readonly site: string
  readonly version: string
}

/** What the page asks of the worker. The newest question is the one that counts. */
export interface Question {
  readonly id: number
  readonly given: Case
  /** The paste is new: documents in it are to be taken out. */
  readonly sort: boolean
  /** Requests that were kept: each is decided with the policies of the case. */
  readonly saved: readonly Case[]
  /** Every statement of every gate is wanted, not just the first. */
  readonly whole: boolean
  /** Error messages that the organization's declarative policies use. */
  readonly ownTexts?: readonly string[]
  readonly home: Home
}

/** What the worker says: that it got a question, that it began to compute, the answer, or that it broke. */
export type Message =
  | { readonly is: 'heard'; readonly id: number }
  | { readonly is: 'computing'; readonly id: number }
  | { readonly is: 'answer'; readonly id: number; readonly answer: EngineAnswer }
  /** What each fix of the answer opens; it comes some time after the answer. */
  | { readonly is: 'opens'; readonly id: number; readonly opens: readonly (Opens | undefined)[] }
  | { readonly is: 'broken'; readonly id: number; readonly why: string }

/** One thing that is wrong with a text, with its place for people. */
export interface Complaint {
  readonly severity: 'error' | 'security' | 'warning' | 'suggestion'
  readonly code: string
  readonly message: string
  readonly expected: string | undefined
  readonly span: Span
  readonly line: number
  readonly column: number
  readonly fix: Edit | undefined
  /** A request that proves it, with null for what the policy asks for and the request doesn't carry. */
  readonly example?: Request
}

/** Characters without white space, as AWS counts them. */
export interface PolicySize {
  readonly size: number
  readonly quota: Quota<string>
}

/** A text in which secrets were found that was too long to look through on the page's own thread. */
export interface Blanked {
  /** Index of the policy; undefined for the paste. */
  readonly policyIndex: number | undefined
  readonly text: string
  readonly found: readonly Secret[]
}

/** The state of the AWS service data. */
export interface ServiceData {
  /** When the data was published; undefined where not even the index could be loaded. */
  readonly date: string | undefined
  /** Services that this case mentions and whose data couldn't be loaded. */
  readonly missing: readonly string[]
}

/** Everything the page shows for one case. */
export interface EngineAnswer {
  /** Where documents were taken out of the paste: the case that the answer is about. */
  readonly sorted: SortedPaste | undefined
  /** With every statement of every gate, or with as many as are shown at first. */
  readonly diagnosis: Diagnosis
  readonly isWhole: boolean
  /** The number of statements per gate, including those that aren't in this message. */
  readonly statements: readonly number[]
  /** Possible misreadings of the paste, one sentence each. */
  readonly doubts: readonly string[]
  /** What is wrong with the paste as a text: binary, half a JSON. */
  readonly paste: readonly Complaint[]
  /** What is wrong with each policy, in the order of the case. */
  readonly policies: readonly (readonly Complaint[])[]
  /** How long each policy is, and how long it may be. */
  readonly sizes: readonly PolicySize[]
  readonly blanked: readonly Blanked[]
  /** The message to the administrator. */
  readonly requestText: string
  /** The whole answer in Markdown. */
  readonly report: string
  /** The decisions of the kept requests, in their order; undefined where there is nothing to decide. */
  readonly saved: readonly (Decision | undefined)[]
  readonly data: ServiceData
}
