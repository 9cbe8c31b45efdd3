import type { ContextInput, Request, Verdict } from '../evaluate/index.ts'
import { type Chain, chainsTo } from './chains.ts'
import type { AccountPolicy, AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** A question about everyone in the account. */
export interface AccountQuestion {
  /** "service:Action", any case. */
  readonly action: string
  /** An ARN, or "*". */
  readonly resource: string
  readonly resourceAccount?: string | undefined
  readonly context?: Readonly<Record<string, ContextInput>> | undefined
  /** "partial", the default: a key that isn't given is unknown, and the answer can depend on it. */
  readonly contextIs?: 'partial' | 'complete' | undefined
}

/** A verdict without its gates and traces: thousands of them are kept at once. */
export type DecidedBy = Pick<Verdict, 'decision' | 'decidedBy' | 'blockedBy' | 'missingContext' | 'rule'>

/** What one principal may do by itself, and through which roles it gets further. */
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
  const evaluatorFor = survey.about(question.action, trustAsked(survey, question))
  const direct = survey.account.principals.map((principal) => ({
    principal,
    verdict: decidedBy(evaluatorFor(principal).explain(requestOf(principal, question))),
  }))
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

export const decidedBy = ({ decision, decidedBy: by, blockedBy, missingContext, rule }: Verdict): DecidedBy => ({
  decision,
  decidedBy: by,
  blockedBy,
  missingContext,
  rule,
})

/** A role's own trust policy decides who assumes it. */
const trustAsked = ({ account }: Survey, { action, resource }: AccountQuestion): AccountPolicy | undefined =>
  /^sts:(AssumeRole|TagSession|SetSourceIdentity)/i.test(action)
    ? account.principals.find(({ arn }) => arn === resource)?.trust
    : undefined

/** The request that a principal makes; a user's own tags are known, a role's can be replaced by those of its session. */
export function requestOf(
  principal: AccountPrincipal,
  { contextIs = 'partial', context, ...rest }: AccountQuestion,
): Request {
  const tags =
    principal.kind === 'user' ? [...principal.tags].map(([key, value]) => [`aws:PrincipalTag/${key}`, value]) : []
  return { principal: principal.arn, ...rest, context: { ...Object.fromEntries(tags), ...context }, contextIs }
}

function groupsBehind(survey: Survey, principal: AccountPrincipal, verdict: DecidedBy): readonly string[] {
  if (verdict.decision !== 'allowed') return []
  const used = new Set(verdict.decidedBy.flatMap(({ policyIndex }) => survey.policyAt(policyIndex) ?? []))
  const behind = principal.attachments.filter(({ policy }) => used.has(policy))
  if (behind.some(({ group }) => group === undefined)) return []
  return [...new Set(behind.flatMap(({ group }) => group ?? []))]
}
