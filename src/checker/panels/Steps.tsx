import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { CauseFound, Step } from '../../advise/index.ts'
import { CopyButton } from '../../controls/CopyButton.tsx'
import { Fold } from '../../controls/Fold.tsx'
import { Prose } from '../../controls/Prose.tsx'
import type { Company } from '../../session/company.ts'
import type { Reader } from '../reducer.ts'
import type { Store } from '../store.ts'
import { ticketAddress } from '../ticket.ts'
import { ownerWords } from '../words.ts'

const readers: readonly { readonly reader: Reader; readonly label: string }[] = [
  { reader: 'denied', label: 'I was denied' },
  { reader: 'administrator', label: 'I administer this account' },
]

interface Props {
  readonly store: Store
  readonly cause: CauseFound
  /** The message to whoever can change it; undefined where there is nothing to ask for. */
  readonly requestText: string | undefined
  readonly company: Company
  /** Prints what was not given. */
  readonly fetchScript: string | undefined
}

/** What to do next, for the one who was refused and for the one who can change it. */
export function Steps({ store, cause, requestText, fetchScript, company }: Props): JSX.Element {
  const { reader } = store
  const mine = cause.steps.filter(({ owner }) => (owner === 'caller') === (reader.value === 'denied'))
  const theirs = cause.steps.length - mine.length
  return (
    <section aria-labelledby="wd-steps" class="wd-panel">
      <h3 class="wd-h" id="wd-steps">
        What to do next
      </h3>
      <fieldset class="wd-readers">
        <legend class="sr-only">Who are you?</legend>
        {readers.map(({ reader: value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name="wd-reader"
              value={value}
              checked={reader.value === value}
              onChange={() => store.send({ is: 'reader chosen', reader: value })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {mine.length > 0 && (
        <ol class="wd-steps">
          {mine.map((step, i) => (
            <StepItem key={i} step={step} reader={reader.value} />
          ))}
        </ol>
      )}
      {mine.length === 0 && reader.value === 'denied' && (
        <p>You cannot change this yourself. Send the text below to the people who can.</p>
      )}
      {mine.length === 0 && reader.value === 'administrator' && (
        <p>There is nothing to change in the account first. What helps is for the caller to do: see “I was denied”.</p>
      )}
      {fetchScript !== undefined && (
        <Fold class="wd-fetch" summary="Everything that is not given here yet, in one script">
          <p class="wd-hint">
            It only reads, with the AWS CLI. Paste all that it prints into the box at the top: it is sorted there.
          </p>
          <pre class="wd-quote">{fetchScript}</pre>
          <CopyButton text={fetchScript} label="Copy the script" />
        </Fold>
      )}
      {reader.value === 'denied' && requestText !== undefined && (
        <Fold
          class="wd-request"
          summary={`A message to your administrator${theirs > 0 ? ', with what is for them to do' : ''}`}
          opened={mine.length === 0}
        >
          <Message text={requestText} company={company} store={store} />
        </Fold>
      )}
    </section>
  )
}

/** The message, with what tells who somebody is or without. */
function Message({
  text,
  company,
  store,
}: {
  readonly text: string
  readonly company: Company
  readonly store: Store
}): JSX.Element {
  const hidden = useSignal(false)
  const nameless = useSignal('')
  const shown = hidden.value ? nameless.value : text
  useEffect(() => {
    let isCurrent = hidden.value
    if (isCurrent)
      import('../take-along.ts').then(({ textAlong }) => {
        if (isCurrent) nameless.value = textAlong(text, { bench: store.bench.value, hidden: true, buckets: false })
      })
    return () => {
      isCurrent = false
    }
  }, [text, hidden.value])
  return (
    <div class="wd-message">
      <textarea class="wd-field" rows={10} readOnly aria-label="Message to your administrator" value={shown} />
      {/* A printed text area ends at its height. */}
      <pre class="wd-printed" aria-hidden="true">
        {shown}
      </pre>
      <label class="wd-check">
        <input
          type="checkbox"
          checked={hidden.value}
          onChange={(event) => (hidden.value = event.currentTarget.checked)}
        />
        Without account numbers and names
      </label>
      <div class="wd-row">
        <CopyButton text={shown} label="Copy the message" />
        {company.ticket !== undefined && (
          <a class="wd-button" href={ticketAddress(company.ticket, shown)}>
            Open a ticket with it
          </a>
        )}
        {company.contact !== undefined && (
          <a class="wd-button" href={company.contact}>
            Who to ask
          </a>
        )}
      </div>
    </div>
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
          <p class="wd-hint">To add to it. It was not given here, so this could not be tried out on it.</p>
          <pre class="wd-quote">{statement}</pre>
          <CopyButton text={statement} label="Copy the statement" />
        </div>
      )}
      {command && (
        <div class="wd-command">
          <pre class="wd-quote">{command}</pre>
          <CopyButton text={command} label="Copy the command" />
        </div>
      )}
    </li>
  )
}
