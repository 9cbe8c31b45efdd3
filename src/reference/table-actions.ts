import { additions } from './additions.ts'
import { actionsOfPage, billingPages } from './billing-pages.ts'
import { wholeCallRows } from './facts/whole-calls.ts'
import { rolePassings } from './pass-role.ts'
import type { Reference } from './reference.ts'

/** An action that a table of ours names. */
export interface TableAction {
  /** The table, for a person: "role passing". */
  readonly table: string
  /** "service:Action" */
  readonly action: string
}

/** Every action that our tables name without a wildcard, once per table. */
function tableActions(): readonly TableAction[] {
  const tables: readonly (readonly [table: string, actions: readonly string[]])[] = [
    ['Billing pages', billingPages.flatMap(actionsOfPage)],
    ['role passing', rolePassings.flatMap(({ actions }) => actions)],
    [
      'whole calls',
      wholeCallRows.flatMap(({ action, needs }) => [action, ...needs.flatMap(({ actions }) => actions.split(' '))]),
    ],
  ]
  return tables.flatMap(([table, actions]) =>
    [...new Set(actions)].filter((action) => !action.includes('*')).map((action) => ({ table, action })),
  )
}

/** Actions in our tables that the data doesn't have: AWS renamed or removed them. */
export const unknownTableActions = (reference: Reference): readonly TableAction[] =>
  tableActions().filter(({ action }) => !has(reference, action))

/** Rows of additions.ts that the data has by now: they can go. `raw` is the data without them. */
export const neededNoMore = (raw: Reference): readonly string[] =>
  additions.map(({ service, name }) => `${service}:${name}`).filter((action) => has(raw, action))

function has({ services }: Reference, action: string): boolean {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  return services.get(prefix)?.actions.has(name) ?? false
}
