import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import type { ContextInput } from '../../evaluate/index.ts'
import { addContext, answerQuestion, type ContextRow, changeContext, removeContext } from '../state.ts'
import type { Store } from '../store.ts'

/** The request's condition keys: those that the paste gives away, and those that the user adds. */
export function ContextKeys({ store }: { readonly store: Store }): JSX.Element {
  const rows = store.bench.value.context
  const own = new Set(rows.map(({ key }) => key.trim().toLowerCase()))
  const read = [...(store.answered.value?.answer.diagnosis.denial.context ?? [])].filter(
    ([key]) => !own.has(key.toLowerCase()),
  )
  return (
    <fieldset class="wd-context">
      <legend>Condition keys of the request</legend>
      {read.map(([key, value]) => (
        <ReadKey key={key} store={store} name={key} value={value} />
      ))}
      {rows.map((row) => (
        <Row key={row.id} store={store} row={row} />
      ))}
      <button type="button" class="wd-button" onClick={() => store.change((bench) => addContext(bench))}>
        <Icon name="add" />
        Add a condition key
      </button>
    </fieldset>
  )
}

function ReadKey(props: { readonly store: Store; readonly name: string; readonly value: ContextInput }): JSX.Element {
  const { store, name, value } = props
  const texts = typeof value === 'object' && value !== null ? value.map(String) : String(value)
  return (
    <p class="wd-read">
      <code class="wd-code">{name}</code> is <code class="wd-code">{[texts].flat().join(', ')}</code>{' '}
      <span class="wd-hint">read from the paste</span>{' '}
      <button type="button" class="wd-link" onClick={() => store.change((bench) => answerQuestion(bench, name, texts))}>
        Change <span class="sr-only">{name}</span>
      </button>
    </p>
  )
}

function Row({ store, row }: { readonly store: Store; readonly row: ContextRow }): JSX.Element {
  const { id, key, values, absent } = row
  return (
    <div class="wd-context-row">
      <div class="wd-labelled">
        <label for={`wd-key-${id}`}>Key</label>
        <input
          id={`wd-key-${id}`}
          class="wd-field"
          type="text"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          placeholder="aws:RequestedRegion"
          value={key}
          onInput={(event) => {
            const next = event.currentTarget.value
            store.change((bench) => changeContext(bench, id, { key: next }))
          }}
        />
      </div>
      <div class="wd-labelled">
        <label for={`wd-value-${id}`}>Value, or one value a line</label>
        <textarea
          id={`wd-value-${id}`}
          class="wd-field"
          rows={Math.min(6, values.split('\n').length)}
          disabled={absent}
          spellcheck={false}
          autocomplete="off"
          value={values}
          onInput={(event) => {
            const next = event.currentTarget.value
            store.change((bench) => changeContext(bench, id, { values: next }))
          }}
        />
        <label class="wd-check">
          <input
            type="checkbox"
            checked={absent}
            onChange={(event) => {
              const next = event.currentTarget.checked
              store.change((bench) => changeContext(bench, id, { absent: next }))
            }}
          />
          The request does not carry it
        </label>
      </div>
      <button
        type="button"
        class="wd-button wd-square"
        aria-label={`Remove the condition key ${key}`}
        onClick={() => store.change((bench) => removeContext(bench, id))}
      >
        <Icon name="remove" />
      </button>
    </div>
  )
}
