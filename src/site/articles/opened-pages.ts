import { billingPages } from '../../reference/index.ts'
import type { Claims } from './claims.ts'

/** A row of the table of Billing pages: a page, or one task on it. */
export interface OpenedRow {
  /** "Bills", or "Bills: Download an invoice". */
  readonly label: string
  /** The actions it needs; some end with "*". */
  readonly actions: readonly string[]
}

/** "Add, change, delete" → "add-change-delete": a claim has no spaces and separates its values with commas. */
const rowSlug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')

const rows: ReadonlyMap<string, OpenedRow> = new Map(
  billingPages.flatMap(({ page, see, change }) => [
    [rowSlug(page), { label: page, actions: see }] as const,
    ...change.map(
      ({ task, actions }) => [`${rowSlug(page)}/${rowSlug(task)}`, { label: `${page}: ${task}`, actions }] as const,
    ),
  ]),
)

/** Rows by their names, such as "bills" and "bills/download-an-invoice". Throws where the table has no such row. */
export const rowsNamed = (names: readonly string[]): readonly OpenedRow[] =>
  names.map((name) => {
    const row = rows.get(name)
    if (!row) throw new Error(`The table of Billing pages has no row ${name}`)
    return row
  })

/** The rows that a policy claims to open: "opens=bills,bills/download-an-invoice". */
export const openedRows = (claims: Claims): readonly OpenedRow[] => rowsNamed(claims.get('opens')?.split(',') ?? [])
