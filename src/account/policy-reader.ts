import { type PreparedPolicy, preparePolicy } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { AccountPolicy } from './read-account.ts'

/** Reads each document of an account once per type it's used as, however often it's attached. */
export interface PolicyReader {
  read(policy: AccountPolicy, type: PolicyType): PreparedPolicy
  /** The document behind a reference's `policyIndex`; undefined for other policies. */
  at(index: number): AccountPolicy | undefined
}

/** @param first the index of the first document that is read: others come before it */
export function policyReader(first: number): PolicyReader {
  const documents: AccountPolicy[] = []
  const known = new Map<PolicyType, Map<AccountPolicy, PreparedPolicy>>()
  return {
    read(policy, type) {
      const ofType = known.get(type) ?? new Map<AccountPolicy, PreparedPolicy>()
      known.set(type, ofType)
      const found = ofType.get(policy)
      if (found) return found
      const { name, document } = policy
      const made = preparePolicy({ type, name, document }, first + documents.length)
      documents.push(policy)
      ofType.set(policy, made)
      return made
    },
    at: (index) => documents[index - first],
  }
}

/** Keys whose values come from the caller itself, policy variables, and principals: what makes a policy decide differently for two callers. */
const aboutTheCaller = /aws:(?:principal|userid|username|federatedprovider)|\$\{|"(?:not)?principal"\s*:/i

/** Might the policy decide differently for two callers of the same kind, account, and path? */
export function namesCaller(document: unknown): boolean {
  try {
    return aboutTheCaller.test(JSON.stringify(document) ?? '')
  } catch {
    return true
  }
}
