import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'

interface Props {
  /** What the files are, for those who don't see the button next to it. */
  readonly label: string
  /** The button's classes. */
  readonly class?: string
  readonly onFiles: (files: readonly File[]) => void
  /** Whether several files can be chosen at a time. */
  readonly multiple?: boolean
  /** Whether a folder is chosen, with all files in it. */
  readonly folder?: boolean
  /** The kinds of files, as in the `accept` attribute. */
  readonly accept?: string
  /** The name under which a key presses the button. */
  readonly press?: string
  readonly children: ComponentChildren
}

/** A button that opens files. */
export function FileButton(props: Props): JSX.Element {
  const { label, onFiles, multiple = false, folder = false, accept, press, children } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class={props.class ?? 'wd-button'}
        data-press={press}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple={multiple || folder}
        accept={accept}
        class="sr-only"
        tabIndex={-1}
        aria-label={label}
        {...(folder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // So that the same file can be chosen again.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
