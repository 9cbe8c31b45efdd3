import type { CompiledStatement } from './statement.ts'

/** The statements that can match a request for this service (its prefix in lower case), in their order. */
export type StatementsFor = (service: string) => readonly CompiledStatement[]

/** A statement and its place among all of them. */
interface Placed {
  readonly at: number
  readonly statement: CompiledStatement
}

/**
 * Indexes statements by the services that their actions name, so that a request doesn't pay for statements about other services. `*` and
 * `NotAction` can match every service.
 */
export function byService(statements: readonly CompiledStatement[]): StatementsFor {
  const index = new Map<string, Placed[]>()
  const general: Placed[] = []
  statements.forEach((statement, at) => {
    if (!statement.services) general.push({ at, statement })
    for (const service of statement.services ?? []) {
      const own = index.get(service) ?? []
      own.push({ at, statement })
      index.set(service, own)
    }
  })
  return (service) => inOrder(index.get(service) ?? [], general)
}

/** Two lists in order as one. */
function inOrder(own: readonly Placed[], general: readonly Placed[]): readonly CompiledStatement[] {
  const merged: CompiledStatement[] = []
  let next = 0
  for (const { at, statement } of own) {
    for (let other = general[next]; other && other.at < at; other = general[++next]) merged.push(other.statement)
    merged.push(statement)
  }
  for (const { statement } of general.slice(next)) merged.push(statement)
  return merged
}
