import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { sampleErrors } from '../../controls/sample-errors.ts'
import { longestTyped } from '../../session/limits.ts'
import { addPolicy, withPaste } from '../state.ts'
import type { Store } from '../store.ts'
import { Complaints } from './Complaints.tsx'
import { beginningOf, LongText } from './LongText.tsx'
import { Marks } from './Marks.tsx'

/** "Paste the error you got": anything goes in here. A very long text is kept whole, but only its beginning is put on the screen. */
export function PasteBox({ store }: { readonly store: Store }): JSX.Element {
  const box = useRef<HTMLTextAreaElement>(null)
  const { paste } = store.bench.value
  const answered = store.answered.value
  const denial = answered?.bench.paste === paste ? answered.answer.diagnosis.denial : undefined
  const pasted = (text: string): void => store.send({ is: 'pasted', text })
  useEffect(() => {
    // What was typed before the page came to life is still in the box.
    const typed = box.current?.value ?? ''
    if (typed !== '' && store.bench.value.paste === '') pasted(typed)
  }, [])
  return (
    <section class="wd-panel wd-paste-panel" aria-labelledby="wd-paste-label">
      <h2 class="wd-h" id="wd-paste-label">
        <label for="wd-paste">Paste the error you got</label>
      </h2>
      {paste.length > longestTyped ? (
        <LongText id="wd-paste" text={paste} onClear={() => store.send({ is: 'typed', text: '' })} />
      ) : (
        <div class="wd-paste-field">
          <Marks text={paste} denial={denial} />
          <textarea
            ref={box}
            id="wd-paste"
            class="wd-field wd-paste"
            rows={5}
            spellcheck={false}
            autocomplete="off"
            aria-describedby="wd-paste-hint"
            placeholder="User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: …"
            value={paste}
            onInput={(event) => {
              store.send({ is: isPaste(event) ? 'pasted' : 'typed', text: event.currentTarget.value })
              // The box still shows secrets that were just removed from the state, so copy the state's text into it.
              event.currentTarget.value = beginningOf(store.bench.value.paste)
            }}
            onPaste={(event) => takeLongText(event, event.clipboardData, pasted)}
            onDrop={(event) => takeLongText(event, event.dataTransfer, pasted)}
            onScroll={({ currentTarget }) => {
              const marks = currentTarget.previousElementSibling
              if (marks) marks.scrollTop = currentTarget.scrollTop
            }}
          />
        </div>
      )}
      <p class="wd-hint" id="wd-paste-hint">
        Paste the message, log lines, or a CloudTrail event. You can add policies and AWS CLI output: the checker sorts
        them. Nothing leaves this page.
      </p>
      {paste === '' && <Samples onChoose={pasted} />}
      <PasteAdvice store={store} />
    </section>
  )
}

/** Errors to try: a click fills the box. */
const Samples = ({ onChoose }: { readonly onChoose: (text: string) => void }): JSX.Element => (
  <p class="wd-samples" data-samples>
    <span class="wd-hint">Try:</span>
    {sampleErrors.map(({ label, text }) => (
      <button key={label} type="button" class="wd-sample" onClick={() => onChoose(text)}>
        {label}
      </button>
    ))}
  </p>
)

/** What the browser itself says of a change of the box. https://www.w3.org/TR/input-events-2/#interface-InputEvent-Attributes */
const isPaste = (event: Event): boolean =>
  event instanceof InputEvent && /^insertFrom(?:Paste|Drop|Yank)/.test(event.inputType)

/** A long text goes to the state without passing through the box: laying out megabytes would freeze the page. */
function takeLongText(event: Event, transfer: DataTransfer | null, set: (text: string) => void): void {
  const text = transfer?.getData('text/plain') ?? ''
  if (text.length <= longestTyped) return
  event.preventDefault()
  set(text)
}

/** What is wrong with the paste as a text, and what it seems to be instead of an error. */
function PasteAdvice({ store }: { readonly store: Store }): JSX.Element | null {
  const { paste } = store.bench.value
  if (paste.trim() === '') return null
  const answered = store.answered.value
  const complaints = answered?.bench.paste === paste ? answered.answer.paste : []
  return (
    <>
      <Complaints list={complaints} />
      {answered?.bench.paste === paste && looksLikePolicy(paste) && (
        <div class="wd-note" role="status">
          <p>This looks like a policy.</p>
          <button
            type="button"
            class="wd-button"
            onClick={() => store.change((bench) => addPolicy(withPaste(bench, ''), { text: paste }))}
          >
            Move it to the policies
          </button>
        </div>
      )}
    </>
  )
}

const looksLikePolicy = (paste: string): boolean => {
  const head = paste.slice(0, longestTyped)
  return /^\s*\{/.test(head) && head.includes('"Statement"') && head.includes('"Effect"')
}
