import type { JSX } from 'preact'
import { CodeLines } from '../../controls/CodeLines.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { Prose } from '../../controls/Prose.tsx'
import type { StatementRef, Verdict } from '../../evaluate/index.ts'
import { elementClause } from '../../words/index.ts'
import { standingPolicies } from '../state.ts'
import type { Answered, Store } from '../store.ts'
import { statementName } from './Gates.tsx'
import { showStatement } from './show-statement.ts'

interface Props {
  readonly store: Store
  readonly answered: Answered
  readonly verdict: Verdict
}

/** The statements that decided; where none did, those that came nearest. */
export function Deciding({ store, answered, verdict }: Props): JSX.Element | null {
  const { decidedBy, closest, decision } = verdict
  const show = (ref: StatementRef, span: StatementRef['span']): void => showStatement(store, answered, ref, span)
  if (decidedBy.length > 0) {
    return (
      <section aria-labelledby="wd-deciding" class="wd-panel">
        <h3 class="wd-h" id="wd-deciding">
          {decidedBy.length > 1 ? 'Deciding statements' : 'Deciding statement'}
        </h3>
        <ul class="wd-deciders">
          {decidedBy.slice(0, 10).map((ref) => (
            <li key={`${ref.policyIndex} ${ref.statement}`} data-deciding>
              <ShowButton answered={answered} place={ref} onShow={() => show(ref, ref.span)} />
            </li>
          ))}
        </ul>
      </section>
    )
  }
  if (decision === 'allowed' || closest.length === 0) return null
  return (
    <section aria-labelledby="wd-deciding" class="wd-panel">
      <h3 class="wd-h" id="wd-deciding">
        Closest statements
      </h3>
      <ul class="wd-deciders">
        {closest.slice(0, 3).map(({ ref, failed, also = [] }) => (
          <li key={`${ref.policyIndex} ${ref.statement}`} data-nearest>
            <ShowButton answered={answered} place={ref} onShow={() => show(ref, failed.span)} />
            <p>
              Only its {failed.element} does not match:{' '}
              <Prose text={[failed, ...also].map(({ reason }) => elementClause(reason)).join('; ')} />.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ShowProps {
  readonly answered: Answered
  readonly place: StatementRef
  readonly onShow: () => void
}

function ShowButton({ answered, place, onShow }: ShowProps): JSX.Element {
  const text = standingPolicies(answered.bench)[place.policyIndex]?.text ?? ''
  const quoted = text.slice(place.span.from, Math.min(place.span.to, place.span.from + longestQuote))
  return (
    <>
      <button type="button" class="wd-link wd-strong" onClick={onShow}>
        <Icon name="target" />
        {statementName(place)}
      </button>
      <pre class="wd-quote wd-json">
        <CodeLines text={outdented(quoted) + (place.span.to - place.span.from > longestQuote ? ' …' : '')} json />
      </pre>
    </>
  )
}

const longestQuote = 1500

/** Takes away the indentation that a statement has inside its policy. */
function outdented(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const least = Math.min(...indents, 80)
  return [first, ...rest.map((line) => line.slice(least))].join('\n')
}
