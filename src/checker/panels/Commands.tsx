import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { lazy } from '../../controls/lazy.tsx'
import { type Command, commands } from '../commands.ts'
import type { Store } from '../store.ts'

const Palette = lazy(async () => (await import('./Palette.tsx')).Palette)

/** Opens the palette itself. */
const paletteCode = 'KeyK'

/** Everything that can be done, with its key: a palette to search and run it, and the keys themselves. */
export function Commands({ store }: { readonly store: Store }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOpen = useSignal(false)
  const open = (): void => {
    isOpen.value = true
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
  return (
    <>
      <button type="button" class="wd-button wd-quiet wd-commands" aria-haspopup="dialog" onClick={open}>
        Commands
      </button>
      <dialog
        ref={dialog}
        class="wd-dialog wd-palette"
        aria-labelledby="wd-commands"
        onClose={() => (isOpen.value = false)}
      >
        <h2 class="wd-h" id="wd-commands">
          Commands
        </h2>
        {isOpen.value && <Palette onRun={run} onClose={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}
