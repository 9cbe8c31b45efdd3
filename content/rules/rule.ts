import type { Decision } from '../../src/evaluate/index.ts'
import type { Scenario } from './scenario.ts'

/** What is asked, in a few words, and the answer that AWS gives; the gates in the way where the order of words matters. */
export type Case = readonly [title: string, scenario: Scenario, decision: Decision, blockedBy?: readonly string[]]

/** One rule of AWS. Its cases are tests, and the page of rules is made of it. */
export interface Rule {
  readonly number: number
  readonly says: string
  /** The AWS page, or the person who observed it. */
  readonly source: string
  /** Not read on a page of AWS: well known, reported, or seen in data. */
  readonly observed?: true
  readonly cases: readonly Case[]
  /** Where no request can show it, or the evaluator does not model it: what the site does instead. */
  readonly instead?: string
}

export interface RuleSection {
  readonly title: string
  readonly rules: readonly Rule[]
}

export const guide = (page: string): string => `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`
export const organizations = (page: string): string =>
  `https://docs.aws.amazon.com/organizations/latest/userguide/${page}.html`
