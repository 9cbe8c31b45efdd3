import type { PolicyType } from '../iam/index.ts'

/** A policy's text, or a text that holds policies, under the name that people give it. */
export interface ComparedText {
  readonly name: string
  readonly text: string
}

/** A policy that applies to both sides alike: an SCP, a boundary, a resource-based policy. */
export interface SurroundingText extends ComparedText {
  readonly type: PolicyType
  /** What it's attached to: `r-root`, an account, a bucket's ARN. */
  readonly target?: string | undefined
}

/** Something that the new side must never allow. */
export type NeverAllow =
  | {
      readonly ask: 'not-granted'
      readonly actions: readonly string[]
      /** Empty: on any resource. */
      readonly resources: readonly string[]
    }
  /** `resourceType` as AWS writes it: "AWS::S3::Bucket". */
  | { readonly ask: 'not-public'; readonly resourceType: string }

/** Two versions to compare, what surrounds both, and what must never be allowed. */
export interface ComparisonCase {
  /** Undefined: the content must tell. */
  readonly type?: PolicyType | undefined
  readonly old: readonly ComparedText[]
  readonly new: readonly ComparedText[]
  readonly around: readonly SurroundingText[]
  readonly never: readonly NeverAllow[]
}

/** The comparison as the text of a file; links hold the same. */
export const writeComparison = ({ type, old, new: now, around, never }: ComparisonCase, indent?: number): string =>
  JSON.stringify({ whydenied: 1, compare: { type, old, new: now, around, never } }, null, indent)

interface Typed extends SurroundingText {}

/**
 * The comparison of two states of a list of policies, such as before and after a fix: those of one type are the two sides, and all others of the
 * new state surround both.
 */
export function comparisonOf(
  type: PolicyType,
  { before, after }: { readonly before: readonly Typed[]; readonly after: readonly Typed[] },
): ComparisonCase {
  const own = (policies: readonly Typed[]): readonly ComparedText[] =>
    policies.flatMap((policy) => (policy.type === type ? { name: policy.name, text: policy.text } : []))
  return {
    type,
    old: own(before),
    new: own(after),
    around: after.filter((policy) => policy.type !== type),
    never: [],
  }
}
