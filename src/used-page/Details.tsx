import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { FilterBox } from '../controls/FilterBox.tsx'
import { Fold } from '../controls/Fold.tsx'
import { Icon } from '../controls/Icon.tsx'
import { type Column, Table } from '../controls/Table.tsx'
import type { UsedAction } from '../used/index.ts'
import type { CallerDetails, CallerRow } from './messages.ts'
import { PolicyText } from './PolicyText.tsx'
import type { Store } from './store.ts'
import { Trim } from './Trim.tsx'
import { counted, dayOf, windowOf } from './words.ts'

interface Props {
  readonly store: Store
  readonly site: string
  readonly details: CallerDetails
  readonly row: CallerRow
}

/** The permissions that a user or role used, what the trail doesn't show, and the policies that follow. */
export function Details({ store, site, details, row }: Props): JSX.Element {
  const { caller, unmapped, neverShown, policy, onEverything } = details
  return (
    <section class="wd-account-details" aria-label="What it used" data-caller={caller}>
      <h2 class="wd-break">
        {row.kind} {row.name}
      </h2>
      <p>
        {counted(details.actions.length, 'action')} used from {windowOf(row)}.
      </p>
      <Actions actions={details.actions} />
      {unmapped.length > 0 && <p class="wd-break">No action is known for: {unmapped.join(', ')}.</p>}
      <div class="wd-note" data-never-shown>
        <Icon name="info" />
        <div>
          <p class="wd-strong">What the trail doesn’t show</p>
          <ul>
            {neverShown.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </div>
      <Trim key={caller} store={store} site={site} />
      <Fold summary="Write a new policy instead">
        <p>
          This policy allows the actions of the trail on the resources that the trail names. It’s compared with nothing.
        </p>
        {onEverything.length > 0 && (
          <p class="wd-break">
            On every resource, because the trail doesn’t name any: {onEverything.join(', ')}. Replace the star with your
            resources.
          </p>
        )}
        <PolicyText name={`${row.name}-used`} text={policy} />
      </Fold>
    </section>
  )
}

function Actions({ actions }: { readonly actions: readonly UsedAction[] }): JSX.Element {
  const typed = useSignal('')
  const rows = useMemo(
    () =>
      actions.filter(({ action, resources }) =>
        `${action} ${resources.join(' ')}`.toLowerCase().includes(typed.value.toLowerCase()),
      ),
    [actions, typed.value],
  )
  const columns: readonly Column<UsedAction>[] = [
    { id: 'action', heading: 'Action', size: 'name', sortBy: ({ action }) => action, cell: ({ action }) => action },
    {
      id: 'count',
      heading: 'Events',
      sortBy: ({ count }) => count,
      cell: ({ count }) => count.toLocaleString('en'),
    },
    { id: 'last', heading: 'Last use', sortBy: ({ last = '' }) => last, cell: ({ last }) => dayOf(last) },
    {
      id: 'on',
      heading: 'On',
      size: 'long',
      sortBy: ({ resources }) => resources.length,
      cell: ({ resources, hasUnknownResource }) => resourcesInWords(resources, hasUnknownResource),
    },
  ]
  return (
    <>
      <div class="wd-account-filters">
        <FilterBox label="Filter actions" text={typed} />
      </div>
      <Table label="Actions used" columns={columns} rows={rows} keyOf={({ action }) => action} isChosen={() => false} />
    </>
  )
}

function resourcesInWords([first, ...rest]: readonly string[], hasUnknown: boolean): string {
  if (first === undefined) return 'no resource named'
  const more = [...(rest.length > 0 ? [`${rest.length} more`] : []), ...(hasUnknown ? ['some events name none'] : [])]
  return more.length > 0 ? `${first} and ${more.join(', ')}` : first
}
