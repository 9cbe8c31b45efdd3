import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { droppedFiles } from './dropped-files.ts'
import { FileButton } from './FileButton.tsx'

interface Props {
  /** The name of the place. */
  readonly label: string
  /** What to drop there. */
  readonly lead: ComponentChildren
  readonly onFiles: (files: readonly File[]) => void
  readonly onExample: () => void
  /** A hint below the buttons. */
  readonly children: ComponentChildren
}

/** A place to drop files and folders, with buttons for those who'd rather choose them, and an example. */
export function FileDrop({ label, lead, onFiles, onExample, children }: Props): JSX.Element {
  const isOver = useSignal(false)
  return (
    <section
      class="wd-account-drop"
      aria-label={label}
      data-over={isOver.value || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        isOver.value = true
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={async (event) => {
        event.preventDefault()
        isOver.value = false
        const files = await droppedFiles(event.dataTransfer)
        if (files.length > 0) onFiles(files)
      }}
    >
      <p>{lead}</p>
      <div class="wd-row">
        <FileButton class="wd-button wd-primary" label="Files" multiple onFiles={onFiles}>
          Open files
        </FileButton>
        <FileButton label="A folder" folder onFiles={onFiles}>
          Open a folder
        </FileButton>
        <button type="button" class="wd-button" onClick={onExample}>
          Try an example
        </button>
      </div>
      {children}
    </section>
  )
}
