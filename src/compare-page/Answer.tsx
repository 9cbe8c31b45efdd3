import type { JSX } from 'preact'
import { Fold } from '../controls/Fold.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Example } from './Example.tsx'
import { comparisonExamples } from './examples.ts'
import type { Difference, ShownExample, StatementPlace } from './messages.ts'
import type { Store } from './store.ts'
import { columns, countInWords, escalationsInWords, reasonWords, verdictOf } from './words.ts'

interface Props {
  readonly store: Store
  readonly site: string
  readonly isEmpty: boolean
  readonly onShow: (place: StatementPlace) => void
  readonly onExample: (id: string) => void
}

/** What the comparison came to: the verdict, then one column for each direction and one for what stays. */
export function Answer({ store, site, isEmpty, onShow, onExample }: Props): JSX.Element {
  const difference = store.answered.value?.answer.difference
  return (
    <>
      <Working store={store} />
      {isEmpty ? (
        <Start onExample={onExample} />
      ) : difference ? (
        <Whole difference={difference} site={site} onShow={onShow} />
      ) : (
        <p class="wd-hint" role="status">
          {store.answered.value ? whatIsMissing(store) : 'Comparing …'}
        </p>
      )}
      <Missing store={store} />
    </>
  )
}

/** On a phone the answer is below both versions: what it came to, and the way there. */
export function Summary({ store }: { readonly store: Store }): JSX.Element | null {
  const difference = store.answered.value?.answer.difference
  if (!difference) return null
  const { tone, icon, headline } = verdictOf(difference)
  return (
    <a class="wd-compare-summary" href="#wd-compare-answer" data-tone={tone}>
      <Icon name={icon} />
      {headline}
      <span>See why</span>
    </a>
  )
}

function whatIsMissing(store: Store): string {
  const { old, new: now } = store.page.value
  const isBlank = (texts: typeof old): boolean => texts.every(({ text }) => text.trim() === '')
  if (isBlank(old)) return 'Add the old version to see what changes.'
  if (isBlank(now)) return 'Add the new version to see what changes.'
  return 'Nothing to compare yet: a policy can’t be read. See the problem below it.'
}

function Whole(props: {
  readonly difference: Difference
  readonly site: string
  readonly onShow: (place: StatementPlace) => void
}): JSX.Element {
  const { difference, site, onShow } = props
  const { tone, icon, headline, sentence } = verdictOf(difference)
  return (
    <>
      <div class="wd-compare-verdict" role="status" data-tone={tone}>
        <Icon name={icon} />
        <div>
          <h2 class="wd-h">{headline}</h2>
          <p>{sentence}</p>
        </div>
      </div>
      <Escalations escalations={difference.escalations} />
      <div class="wd-compare-columns">
        {columns.map(({ of, title, icon: picture, none, by }) => {
          const outcome = difference[of]
          return (
            <section
              key={of}
              class="wd-compare-column"
              aria-labelledby={`wd-column-${of}`}
              data-column={of}
              data-result={outcome.result}
            >
              <h3 class="wd-h" id={`wd-column-${of}`}>
                <Icon name={picture} />
                {title}
                <span class="wd-compare-count">{countInWords(outcome)}</span>
              </h3>
              {outcome.result === 'pass' && <p>{none}</p>}
              {outcome.result === 'unknown' && (
                <p>We found no such request, but can’t prove it. {reasonWords[outcome.because]}</p>
              )}
              {outcome.result === 'fail' && (
                <Examples examples={outcome.examples} by={by} site={site} onShow={onShow} />
              )}
            </section>
          )
        })}
      </div>
      <p class="wd-hint">
        Examples are requests that the evaluator decided with both versions: one for each statement that makes a
        difference, not a complete list. “Proven” counts for every possible request.{' '}
        <a href={`${site}policies/compare-proof/`}>How the proof works</a>
      </p>
    </>
  )
}

/** Examples that are shown at once; the others unfold. */
const mostAtOnce = 3

function Examples(props: {
  readonly examples: readonly ShownExample[]
  readonly by: string
  readonly site: string
  readonly onShow: (place: StatementPlace) => void
}): JSX.Element {
  const { examples, ...rest } = props
  const more = examples.length - mostAtOnce
  const list = (shown: readonly ShownExample[]): JSX.Element => (
    <ul class="wd-compare-list">
      {shown.map((example, i) => (
        <Example key={i} example={example} {...rest} />
      ))}
    </ul>
  )
  return (
    <>
      {list(examples.slice(0, mostAtOnce))}
      {more > 0 && (
        <Fold summary={more === 1 ? '1 more example' : `${more} more examples`}>
          {list(examples.slice(mostAtOnce))}
        </Fold>
      )}
    </>
  )
}

/** Ways that are shown; the others are counted. */
const mostEscalations = 3

function Escalations({ escalations }: Pick<Difference, 'escalations'>): JSX.Element | null {
  if (escalations.length === 0) return null
  return (
    <div class="wd-note wd-note-warning" data-escalations={escalations.length}>
      <Icon name="warning" />
      <div>
        <p class="wd-strong">{escalationsInWords(escalations.length)}</p>
        <ul>
          {escalations.slice(0, mostEscalations).map(({ actions, how, source }) => (
            <li key={`${actions} ${how}`}>
              <code class="wd-code">{actions.join(' and ')}</code>: anyone with this policy can {how}.{' '}
              <a href={source} rel="noreferrer">
                How it works
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Says that it's working after half a second, lets the user stop it, and says when it broke. */
function Working({ store }: { readonly store: Store }): JSX.Element {
  const state = store.thread.value
  return (
    <div class="wd-progress" role="status" data-thread={state.is}>
      {state.is === 'working' && state.slow && (
        <div class="wd-note">
          <span class="wd-spinner" aria-hidden="true" />
          <p>Comparing …</p>
          <button type="button" class="wd-button wd-small" onClick={() => store.stop()}>
            Stop
          </button>
        </div>
      )}
      {(state.is === 'stopped' || state.is === 'broken') && (
        <div class="wd-note wd-note-warning">
          <Icon name="warning" />
          <p>
            {state.is === 'stopped' ? 'Stopped.' : `The comparison failed: ${state.why}.`} What you entered is still
            here.
          </p>
          <button type="button" class="wd-button wd-small" onClick={() => store.retry()}>
            Try again
          </button>
        </div>
      )}
    </div>
  )
}

/** Without the data of a service, its actions are compared as text. */
function Missing({ store }: { readonly store: Store }): JSX.Element | null {
  const missing = store.answered.value?.answer.data.missing ?? []
  if (missing.length === 0) return null
  return (
    <p class="wd-note">
      The data of {missing.join(', ')} can’t be loaded, so actions and ARNs of these services are compared as plain
      text.
    </p>
  )
}

function Start({ onExample }: { readonly onExample: (id: string) => void }): JSX.Element {
  return (
    <div class="wd-start" data-start>
      <p>
        Paste two versions of a policy. You see at once which requests are newly allowed, which are no longer allowed,
        and whether that’s all: proven, or with an example that you can open in the checker. Nothing leaves your
        browser.
      </p>
      <div class="wd-row">
        {comparisonExamples.map(({ id, title }) => (
          <button key={id} type="button" class="wd-button wd-chip" onClick={() => onExample(id)}>
            {title}
          </button>
        ))}
      </div>
    </div>
  )
}
