import type { DecidedBy } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** A policy that allows something, and how it reaches the principal. */
export interface Way {
  readonly policy: string
  /** The managed policy's ARN; undefined for an inline policy. */
  readonly arn: string | undefined
  /** The group that has it; undefined if the principal has it itself. */
  readonly group: string | undefined
}

/** The policies that a principal owes an Allow to; one that reaches it in two ways is listed twice. */
export function waysOf(survey: Survey, { attachments }: AccountPrincipal, verdict: DecidedBy): readonly Way[] {
  if (verdict.decision !== 'allowed') return []
  const used = new Set(verdict.decidedBy.flatMap(({ policyIndex }) => survey.policyAt(policyIndex) ?? []))
  return attachments
    .filter(({ policy }) => used.has(policy))
    .map(({ policy, group }) => ({ policy: policy.name, arn: policy.arn, group }))
}
