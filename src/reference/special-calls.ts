import { byOperation, type OperationRow } from './fact.ts'
import { specialCallRows } from './facts/special-calls.ts'

/**
 * - unsigned-call: made without AWS credentials, so no policy of a caller counts
 * - management-account-only, management-or-delegated-admin, delegated-admin-only, member-account-only: refused to other accounts of the organization
 * - any-account-of-organization: every member can make it, although the organization belongs to the management account
 */
export type SpecialCallKind =
  | 'unsigned-call'
  | 'management-account-only'
  | 'management-or-delegated-admin'
  | 'delegated-admin-only'
  | 'any-account-of-organization'
  | 'member-account-only'

/** Operations of one service with a rule of their own. */
export interface SpecialCallRow extends OperationRow {
  readonly kind: SpecialCallKind
}

const rows = byOperation(specialCallRows)

/** The rule of its own that AWS keeps for an operation; undefined for most. Takes the prefix and the operation in lower case. */
export const specialCallOf = (prefix: string, operation: string): SpecialCallRow | undefined =>
  rows.get(`${prefix}:${operation}`)
