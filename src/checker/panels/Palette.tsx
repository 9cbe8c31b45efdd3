import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Command, commands } from '../commands.ts'

interface Props {
  readonly onRun: (command: Command) => void
  readonly onClose: () => void
}

/** The commands, to search and to run. */
export function Palette({ onRun, onClose }: Props): JSX.Element {
  const wanted = useSignal('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const words = wanted.value.trim().toLowerCase().split(/\s+/)
  const found = commands.filter(({ does }) => words.every((word) => does.toLowerCase().includes(word)))
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (found[0]) onRun(found[0])
        }}
      >
        <input
          ref={box}
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
            <button type="button" class="wd-command-row" onClick={() => onRun(command)}>
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
      <button type="button" class="wd-button" onClick={onClose}>
        Close
      </button>
    </>
  )
}
