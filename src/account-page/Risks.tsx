import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { download } from '../controls/download.ts'
import { type Column, Table } from '../controls/Table.tsx'
import type { ReportPart } from '../words/index.ts'
import { Gaps, matchesWords } from './Answer.tsx'
import { partCsv } from './billing-export.ts'
import type { DecidedQuestion, OpenedFiles, RisksAnswer } from './messages.ts'
import type { Store } from './store.ts'
import { Decisions, WhyButton } from './Why.tsx'

interface Props {
  readonly store: Store
  readonly site: string
  readonly opened: OpenedFiles
  /** Shows what a user or role can do. */
  readonly onPrincipal: (arn: string) => void
}

/** Who can become an administrator, who has access from outside, who is unused: one table each. */
export function Risks({ store, site, opened, onPrincipal }: Props): JSX.Element {
  const answer = useSignal<RisksAnswer | undefined>(undefined)
  useEffect(() => {
    void store.ask({ ask: 'risks' }, 'Looking for paths to administrator …').then((reply) => {
      if (reply?.ask === 'risks') answer.value = reply.answer
    })
  }, [opened])
  return (
    <div class="wd-account-panel">
      {answer.value?.parts.map((part) => (
        <Part key={part.id} store={store} site={site} part={part} opened={opened} onPrincipal={onPrincipal} />
      ))}
      {answer.value && <Gaps gaps={answer.value.gaps} />}
    </div>
  )
}

/** A line of a part, and its place in it. */
interface Line {
  readonly at: number
  readonly cells: readonly string[]
}

/** Parts whose lines were decided. */
const decidedParts: ReadonlySet<ReportPart['id']> = new Set(['administrators', 'outside'])

function Part({ store, site, part, opened, onPrincipal }: Props & { readonly part: ReportPart }): JSX.Element {
  const typed = useSignal('')
  const chosen = useSignal<Line | undefined>(undefined)
  const why = useSignal<readonly DecidedQuestion[] | undefined>(undefined)
  const [headings = [], ...lines] = part.lines
  const known = useMemo(() => new Set(opened.principals.map(({ arn }) => arn)), [opened])
  const rows = useMemo(
    () => lines.map((cells, at): Line => ({ at, cells })).filter(({ cells }) => matchesWords(typed.value, ...cells)),
    [part, typed.value],
  )
  async function choose(line: Line): Promise<void> {
    chosen.value = line
    why.value = undefined
    const reply = await store.ask({ ask: 'risk', part: part.id, line: line.at }, 'Deciding …')
    if (reply?.ask === 'risk' && chosen.value === line) why.value = reply.answer
  }
  const texts = headings.map(
    (heading, i): Column<Line> => ({
      id: heading,
      heading,
      size: i === 0 ? 'name' : heading === 'How' || heading === 'Actions' ? 'sentence' : 'short',
      sortBy: ({ cells }) => cells[i] ?? '',
      cell: ({ cells }) => {
        const text = cells[i] ?? ''
        if (i > 0 || !known.has(text))
          return (
            <span class="wd-account-sentence" title={text}>
              {text}
            </span>
          )
        return (
          <button type="button" class="wd-account-name" title={text} onClick={() => onPrincipal(text)}>
            {text.slice(text.lastIndexOf(':') + 1)}
          </button>
        )
      },
    }),
  )
  const whyColumn: Column<Line> = {
    id: 'why',
    heading: 'Why',
    cell: (line) => (
      <WhyButton
        about={line.cells.join(', ')}
        isChosen={chosen.value?.at === line.at}
        onChoose={() => void choose(line)}
      />
    ),
  }
  const columns = decidedParts.has(part.id) ? [...texts, whyColumn] : texts
  return (
    <section class="wd-account-panel" aria-labelledby={`wd-account-${part.id}`} data-part={part.id}>
      <h2 class="wd-h" id={`wd-account-${part.id}`}>
        {part.heading} ({lines.length.toLocaleString('en')})
      </h2>
      <p>{part.about}</p>
      {lines.length > 0 && (
        <>
          <div class="wd-row wd-account-filters">
            <input
              class="wd-field"
              type="search"
              aria-label={`Filter: ${part.heading}`}
              placeholder="Filter"
              value={typed}
              onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
            />
            <button type="button" class="wd-button" onClick={() => download(`${part.id}.csv`, partCsv(part))}>
              Save as CSV
            </button>
          </div>
          <Table
            label={part.heading}
            columns={columns}
            rows={rows}
            keyOf={({ at }) => at}
            isChosen={({ at }) => at === chosen.value?.at}
          />
          {chosen.value && (
            <Decisions label={chosen.value.cells.slice(0, 2).join(': ')} questions={why.value} site={site} />
          )}
        </>
      )}
    </section>
  )
}
