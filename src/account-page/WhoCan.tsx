import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { FilterBox } from '../controls/FilterBox.tsx'
import { type Column, Table } from '../controls/Table.tsx'
import { Gaps, matchesWords, Name, Word } from './Answer.tsx'
import type { OpenedFiles, WhoAnswer, WhoRow, WhyAnswer } from './messages.ts'
import type { Store } from './store.ts'
import { Why } from './Why.tsx'
import { whoWords } from './words.ts'

interface Props {
  readonly store: Store
  readonly site: string
  readonly opened: OpenedFiles
  /** What the address asks: "billing:GetBillingData". */
  readonly asked: { readonly action: string; readonly resource: string }
  readonly onAsk: (action: string, resource: string) => void
}

const everyAnswer = ['able', 'yes', 'depends', 'chain', 'no', 'all'] as const
type Filter = (typeof everyAnswer)[number]
const filterWords: Readonly<Record<Filter, string>> = {
  able: 'Everyone who can or might',
  yes: 'Yes',
  depends: 'It depends',
  chain: 'With a role',
  no: 'No',
  all: 'Everyone',
}
const isFilter = (text: string): text is Filter => everyAnswer.some((each) => each === text)

/** "Who can do this?": an action and a resource, then a table of everyone. */
export function WhoCan({ store, site, opened, asked, onAsk }: Props): JSX.Element {
  const action = useSignal(asked.action)
  const resource = useSignal(asked.resource)
  const suggestions = useSignal<readonly string[]>([])
  const answer = useSignal<WhoAnswer | undefined>(undefined)

  async function ask(): Promise<void> {
    const wanted = { action: action.value.trim(), resource: resource.value.trim() || '*' }
    if (!wanted.action.includes(':')) {
      store.trouble.value = 'Enter an action with its service, such as billing:GetBillingData.'
      return
    }
    onAsk(wanted.action, wanted.resource)
    const reply = await store.ask(
      { ask: 'who-can', ...wanted },
      `Asking ${opened.principals.length.toLocaleString('en')} users and roles …`,
    )
    if (reply?.ask === 'who-can') answer.value = reply.answer
  }
  async function complete(): Promise<void> {
    const reply = await store.ask({ ask: 'complete', text: action.value }, '')
    if (reply?.ask === 'complete') suggestions.value = reply.answer
  }
  useEffect(() => {
    if (asked.action !== '') void ask()
  }, [opened])

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
          <label for="wd-account-action">Who can call</label>
          <input
            id="wd-account-action"
            class="wd-field"
            list="wd-account-actions"
            placeholder="billing:GetBillingData"
            autocomplete="off"
            spellcheck={false}
            value={action}
            onInput={({ currentTarget }) => {
              action.value = currentTarget.value
              void complete()
            }}
            onFocus={() => void complete()}
          />
          <datalist id="wd-account-actions">
            {suggestions.value.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </div>
        <div class="wd-labelled">
          <label for="wd-account-resource">on the resource</label>
          <input
            id="wd-account-resource"
            class="wd-field"
            placeholder="*"
            autocomplete="off"
            spellcheck={false}
            value={resource}
            onInput={({ currentTarget }) => (resource.value = currentTarget.value)}
          />
        </div>
        <button type="submit" class="wd-button wd-primary">
          Ask
        </button>
      </form>
      {answer.value && <Everyone store={store} site={site} opened={opened} answer={answer.value} />}
    </div>
  )
}

interface EveryoneProps {
  readonly store: Store
  readonly site: string
  readonly opened: OpenedFiles
  readonly answer: WhoAnswer
}

function Everyone({ store, site, opened, answer }: EveryoneProps): JSX.Element {
  const filter = useSignal<Filter>('able')
  const typed = useSignal('')
  const chosen = useSignal<number | undefined>(undefined)
  const why = useSignal<WhyAnswer | undefined>(undefined)
  const principalOf = ({ at }: WhoRow) => opened.principals[at]
  const accounts = new Set(opened.principals.map(({ accountId }) => accountId)).size
  useEffect(() => {
    chosen.value = undefined
    why.value = undefined
  }, [answer])

  const rows = useMemo(() => {
    const isWanted = ({ can }: WhoRow): boolean =>
      filter.value === 'all' || (filter.value === 'able' ? can !== 'no' : can === filter.value)
    return answer.rows.filter((row) => {
      const principal = opened.principals[row.at]
      return (
        isWanted(row) &&
        principal !== undefined &&
        matchesWords(typed.value, principal.arn, row.how, ...principal.people)
      )
    })
  }, [answer, filter.value, typed.value])

  async function choose(at: number): Promise<void> {
    chosen.value = at
    why.value = undefined
    const { action, resource } = answer
    const reply = await store.ask({ ask: 'why', principal: at, action, resource }, 'Deciding …')
    if (reply?.ask === 'why' && chosen.value === at) why.value = reply.answer
  }

  const columns: readonly Column<WhoRow>[] = [
    {
      id: 'name',
      heading: 'Who',
      size: 'name',
      sortBy: (row) => principalOf(row)?.name ?? '',
      cell: (row) => {
        const principal = principalOf(row)
        return (
          principal && (
            <Name principal={principal} pressed={chosen.value === row.at} onChoose={() => void choose(row.at)} />
          )
        )
      },
    },
    ...(accounts > 1
      ? [
          {
            id: 'account',
            heading: 'Account',
            sortBy: (row: WhoRow) => principalOf(row)?.accountId ?? '',
            cell: (row: WhoRow) => principalOf(row)?.accountId,
          },
        ]
      : []),
    {
      id: 'can',
      heading: 'Answer',
      sortBy: ({ can }) => whoWords[can].word,
      cell: ({ can }) => <Word {...whoWords[can]} />,
    },
    {
      id: 'how',
      heading: 'How, or on what it depends',
      size: 'long',
      sortBy: ({ how }) => how,
      cell: (row) => [row.how, ...(principalOf(row)?.people ?? [])].filter((each) => each !== '').join(' · '),
    },
  ]
  const counts = useComputed(() => answer.rows.filter(({ can }) => can !== 'no').length)
  const principal = chosen.value === undefined ? undefined : opened.principals[chosen.value]
  return (
    <>
      <p class="wd-strong" role="status" data-able={counts}>
        {counts.value.toLocaleString('en')} of {answer.rows.length.toLocaleString('en')} can, or might, call{' '}
        <code class="wd-code">{answer.action}</code> on <code class="wd-code">{answer.resource}</code>.
      </p>
      {answer.unknown && <p class="wd-note wd-note-warning">{answer.unknown}</p>}
      <div class="wd-row wd-account-filters">
        <FilterBox label="Filter by name, policy, or group" text={typed} />
        <select
          class="wd-field"
          aria-label="Answers to show"
          value={filter.value}
          onChange={({ currentTarget: { value } }) => {
            if (isFilter(value)) filter.value = value
          }}
        >
          {everyAnswer.map((each) => (
            <option key={each} value={each}>
              {filterWords[each]}
            </option>
          ))}
        </select>
        <span class="wd-hint">{rows.length.toLocaleString('en')} rows</span>
      </div>
      <Table
        label="Who can do it"
        columns={columns}
        rows={rows}
        keyOf={({ at }) => at}
        isChosen={({ at }) => at === chosen.value}
      />
      {principal && (
        <section class="wd-account-details" aria-label={`Why: ${principal.name}`}>
          <h3 class="wd-h wd-break">{principal.arn}</h3>
          {principal.people.length > 0 && <p>People who sign in with it: {principal.people.join(', ')}.</p>}
          {why.value ? <Why why={why.value} site={site} /> : <p class="wd-hint">Deciding …</p>}
        </section>
      )}
      <Gaps gaps={answer.gaps} />
    </>
  )
}
