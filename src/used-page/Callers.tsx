import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { FilterBox } from '../controls/FilterBox.tsx'
import { Icon } from '../controls/Icon.tsx'
import { type Column, Table } from '../controls/Table.tsx'
import type { CallerRow, OpenedTrails } from './messages.ts'
import type { Store } from './store.ts'
import { counted, dayOf } from './words.ts'

interface Props {
  readonly store: Store
  readonly opened: OpenedTrails
}

/** What was read, and the users and roles in it. */
export function Callers({ store, opened }: Props): JSX.Element {
  const typed = useSignal('')
  const { callers, texts, problems } = opened
  const events = callers.reduce((sum, each) => sum + each.events, 0)
  const rows = useMemo(() => {
    const words = typed.value.toLowerCase()
    return callers.filter(({ caller, kind }) => `${caller} ${kind}`.toLowerCase().includes(words))
  }, [callers, typed.value])
  const columns: readonly Column<CallerRow>[] = [
    {
      id: 'name',
      heading: 'User or role',
      size: 'name',
      sortBy: ({ name }) => name,
      cell: ({ caller, kind, name }) => (
        <button
          type="button"
          class="wd-account-name"
          aria-pressed={store.details.value?.caller === caller}
          title={caller}
          onClick={() => void store.choose(caller)}
        >
          <span class="wd-account-kind">{kind}</span> {name}
        </button>
      ),
    },
    { id: 'actions', heading: 'Actions', sortBy: (row) => row.actions, cell: (row) => row.actions },
    {
      id: 'events',
      heading: 'Events',
      sortBy: (row) => row.events,
      cell: (row) => row.events.toLocaleString('en'),
    },
    { id: 'first', heading: 'First', sortBy: ({ first = '' }) => first, cell: ({ first }) => dayOf(first) },
    { id: 'last', heading: 'Last', sortBy: ({ last = '' }) => last, cell: ({ last }) => dayOf(last) },
  ]
  return (
    <section class="wd-account-panel" data-callers={callers.length}>
      <div class="wd-account-read">
        <p class="wd-strong" role="status">
          <Icon name={callers.length > 0 ? 'yes' : 'warning'} />
          {callers.length > 0
            ? `${counted(events, 'event')} by ${callers.length === 1 ? 'one user or role' : `${callers.length.toLocaleString('en')} users and roles`} in ${counted(texts, 'file')}`
            : 'No call by a user or role was found. Open CloudTrail files.'}
        </p>
        <button type="button" class="wd-button wd-small" onClick={() => store.clear()}>
          Close these files
        </button>
      </div>
      {problems.length > 0 && (
        <div class="wd-note wd-note-warning" role="status">
          <ul>
            {problems.map((problem) => (
              <li key={problem} class="wd-break">
                {problem}
              </li>
            ))}
          </ul>
        </div>
      )}
      {callers.length > 0 && (
        <>
          <div class="wd-account-filters">
            <FilterBox label="Filter users and roles" text={typed} />
          </div>
          <Table
            label="Users and roles"
            columns={columns}
            rows={rows}
            keyOf={({ caller }) => caller}
            isChosen={({ caller }) => store.details.value?.caller === caller}
          />
        </>
      )}
    </section>
  )
}
