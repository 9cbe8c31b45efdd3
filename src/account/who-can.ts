import { type Chain, chainsTo } from './chains.ts'
import { type AccountQuestion, type DecidedBy, decisions } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** The decision for one principal by itself, and the roles through which it gets further. */
export interface PrincipalAnswer {
  readonly principal: AccountPrincipal
  /** The decision of `evaluate` for this principal with its policies. */
  readonly verdict: DecidedBy
  /** Groups whose policies allow it. Empty if a policy of the principal's own is enough. */
  readonly groups: readonly string[]
  /** The shortest way to someone who can, for a principal that can't by itself. */
  readonly chain: Chain | undefined
}

export interface WhoCan {
  readonly answers: readonly PrincipalAnswer[]
  /** False if the search for chains of roles reached its limit. */
  readonly complete: boolean
}

/**
 * Who in the account can do this? Every principal gets the decision of `evaluate`; those who can't by themselves also get the shortest chain of
 * roles to one who can. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function whoCan(survey: Survey, question: AccountQuestion): WhoCan {
  const decide = decisions(survey, question)
  const direct = survey.account.principals.map((principal) => ({ principal, verdict: decide(principal) }))
  const reachers = direct.filter(({ verdict }) => verdict.decision === 'allowed').map(({ principal }) => principal)
  const roles = reachers.filter(({ kind }) => kind === 'role')
  const { chains, complete } = chainsTo(survey, roles, new Set(reachers))
  return {
    answers: direct.map(({ principal, verdict }) => ({
      principal,
      verdict,
      groups: groupsBehind(survey, principal, verdict),
      chain: chains.get(principal),
    })),
    complete,
  }
}

function groupsBehind(survey: Survey, principal: AccountPrincipal, verdict: DecidedBy): readonly string[] {
  if (verdict.decision !== 'allowed') return []
  const used = new Set(verdict.decidedBy.flatMap(({ policyIndex }) => survey.policyAt(policyIndex) ?? []))
  const behind = principal.attachments.filter(({ policy }) => used.has(policy))
  if (behind.some(({ group }) => group === undefined)) return []
  return [...new Set(behind.flatMap(({ group }) => group ?? []))]
}
