import type { JSX } from 'preact'
import { decisionWords } from '../../controls/decision-words.ts'
import { Icon } from '../../controls/Icon.tsx'
import type { Decision } from '../../evaluate/index.ts'
import { keepCase, openSaved, removeSaved } from '../state.ts'
import type { Store } from '../store.ts'

/** Requests that must go on to have their answer: decided again whenever a policy changes. */
export function Kept({ store }: { readonly store: Store }): JSX.Element | null {
  const { saved } = store.bench.value
  const answered = store.answered.value
  const diagnosis = answered?.answer.diagnosis
  const decision = diagnosis?.verdict?.decision
  if (saved.length === 0 && decision === undefined) return null
  const { principal, action } = diagnosis?.request ?? {}
  const now = new Map(answered?.bench.saved.map(({ id }, i) => [id, answered.answer.saved[i]]))
  return (
    <section class="wd-panel" aria-labelledby="wd-kept">
      <h2 class="wd-h" id="wd-kept">
        Saved requests (regression checks)
      </h2>
      <p class="wd-hint">
        Save requests that must stay allowed or denied. Each one is checked again whenever you edit a policy.
      </p>
      {saved.length > 0 && (
        <ul class="wd-kept">
          {saved.map(({ id, name, expected }) => (
            <li key={id} data-kept={now.get(id) === expected ? 'same' : 'changed'}>
              <Outcome expected={expected} now={now.get(id)} />
              <span class="wd-break">{name}</span>
              <button
                type="button"
                class="wd-button wd-small"
                onClick={() => store.change((bench) => openSaved(bench, id))}
              >
                Look at it
              </button>
              <button
                type="button"
                class="wd-button wd-square"
                aria-label={`Forget ${name}`}
                onClick={() => store.change((bench) => removeSaved(bench, id))}
              >
                <Icon name="remove" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {decision !== undefined && action !== undefined && (
        <button
          type="button"
          class="wd-button"
          onClick={() =>
            store.change((bench) =>
              keepCase(bench, `${action} by ${(principal ?? '').replace(/^.*[:/]/, '')}`, decision),
            )
          }
        >
          <Icon name="add" />
          Keep this request as “{decisionWords[decision].word}”
        </button>
      )}
    </section>
  )
}

function Outcome({ expected, now }: { readonly expected: Decision; readonly now: Decision | undefined }): JSX.Element {
  const isSame = now === expected
  const word = now === undefined ? 'not decided' : decisionWords[now].word
  return (
    <span class="wd-kept-outcome" data-tone={isSame ? 'allow' : 'deny'}>
      <Icon name={isSame ? 'yes' : 'warning'} />
      {isSame ? `Still: ${word}` : `Now: ${word}, was: ${decisionWords[expected].word}`}
    </span>
  )
}
