import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { download } from '../controls/download.ts'
import { type Column, Table } from '../controls/Table.tsx'
import type { ReportPart } from '../words/index.ts'
import { Gaps, matchesWords } from './Answer.tsx'
import { partCsv } from './billing-export.ts'
import type { OpenedFiles, RisksAnswer } from './messages.ts'
import type { Store } from './store.ts'

interface Props {
  readonly store: Store
  readonly opened: OpenedFiles
  /** Shows what a user or role can do. */
  readonly onPrincipal: (arn: string) => void
}

/** Who can become an administrator, who has access from outside, who is unused: one table each. */
export function Risks({ store, opened, onPrincipal }: Props): JSX.Element {
  const answer = useSignal<RisksAnswer | undefined>(undefined)
  useEffect(() => {
    void store.ask({ ask: 'risks' }, 'Looking for paths to administrator …').then((reply) => {
      if (reply?.ask === 'risks') answer.value = reply.answer
    })
  }, [opened])
  return (
    <div class="wd-account-panel">
      {answer.value?.parts.map((part) => (
        <Part key={part.id} part={part} opened={opened} onPrincipal={onPrincipal} />
      ))}
      {answer.value && <Gaps gaps={answer.value.gaps} />}
    </div>
  )
}

type Line = readonly string[]

function Part(props: {
  readonly part: ReportPart
  readonly opened: OpenedFiles
  readonly onPrincipal: (arn: string) => void
}): JSX.Element {
  const { part, opened, onPrincipal } = props
  const typed = useSignal('')
  const [headings = [], ...lines] = part.lines
  const known = useMemo(() => new Set(opened.principals.map(({ arn }) => arn)), [opened])
  const rows = useMemo(() => lines.filter((line) => matchesWords(typed.value, ...line)), [part, typed.value])
  const columns = headings.map(
    (heading, i): Column<Line> => ({
      id: heading,
      heading,
      size: i === 0 ? 'name' : 'short',
      sortBy: (line) => line[i] ?? '',
      cell: (line) => {
        const text = line[i] ?? ''
        if (i > 0 || !known.has(text)) return <span title={text}>{text}</span>
        return (
          <button type="button" class="wd-account-name" title={text} onClick={() => onPrincipal(text)}>
            {text.slice(text.lastIndexOf(':') + 1)}
          </button>
        )
      },
    }),
  )
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
            keyOf={(line) => line.join('\n')}
            isChosen={() => false}
          />
        </>
      )}
    </section>
  )
}
