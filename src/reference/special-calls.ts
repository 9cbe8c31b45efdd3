import { byOperation } from './fact.ts'
import type { SpecialCallKind, SpecialCallRow } from './fact-rows.ts'
import { specialCallRows } from './facts/special-calls.ts'

/** Service by service, so that asking about most services ends at once. */
const rows: ReadonlyMap<string, ReadonlyMap<string, SpecialCallRow>> = new Map(
  [...Map.groupBy(byOperation(specialCallRows), ([, { service }]) => service.toLowerCase())].map(([service, calls]) => [
    service,
    new Map(calls.map(([, row]) => [row.operations.toLowerCase(), row])),
  ]),
)

/** The rule of its own that AWS keeps for an operation; undefined for most. Takes the prefix and the operation in lower case. */
export const specialCallOf = (prefix: string, operation: string): SpecialCallRow | undefined =>
  rows.get(prefix)?.get(operation)

/** The services, as lower-case prefixes, that have operations with such a rule. */
export const servicesWithCalls = (...kinds: readonly SpecialCallKind[]): readonly string[] =>
  [...rows].flatMap(([service, calls]) => ([...calls.values()].some(({ kind }) => kinds.includes(kind)) ? service : []))
