import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { CopyableText } from '../../controls/CopyableText.tsx'
import { Fold } from '../../controls/Fold.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { Prose } from '../../controls/Prose.tsx'
import type { ElementTrace, GateKind, GateResult, StatementRef, StatementTrace, Verdict } from '../../evaluate/index.ts'
import { decidersFirst, shownAtFirst } from '../../session/brief.ts'
import { elementClause, gateName, gateSentence } from '../../words/index.ts'
import type { Answered, Store } from '../store.ts'
import { answerWords, gateSaying } from '../words.ts'
import { PathDiagram } from './PathDiagram.tsx'
import { showStatement } from './show-statement.ts'

interface Props {
  readonly store: Store
  readonly answered: Answered
  readonly verdict: Verdict
}

/** The way of the request through AWS's gates, in AWS's order, down to where it stops. */
export function Gates({ store, answered, verdict }: Props): JSX.Element {
  const { gates, decision } = verdict
  const fetches = new Map<GateKind, string>(
    answered.answer.diagnosis.fetchScripts.map(({ policyType, script }) => [policyType, script]),
  )
  const stop = decision === 'allowed' ? -1 : gates.findIndex(({ blocks }) => blocks)
  return (
    <section aria-labelledby="wd-gates" class="wd-panel">
      <h3 class="wd-h" id="wd-gates">
        Evaluation path
      </h3>
      <p class="wd-hint">Every gate must allow the request. Open one to see its statements.</p>
      <PathDiagram verdict={verdict} />
      <ol class="wd-gates">
        {gates.map((gate, i) => (
          <GateItem
            key={`${gate.kind} ${gate.level ?? ''} ${gate.rule?.code ?? ''}`}
            gate={gate}
            place={stop < 0 || i < stop ? 'before' : i === stop ? 'stop' : 'after'}
            count={answered.answer.statements[i] ?? 0}
            onShow={(ref, span) => showStatement(store, answered, ref, span)}
            onAll={() => void store.whole()}
            fetch={gate.state === 'not given' ? fetches.get(gate.kind) : undefined}
          />
        ))}
        <li class="wd-gate wd-gate-end" data-place={stop < 0 ? 'before' : 'after'}>
          <span class="wd-gate-node">
            <Icon name={decision === 'allowed' ? 'yes' : decision === 'undetermined' ? 'unknown' : 'none'} />
          </span>
          <p>
            {decision === 'allowed'
              ? 'AWS allows the request.'
              : decision === 'undetermined'
                ? 'Whether the request gets here isn’t known yet.'
                : 'The request is stopped before this point.'}
          </p>
        </li>
      </ol>
    </section>
  )
}

type Show = (ref: StatementRef, span: StatementRef['span']) => void

interface GateProps {
  readonly gate: GateResult
  readonly place: 'before' | 'stop' | 'after'
  /** How many statements it has, of which the first have come. */
  readonly count: number
  readonly onShow: Show
  /** Has the others come. */
  readonly onAll: () => void
  /** Prints what was not given. */
  readonly fetch: string | undefined
}

function GateItem({ gate, place, count, onShow, onAll, fetch }: GateProps): JSX.Element {
  const { kind, state, blocks, statements } = gate
  const sentence = gateSentence(gate)
  const saying = gateSaying(gate)
  const head = (
    <>
      <span class="wd-gate-name">{gateName(gate)}</span>{' '}
      <span class="wd-gate-word">
        {saying.word}
        {place === 'stop' && <strong class="wd-stop-badge">Stops here</strong>}
        {place === 'after' && blocks && <strong class="wd-stop-badge">Would stop it too</strong>}
      </span>
    </>
  )
  return (
    <li class="wd-gate" data-kind={kind} data-state={state} data-blocks={blocks} data-place={place}>
      <span class="wd-gate-node">
        <Icon name={saying.icon} />
      </span>
      {statements.length === 0 ? (
        <div>
          <p class="wd-gate-head">{head}</p>
          <p class="wd-hint">
            <Prose text={sentence} />
          </p>
          {fetch !== undefined && (
            <Fold
              class="wd-fetch"
              summary={
                <>
                  How to get it <span class="sr-only">: {gateName(gate)}</span>
                </>
              }
            >
              <CopyableText text={fetch} label="Copy the commands" />
            </Fold>
          )}
        </div>
      ) : (
        <Fold summary={head} summaryClass="wd-gate-head" opened={place === 'stop'}>
          <p class="wd-hint">
            <Prose text={sentence} />
          </p>
          <Statements statements={statements} count={count} onShow={onShow} onAll={onAll} />
        </Fold>
      )}
    </li>
  )
}

interface StatementsProps extends Pick<GateProps, 'count' | 'onShow' | 'onAll'> {
  readonly statements: readonly StatementTrace[]
}

function Statements({ statements, count, onShow, onAll }: StatementsProps): JSX.Element {
  const all = useSignal(false)
  const showAll = (): void => {
    all.value = true
    if (count > statements.length) onAll()
  }
  const shown = decidersFirst(statements).slice(0, all.value ? undefined : shownAtFirst)
  const more = count - shown.length
  return (
    <>
      <ol class="wd-statements">
        {shown.map((trace) => (
          <Statement key={`${trace.ref.policyIndex} ${trace.ref.statement}`} trace={trace} onShow={onShow} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" class="wd-button wd-small" onClick={showAll}>
          Show {more} more {more === 1 ? 'statement' : 'statements'}
        </button>
      )}
    </>
  )
}

function Statement({ trace, onShow }: { readonly trace: StatementTrace; readonly onShow: Show }): JSX.Element {
  const { ref, effect, answer, elements } = trace
  return (
    <li data-effect={effect} data-answer={answer}>
      <button type="button" class="wd-link" onClick={() => onShow(ref, ref.span)}>
        {statementName(ref)}
      </button>{' '}
      <span class="wd-effect" data-effect={effect}>
        {effect}
      </span>{' '}
      {answerWords[answer].word}
      <ul class="wd-elements">
        {elements.map((element) => (
          <Element
            key={`${element.element} ${element.span.from}`}
            element={element}
            effect={effect}
            onShow={() => onShow(ref, element.span)}
          />
        ))}
      </ul>
    </li>
  )
}

interface ElementProps {
  readonly element: ElementTrace
  readonly effect: StatementTrace['effect']
  readonly onShow: () => void
}

function Element({ element, effect, onShow }: ElementProps): JSX.Element {
  const { word, icon } = answerWords[element.answer]
  return (
    <li data-answer={element.answer}>
      <Icon name={icon} />
      <span>
        <button type="button" class="wd-link" onClick={onShow}>
          {element.element}
        </button>{' '}
        {word}: <Prose text={elementClause(element.reason, effect)} />.
      </span>
    </li>
  )
}

/** "Finance, statement 2 (DenyWithoutMfa)": counted from 1, as people do. */
export const statementName = ({ policy, statement, sid }: StatementRef): string =>
  `${policy}, statement ${statement + 1}${sid ? ` (${sid})` : ''}`
