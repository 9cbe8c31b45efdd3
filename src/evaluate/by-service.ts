import type { CompiledStatement } from './statement.ts'

/** The statements that can match a request for this service (its prefix in lower case), in their order. */
export type StatementsFor = (service: string) => readonly CompiledStatement[]

/** Lists longer than this together aren't made: then every request looks at every statement. */
const mostEntries = 200_000

/**
 * Indexes statements by the services that their actions name, so that a request doesn't pay for statements about other services. `*` and
 * `NotAction` can match every service.
 */
export function byService(statements: readonly CompiledStatement[]): StatementsFor {
  const ofAll = statements.filter((each) => servicesOf(each) === undefined)
  const lists = new Map<string, CompiledStatement[]>()
  for (const statement of statements) {
    for (const service of servicesOf(statement) ?? []) lists.set(service, [])
  }
  if (lists.size * ofAll.length > mostEntries) return () => statements
  for (const statement of statements) {
    for (const service of servicesOf(statement) ?? lists.keys()) lists.get(service)?.push(statement)
  }
  return (service) => lists.get(service) ?? ofAll
}

/** The services that a statement is about; undefined: any. */
function servicesOf({ statement: { action } }: CompiledStatement): ReadonlySet<string> | undefined {
  if (!action || action.sense === 'none-of' || action.items.some(({ value }) => value.kind === 'all')) return undefined
  return new Set(action.items.flatMap(({ value }) => (value.kind === 'action' ? value.service : [])))
}
