import {
  compilePrepared,
  type DocumentInput,
  type Evaluator,
  type Facts,
  isAbout,
  type PolicyInput,
  type PreparedPolicy,
  prepare,
} from '../evaluate/index.ts'
import type { Reference } from '../reference/index.ts'
import { type PolicyReader, policyReader } from './policy-reader.ts'
import type { Account, AccountPolicy, AccountPrincipal } from './read-account.ts'

/** What surrounds the account's own policies: SCPs and RCPs by level, resource-based policies, KMS grants, access control lists. */
export interface Surroundings {
  readonly policies: readonly (PolicyInput | DocumentInput)[]
  readonly facts: Facts
  readonly reference: Reference | undefined
}

/** Everything that decides about one principal. */
export interface PrincipalPolicies {
  readonly evaluator: Evaluator
  readonly identity: readonly PreparedPolicy[]
  /** Its boundary, SCPs, RCPs, and resource-based policies. */
  readonly others: readonly PreparedPolicy[]
}

/** An account whose policies are read once, to answer any number of questions. */
export interface Survey {
  readonly account: Account
  readonly surroundings: Surroundings
  /** The attachment behind a reference's `policyIndex`; undefined for policies that surround the account. */
  policyAt(index: number): AccountPolicy | undefined
  /**
   * Decides about one action for any principal. Policies without a statement about the action are left out, and principals that share
   * the rest share an evaluator. The decisions are those of all policies together: a statement that isn't about the action takes no part.
   * @param trust a role's trust policy, where the action assumes that role
   */
  about(action: string, trust?: AccountPolicy): (principal: AccountPrincipal) => Evaluator
  /** All policies of one principal, for questions about many actions. */
  of(principal: AccountPrincipal): PrincipalPolicies
}

/** Prepares an account for questions: each of its documents is read once, when a question first needs it. */
export function survey(account: Account, surroundings: Surroundings): Survey {
  const around = prepare(surroundings.policies)
  const { read, at } = policyReader(around.length)
  const evaluatorOf = (policies: readonly PreparedPolicy[]): Evaluator =>
    compilePrepared([...around, ...policies], surroundings.facts, surroundings.reference)
  const boundaryOf = ({ boundary }: AccountPrincipal): readonly PreparedPolicy[] =>
    boundary ? [read(boundary, 'permissions-boundary')] : []
  return {
    account,
    surroundings,
    policyAt: at,
    about(action, trust) {
      const isRelevant = relevance(action, read)
      const own = trust ? [read(trust, 'trust')] : []
      const evaluators = new Map<string, Evaluator>()
      return (principal) => {
        const identity = [...new Set(principal.attachments.map(({ policy }) => policy))].filter(isRelevant)
        const policies = [...identity.map((policy) => read(policy, 'identity')), ...boundaryOf(principal), ...own]
        const key = policies.map(({ index }) => index).join(' ')
        const evaluator = evaluators.get(key) ?? evaluatorOf(policies)
        evaluators.set(key, evaluator)
        return evaluator
      }
    },
    of(principal) {
      const identity = [...new Set(principal.attachments.map(({ policy }) => read(policy, 'identity')))]
      const boundary = boundaryOf(principal)
      const others = [...around.filter((policy) => 'prepared' in policy), ...boundary]
      return { evaluator: evaluatorOf([...identity, ...boundary]), identity, others }
    },
  }
}

/** Does a policy have a statement about the action? Each policy is asked once. */
function relevance(action: string, read: PolicyReader['read']): (policy: AccountPolicy) => boolean {
  const asked = sidesOf(action)
  const known = new Map<AccountPolicy, boolean>()
  return (policy) => {
    const relevant =
      known.get(policy) ?? read(policy, 'identity').prepared.statements.some((statement) => isAbout(statement, asked))
    known.set(policy, relevant)
    return relevant
  }
}

/** The two sides of "service:Action", in lower case. */
function sidesOf(action: string): { readonly service: string; readonly actionName: string } {
  const lower = action.trim().toLowerCase()
  const colon = lower.indexOf(':')
  return { service: lower.slice(0, Math.max(0, colon)), actionName: lower.slice(colon + 1) }
}
