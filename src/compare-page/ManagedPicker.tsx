import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type FetchText, loadManagedIndex, loadManagedPolicy, type ManagedIndex } from './managed-policies.ts'
import type { SideName } from './state.ts'

interface Props {
  readonly side: SideName
  readonly fetchText: FetchText
  readonly onPick: (name: string, text: string) => void
}

type Loaded =
  | { readonly is: 'loading' }
  | { readonly is: 'failed' }
  | { readonly is: 'here'; readonly index: ManagedIndex }

/** A field that finds an AWS managed policy by its name. Its document comes from this site. */
export function ManagedPicker({ side, fetchText, onPick }: Props): JSX.Element {
  const loaded = useSignal<Loaded>({ is: 'loading' })
  const status = useSignal('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    void loadManagedIndex(fetchText).then((index) => {
      loaded.value = index ? { is: 'here', index } : { is: 'failed' }
    })
  }, [])

  const nameOf = (typed: string): string | undefined => {
    if (loaded.value.is !== 'here') return undefined
    const bare = typed
      .trim()
      .replace(/^arn:aws[\w-]*:iam::aws:policy\/(?:[\w-]+\/)?/, '')
      .toLowerCase()
    return loaded.value.index.names.find((name) => name.toLowerCase() === bare)
  }
  const pick = async (name: string): Promise<void> => {
    status.value = `Loading ${name} …`
    const text = await loadManagedPolicy(name, fetchText)
    if (text === undefined) status.value = `${name} can’t be loaded. Check your network connection and try again.`
    else onPick(name, text)
  }
  const submit = (): void => {
    const typed = field.current?.value ?? ''
    const name = nameOf(typed)
    if (name !== undefined) void pick(name)
    else status.value = 'AWS has no managed policy with this name. Choose one from the list.'
  }
  return (
    <form
      class="wd-compare-managed"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label for={`wd-managed-${side}`}>Name or ARN of an AWS managed policy</label>
      <div class="wd-row">
        <input
          ref={field}
          id={`wd-managed-${side}`}
          class="wd-field"
          list={`wd-managed-names-${side}`}
          autocomplete="off"
          spellcheck={false}
          placeholder="ReadOnlyAccess"
          onInput={(event) => {
            // Choosing from the list is an input without typing.
            const chosen = !(event instanceof InputEvent) || event.inputType === 'insertReplacementText'
            const name = chosen ? nameOf(event.currentTarget.value) : undefined
            if (name !== undefined) void pick(name)
          }}
        />
        <button type="submit" class="wd-button">
          Use it
        </button>
      </div>
      {loaded.value.is === 'here' && (
        <datalist id={`wd-managed-names-${side}`}>
          {loaded.value.index.names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <p class="wd-hint" role="status">
        {status.value || hintOf(loaded.value)}
      </p>
    </form>
  )
}

function hintOf(loaded: Loaded): string {
  if (loaded.is === 'loading') return 'Loading the list of names …'
  if (loaded.is === 'failed') return 'The list of names can’t be loaded. Check your network connection and try again.'
  return `${loaded.index.names.length.toLocaleString('en')} policies, as of ${loaded.index.date}. They’re part of this site.`
}
