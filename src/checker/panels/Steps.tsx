import type { JSX } from 'preact'
import type { CauseFound, Step } from '../../advise/index.ts'
import { CopyableText } from '../../controls/CopyableText.tsx'
import { Prose } from '../../controls/Prose.tsx'
import type { Reader } from '../reducer.ts'
import { rememberReader } from '../remembered.ts'
import type { Store } from '../store.ts'
import { ownerWords } from '../words.ts'

const readers: readonly { readonly reader: Reader; readonly label: string }[] = [
  { reader: 'denied', label: 'I was denied' },
  { reader: 'administrator', label: 'I administer this account' },
]

/** Who reads: it changes order and wording, and is remembered. */
export function Readers({ store }: { readonly store: Store }): JSX.Element {
  return (
    <fieldset class="wd-readers">
      <legend class="sr-only">Who are you?</legend>
      {readers.map(({ reader, label }) => (
        <label key={reader}>
          <input
            type="radio"
            name="wd-reader"
            value={reader}
            checked={store.reader.value === reader}
            onChange={() => {
              store.send({ is: 'reader chosen', reader })
              rememberReader(reader)
            }}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface Props {
  readonly store: Store
  readonly cause: CauseFound
}

/** What to do next, for the one who was denied or for the one who can change it. */
export function Steps({ store, cause }: Props): JSX.Element {
  const reader = store.reader.value
  const mine = cause.steps.filter(({ owner }) => (owner === 'caller') === (reader === 'denied'))
  return (
    <section aria-labelledby="wd-steps" class="wd-panel">
      <h3 class="wd-h" id="wd-steps">
        What to do next
      </h3>
      {mine.length > 0 && (
        <ol class="wd-steps">
          {mine.map((step, i) => (
            <StepItem key={i} step={step} reader={reader} />
          ))}
        </ol>
      )}
      {mine.length === 0 && reader === 'denied' && (
        <p>
          You can’t change this yourself.{' '}
          <button type="button" class="wd-link" onClick={() => store.send({ is: 'tab chosen', tab: 'message' })}>
            Send your administrator the message
          </button>
          .
        </p>
      )}
      {mine.length === 0 && reader === 'administrator' && (
        <p>There is nothing to change in the account first. The caller can fix this: see “I was denied”.</p>
      )}
    </section>
  )
}

function StepItem({ step, reader }: { readonly step: Step; readonly reader: Reader }): JSX.Element {
  const { title, text, owner, command, statement } = step
  return (
    <li>
      <p class="wd-strong">
        <Prose text={title} />
      </p>
      {reader === 'administrator' && <p class="wd-hint">For {ownerWords[owner]}</p>}
      <p>
        <Prose text={text} />
      </p>
      {statement && (
        <div class="wd-command">
          <p class="wd-hint">Add this to it. The policy isn’t here, so this couldn’t be tried out on it.</p>
          <CopyableText text={statement} label="Copy the statement" />
        </div>
      )}
      {command && (
        <div class="wd-command">
          <CopyableText text={command} label="Copy the command" />
        </div>
      )}
    </li>
  )
}
