import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { FilterBox } from '../controls/FilterBox.tsx'
import { type Column, Table } from '../controls/Table.tsx'
import { Gaps, matchesWords, Word } from './Answer.tsx'
import type { DecidedQuestion, OpenedFiles, PermissionRow, WhatAnswer } from './messages.ts'
import { indexOfNamed } from './named.ts'
import type { Store } from './store.ts'
import { Decisions, WhyButton } from './Why.tsx'

interface Props {
  readonly store: Store
  readonly site: string
  readonly opened: OpenedFiles
  /** The ARN or name that the address asks about. */
  readonly asked: string
  readonly onAsk: (principal: string) => void
  /** Shows who else can do an action. */
  readonly onAction: (action: string, resource: string) => void
}

/** "What can this user or role do?": by service and access level. */
export function WhatCan({ store, site, opened, asked, onAsk, onAction }: Props): JSX.Element {
  const name = useSignal(asked)
  const typed = useSignal('')
  const level = useSignal('')
  const answer = useSignal<WhatAnswer | undefined>(undefined)
  const chosen = useSignal<PermissionRow | undefined>(undefined)
  const why = useSignal<readonly DecidedQuestion[] | undefined>(undefined)

  async function ask(): Promise<void> {
    const wanted = name.value.trim()
    const at = indexOfNamed(opened, wanted)
    if (typeof at === 'string') {
      store.trouble.value = at
      return
    }
    onAsk(wanted)
    const reply = await store.ask({ ask: 'what-can', principal: at }, 'Deciding every action …')
    chosen.value = undefined
    if (reply?.ask === 'what-can') answer.value = reply.answer
  }
  async function choose(row: PermissionRow): Promise<void> {
    chosen.value = row
    why.value = undefined
    const principal = answer.value?.principal ?? 0
    const { action, resource } = row
    const reply = await store.ask({ ask: 'decide', principal, action, resource }, 'Deciding …')
    if (reply?.ask === 'decide' && chosen.value === row) why.value = reply.answer
  }
  useEffect(() => {
    if (asked !== '') void ask()
  }, [opened])

  const rows = useMemo(
    () =>
      (answer.value?.rows ?? []).filter(
        (row) =>
          (level.value === '' || row.accessLevel === level.value) &&
          matchesWords(typed.value, row.action, row.resource, row.how),
      ),
    [answer.value, typed.value, level.value],
  )
  const columns: readonly Column<PermissionRow>[] = [
    {
      id: 'action',
      heading: 'Action',
      size: 'name',
      sortBy: ({ action }) => action,
      cell: ({ action, resource }) => (
        <button
          type="button"
          class="wd-account-name"
          title={`Who can call ${action}?`}
          onClick={() => onAction(action, resource)}
        >
          {action}
        </button>
      ),
    },
    { id: 'level', heading: 'Access level', sortBy: (row) => row.accessLevel, cell: (row) => row.accessLevel },
    {
      id: 'can',
      heading: 'Answer',
      sortBy: ({ decision }) => decision,
      cell: ({ decision }) =>
        decision === 'allowed' ? <Word icon="yes" word="Yes" /> : <Word icon="unknown" word="It depends" />,
    },
    {
      id: 'resource',
      heading: 'On',
      size: 'long',
      sortBy: ({ resource }) => resource,
      cell: ({ resource, except }) => `${resource}${except.length > 0 ? `, except ${except.join(', ')}` : ''}`,
    },
    { id: 'how', heading: 'How', size: 'long', sortBy: ({ how }) => how, cell: ({ how }) => how },
    {
      id: 'why',
      heading: 'Why',
      cell: (row) => (
        <WhyButton
          about={`${row.action} on ${row.resource}`}
          isChosen={chosen.value === row}
          onChoose={() => void choose(row)}
        />
      ),
    },
  ]
  const levels = [...new Set((answer.value?.rows ?? []).map(({ accessLevel }) => accessLevel))].sort()
  return (
    <div class="wd-account-panel">
      <form
        class="wd-account-question"
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <div class="wd-labelled">
          <label for="wd-account-principal">What can this user or role do?</label>
          <input
            id="wd-account-principal"
            class="wd-field"
            list="wd-account-principals"
            autocomplete="off"
            spellcheck={false}
            value={name}
            onInput={({ currentTarget }) => (name.value = currentTarget.value)}
          />
          <datalist id="wd-account-principals">
            {matching(opened, name.value).map(({ arn, name: own }) => (
              <option key={arn} value={arn}>
                {own}
              </option>
            ))}
          </datalist>
        </div>
        <button type="submit" class="wd-button wd-primary">
          Ask
        </button>
      </form>
      {answer.value && (
        <>
          <p class="wd-strong" role="status" data-permissions={answer.value.rows.length}>
            {servicesIn(answer.value.rows)} services, {answer.value.rows.length.toLocaleString('en')} permissions
          </p>
          <div class="wd-row wd-account-filters">
            <FilterBox label="Filter by action, resource, or policy" text={typed} />
            <select
              class="wd-field"
              aria-label="Access level"
              value={level.value}
              onChange={({ currentTarget }) => (level.value = currentTarget.value)}
            >
              <option value="">Every access level</option>
              {levels.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
            <span class="wd-hint">{rows.length.toLocaleString('en')} rows</span>
          </div>
          <Table
            label="What it can do"
            columns={columns}
            rows={rows}
            keyOf={({ action, resource }) => `${action} ${resource}`}
            isChosen={(row) => row === chosen.value}
          />
          {chosen.value && <Decisions label={chosen.value.action} questions={why.value} site={site} />}
          <Gaps gaps={answer.value.gaps} />
        </>
      )}
    </div>
  )
}

const servicesIn = (rows: readonly PermissionRow[]): number => new Set(rows.map(({ service }) => service)).size

/** A list that a browser can show: the first that fit. */
const matching = ({ principals }: OpenedFiles, typed: string) =>
  principals.filter(({ arn }) => arn.toLowerCase().includes(typed.trim().toLowerCase())).slice(0, 50)
