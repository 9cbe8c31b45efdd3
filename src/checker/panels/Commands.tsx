import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Command, commands } from '../commands.ts'
import type { Store } from '../store.ts'

/** Opens the palette itself. */
const paletteCode = 'KeyK'

/** Everything that can be done, with its key: a palette to search and run it, and the keys themselves. */
export function Commands({ store }: { readonly store: Store }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const wanted = useSignal('')
  const open = (): void => {
    wanted.value = ''
    dialog.current?.showModal()
  }
  const run = (command: Command): void => {
    dialog.current?.close()
    command.run(store)
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]'))
        return
      const command = commands.find(({ code }) => code === event.code)
      if (!command && event.code !== paletteCode) return
      event.preventDefault()
      if (command) command.run(store)
      else open()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const words = wanted.value.trim().toLowerCase().split(/\s+/)
  const found = commands.filter(({ does }) => words.every((word) => does.toLowerCase().includes(word)))
  return (
    <>
      <button type="button" class="wd-button wd-quiet" aria-haspopup="dialog" onClick={open}>
        Commands
      </button>
      <dialog ref={dialog} class="wd-dialog wd-palette" aria-labelledby="wd-commands">
        <h2 class="wd-h" id="wd-commands">
          Commands
        </h2>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (found[0]) run(found[0])
          }}
        >
          <input
            class="wd-field"
            type="text"
            spellcheck={false}
            autocomplete="off"
            aria-label="Search commands"
            placeholder="Type a command"
            value={wanted.value}
            onInput={(event) => (wanted.value = event.currentTarget.value)}
          />
        </form>
        <ul class="wd-keys">
          {found.map((command) => (
            <li key={command.code}>
              <button type="button" class="wd-command-row" onClick={() => run(command)}>
                <span>{command.does}</span>
                <span>
                  <kbd>Alt</kbd> <kbd>Shift</kbd> <kbd>{command.key}</kbd>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p class="wd-hint" role="status">
          {found.length === 0
            ? 'No command has this name.'
            : 'Enter runs the first one. On a Mac, Alt is the key ⌥. In an editor, Tab leads to the next field, Ctrl + Space offers actions and keys, and F8 goes to the next finding.'}
        </p>
        <button type="button" class="wd-button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}
