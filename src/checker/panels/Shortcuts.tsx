import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Store } from '../store.ts'

interface Shortcut {
  /** The key's place on the keyboard: with Alt and Shift some keyboards write other letters. */
  readonly code: string
  readonly key: string
  readonly does: string
  act(store: Store): void
}

const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()
const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click()

const shortcuts: readonly Shortcut[] = [
  { code: 'KeyE', key: 'E', does: 'Go to the box for the error', act: () => focus('#wd-paste') },
  { code: 'KeyA', key: 'A', does: 'Go to the answer', act: () => focus('#wd-result') },
  { code: 'KeyP', key: 'P', does: 'Add a policy', act: () => press('[data-press="add-policy"]') },
  { code: 'KeyF', key: 'F', does: 'Apply the first change that helps', act: () => press('[data-press="apply"]') },
  { code: 'KeyU', key: 'U', does: 'Take the last change back', act: (store) => store.send({ is: 'undone' }) },
  { code: 'KeyR', key: 'R', does: 'Copy the report', act: () => press('[data-press="report"]') },
]

/** Keys that do what buttons do, and the dialog that lists them. */
export function Shortcuts({ store }: { readonly store: Store }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
      const shortcut = shortcuts.find(({ code }) => code === event.code)
      if (!shortcut || dialog.current?.open) return
      event.preventDefault()
      shortcut.act(store)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button type="button" class="wd-button" onClick={() => dialog.current?.showModal()}>
        Keyboard shortcuts
      </button>
      <dialog ref={dialog} class="wd-dialog" aria-labelledby="wd-shortcuts">
        <h2 class="wd-h" id="wd-shortcuts">
          Keyboard shortcuts
        </h2>
        <dl class="wd-keys">
          {shortcuts.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>Alt</kbd> + <kbd>Shift</kbd> + <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p class="wd-hint">
          On a Mac, Alt is the key ⌥. In an editor, Tab leads on to the next field; Ctrl + Space offers actions and
          keys, and F8 goes to the next finding.
        </p>
        <button type="button" class="wd-button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}
