import { useComputed, useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { printing } from './printing.ts'

/** A column: its heading, what its cells show, and how rows are sorted by it. */
export interface Column<Row> {
  readonly id: string
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  /** Undefined for a column of buttons. */
  readonly sortBy?: (row: Row) => string | number
  /** For styles: how wide it is. On a phone, a long column disappears, and a sentence takes two lines. */
  readonly size?: 'name' | 'short' | 'long' | 'sentence'
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  readonly isChosen: (row: Row) => boolean
}

/** Pixels; account.css sets the same. */
const rowHeight = 44
/** Rows that are drawn above and below what is in sight. */
const spare = 12

/** A table of thousands of rows: only those in sight are in the page; a printed one has all of them. Headings sort. */
export function Table<Row>({ label, columns, rows, keyOf, isChosen }: Props<Row>): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null)
  const top = useSignal(0)
  const height = useSignal(600)
  const sorting = useSignal<{ readonly id: string; readonly descending: boolean } | undefined>(undefined)
  const { id, descending } = sorting.value ?? { id: '', descending: false }
  const column = columns.find((each) => each.id === id)
  const sorted = column?.sortBy ? sortedBy(rows, column.sortBy, descending) : rows

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      height.value = element.clientHeight
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0
    top.value = 0
  }, [rows])

  const isWhole = printing.value
  const range = useComputed(() => {
    const from = Math.max(0, Math.floor(top.value / rowHeight) - spare)
    return { from, count: Math.ceil(height.value / rowHeight) + 2 * spare }
  }).value
  const from = isWhole ? 0 : Math.min(range.from, Math.max(0, sorted.length - range.count))
  const shown = isWhole ? sorted : sorted.slice(from, from + range.count)
  const below = sorted.length - from - shown.length

  return (
    <section
      ref={scroller}
      class="wd-account-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget }) => (top.value = currentTarget.scrollTop)}
    >
      <table class="wd-account-table" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((each) => (
              <th
                key={each.id}
                scope="col"
                data-size={each.size ?? 'short'}
                aria-sort={each.id === id ? (descending ? 'descending' : 'ascending') : undefined}
              >
                {each.sortBy ? (
                  <button
                    type="button"
                    onClick={() => (sorting.value = { id: each.id, descending: each.id === id && !descending })}
                  >
                    {each.heading}
                    <span aria-hidden="true">{each.id === id ? (descending ? ' ▾' : ' ▴') : ''}</span>
                  </button>
                ) : (
                  <span class="sr-only">{each.heading}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={from} columns={columns.length} />
          {shown.map((row, i) => (
            <tr key={keyOf(row)} aria-rowindex={from + i + 2} data-chosen={isChosen(row) || undefined}>
              {columns.map((each) => (
                <td key={each.id} data-size={each.size ?? 'short'}>
                  {each.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          <Space rows={below} columns={columns.length} />
        </tbody>
      </table>
    </section>
  )
}

/** Stands in for the rows that aren't drawn. */
function Space({ rows, columns }: { readonly rows: number; readonly columns: number }): JSX.Element | null {
  if (rows <= 0) return null
  return (
    <tr class="wd-account-space" style={{ height: `${rows * rowHeight}px` }}>
      <td colSpan={columns} />
    </tr>
  )
}

function sortedBy<Row>(rows: readonly Row[], by: (row: Row) => string | number, descending: boolean): readonly Row[] {
  const order = new Intl.Collator('en', { numeric: true })
  const keyed = rows.map((row) => ({ row, key: by(row) }))
  keyed.sort((a, b) =>
    typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : order.compare(`${a.key}`, `${b.key}`),
  )
  if (descending) keyed.reverse()
  return keyed.map(({ row }) => row)
}
