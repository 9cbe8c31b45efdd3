import { byOperation } from './fact.ts'
import type { SpecialCallRow } from './fact-rows.ts'
import { specialCallRows } from './facts/special-calls.ts'

const rows = byOperation(specialCallRows)

/** The rule of its own that AWS keeps for an operation; undefined for most. Takes the prefix and the operation in lower case. */
export const specialCallOf = (prefix: string, operation: string): SpecialCallRow | undefined =>
  rows.get(`${prefix}:${operation}`)
