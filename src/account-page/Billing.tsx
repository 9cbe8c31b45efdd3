import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { CopyableText } from '../controls/CopyableText.tsx'
import { download } from '../controls/download.ts'
import { FilterBox } from '../controls/FilterBox.tsx'
import { Icon } from '../controls/Icon.tsx'
import { printWhole } from '../controls/printing.ts'
import { type Column, Table } from '../controls/Table.tsx'
import { CheckerLink, Gaps, matchesWords, Word } from './Answer.tsx'
import { billingCsv, billingMarkdown } from './billing-export.ts'
import type {
  BillingAccess,
  BillingAnswer,
  BillingTableRow,
  OpenedFiles,
  ShownChange,
  TaskDetails,
} from './messages.ts'
import type { Store } from './store.ts'
import { billingWords, changeInWords } from './words.ts'

interface Props {
  readonly store: Store
  readonly site: string
  readonly opened: OpenedFiles
}

const accessWords: Readonly<Record<BillingAccess, string>> = {
  unknown: 'I don’t know',
  on: 'It’s turned on',
  off: 'It’s turned off',
}
const isAccess = (text: string): text is BillingAccess => text in accessWords

interface Cell {
  readonly at: number
  readonly task: string
}

/** Everyone × every task in Billing. */
export function Billing({ store, site, opened }: Props): JSX.Element {
  const access = useSignal<BillingAccess>('unknown')
  const typed = useSignal('')
  const isEveryone = useSignal(false)
  const answer = useSignal<BillingAnswer | undefined>(undefined)
  const chosen = useSignal<Cell | undefined>(undefined)
  const details = useSignal<TaskDetails | undefined>(undefined)

  useEffect(() => {
    chosen.value = undefined
    void store.ask({ ask: 'billing', access: access.value }, 'Deciding every task in Billing …').then((reply) => {
      if (reply?.ask === 'billing') answer.value = reply.answer
    })
  }, [opened, access.value])

  async function choose(cell: Cell): Promise<void> {
    chosen.value = cell
    details.value = undefined
    const reply = await store.ask(
      { ask: 'task', principal: cell.at, task: cell.task, access: access.value },
      'Proving the changes …',
    )
    if (reply?.ask === 'task' && chosen.value === cell) details.value = reply.answer
  }

  const rows = useMemo(
    () =>
      (answer.value?.rows ?? []).filter((row) => {
        const principal = opened.principals[row.at]
        const isAble = row.cells.some(({ can }) => can !== 'no')
        return (
          principal !== undefined &&
          (isAble || isEveryone.value) &&
          matchesWords(typed.value, principal.arn, row.how, ...principal.people)
        )
      }),
    [answer.value, typed.value, isEveryone.value],
  )
  const columns: readonly Column<BillingTableRow>[] = [
    {
      id: 'name',
      heading: 'Who',
      size: 'name',
      sortBy: ({ at }) => opened.principals[at]?.name ?? '',
      cell: ({ at }) => {
        const principal = opened.principals[at]
        const people = principal?.people.join(', ')
        return (
          <span title={principal?.arn}>
            <span class="wd-account-kind">{principal?.kind}</span> {principal?.name}
            {people ? ` (${people})` : ''}
          </span>
        )
      },
    },
    ...(answer.value?.tasks ?? []).map(
      ({ id, label }, i): Column<BillingTableRow> => ({
        id,
        heading: label,
        sortBy: ({ cells }) => ['yes', 'depends', 'no'].indexOf(cells[i]?.can ?? 'no'),
        cell: ({ at, cells }) => {
          const cell = cells[i]
          if (!cell) return null
          const isChosen = chosen.value?.at === at && chosen.value.task === id
          return (
            <button
              type="button"
              class="wd-account-cell"
              aria-pressed={isChosen}
              aria-label={`${opened.principals[at]?.name}, ${label}: ${billingWords[cell.can].word}`}
              onClick={() => void choose({ at, task: id })}
            >
              <Word {...billingWords[cell.can]} />
            </button>
          )
        },
      }),
    ),
    { id: 'how', heading: 'How', size: 'long', sortBy: ({ how }) => how, cell: ({ how }) => how },
  ]
  const shown = answer.value && { answer: { ...answer.value, rows }, principals: opened.principals }
  const label = answer.value?.tasks.find(({ id }) => id === chosen.value?.task)?.label
  const principal = chosen.value && opened.principals[chosen.value.at]
  return (
    <div class="wd-account-panel">
      <div class="wd-account-question">
        <div class="wd-labelled">
          <label for="wd-account-access">Is IAM user and role access to Billing information turned on?</label>
          <select
            id="wd-account-access"
            class="wd-field"
            value={access.value}
            onChange={({ currentTarget: { value } }) => {
              if (isAccess(value)) access.value = value
            }}
          >
            {(['unknown', 'on', 'off'] as const).map((each) => (
              <option key={each} value={each}>
                {accessWords[each]}
              </option>
            ))}
          </select>
        </div>
        {access.value === 'unknown' && (
          <p class="wd-hint">
            The table shows what the policies allow. If the setting is turned off, only the root user can use Billing,
            whatever the policies say. The root user finds it on the Account page.
          </p>
        )}
      </div>
      {shown && (
        <>
          <div class="wd-row wd-account-filters">
            <FilterBox label="Filter by name, policy, or group" text={typed} />
            <label class="wd-account-check">
              <input
                type="checkbox"
                checked={isEveryone.value}
                onChange={({ currentTarget }) => (isEveryone.value = currentTarget.checked)}
              />
              Include those who can’t do anything here
            </label>
            <span class="wd-hint" role="status" data-billing-rows={rows.length}>
              {rows.length.toLocaleString('en')} of {answer.value?.rows.length.toLocaleString('en')}
            </span>
            <button type="button" class="wd-button" onClick={() => download('billing-access.csv', billingCsv(shown))}>
              Save as CSV
            </button>
            <button
              type="button"
              class="wd-button"
              onClick={() => download('billing-access.md', billingMarkdown(shown))}
            >
              Save as Markdown
            </button>
            <button type="button" class="wd-button" onClick={() => void printWhole()}>
              Print
            </button>
          </div>
          <Table
            label="Who can do what in Billing"
            columns={columns}
            rows={rows}
            keyOf={({ at }) => at}
            isChosen={({ at }) => at === chosen.value?.at}
          />
        </>
      )}
      {principal && (
        <section class="wd-account-details" aria-label={`${principal.name}: ${label}`} data-task={chosen.value?.task}>
          <h3 class="wd-h wd-break">
            {label}: {principal.name}
          </h3>
          {details.value ? (
            <Details details={details.value} site={site} />
          ) : (
            <p class="wd-hint">Proving the changes …</p>
          )}
        </section>
      )}
      {answer.value && <Gaps gaps={answer.value.gaps} />}
      <p class="wd-hint">
        Each task takes the actions that AWS lists for its page in the console, on all resources.{' '}
        <a href={`${site}billing/pages-and-actions/`}>The pages and their actions</a>
      </p>
    </div>
  )
}

function Details({ details, site }: { readonly details: TaskDetails; readonly site: string }): JSX.Element {
  const { can, missing, of, dependsOn, how, changes, link } = details
  const grants = changes.filter(({ is }) => is === 'grant')
  const removals = changes.filter(({ is }) => is !== 'grant')
  return (
    <>
      {can === 'yes' && (
        <p>
          All {of} actions are allowed, by {how.join(', ')}.
        </p>
      )}
      {can === 'depends' && <p>It depends on {dependsOn.join(', ')}.</p>}
      {can === 'no' && (
        <p class="wd-break">
          {missing.length === of
            ? 'None of the actions is allowed'
            : `${missing.length} of ${of} actions aren’t allowed`}
          : {missing.slice(0, 8).join(', ')}
          {missing.length > 8 ? `, and ${missing.length - 8} more` : ''}.
        </p>
      )}
      <CheckerLink site={site} link={link} />
      <Changes title="Grant it" changes={grants} site={site} />
      <Changes title="Remove it" changes={removals} site={site} />
    </>
  )
}

function Changes(props: {
  readonly title: string
  readonly changes: readonly ShownChange[]
  readonly site: string
}): JSX.Element | null {
  const { title, changes, site } = props
  if (changes.length === 0) return null
  return (
    <div class="wd-account-changes">
      <h4 class="wd-h">{title}</h4>
      <ul>
        {changes.map((change) => (
          <li key={`${change.is} ${change.name}`} data-change={change.is} data-works={change.works}>
            <p>
              <Icon name={change.works ? 'yes' : 'no'} />
              {changeInWords(change)}{' '}
              {change.works
                ? 'Proven: the evaluator decided every action again.'
                : `Not enough: still blocked by the ${change.blockedBy.join(', ')}.`}
            </p>
            {change.policy && <CopyableText text={change.policy} label="Copy the policy" />}
            {change.compare === undefined ? (
              <p class="wd-hint">The policies are too long for a link to the comparison.</p>
            ) : (
              <a class="wd-button" href={`${site}compare/#compare=${change.compare}`}>
                See what else changes
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
