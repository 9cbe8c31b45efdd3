import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'

interface Props {
  readonly class?: string
  readonly summary: ComponentChildren
  readonly summaryClass?: string
  /** Is it open until the user toggles it? */
  readonly opened?: boolean
  readonly children: ComponentChildren
}

/** A section that opens and closes. Its content is rendered only while it's open, because even hidden text costs time on every keystroke. */
export function Fold({ summary, summaryClass = 'wd-fold', opened = false, children, ...rest }: Props): JSX.Element {
  const touched = useSignal<boolean | undefined>(undefined)
  const isOpen = touched.value ?? opened
  return (
    <details
      {...rest}
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) touched.value = open
      }}
    >
      <summary class={summaryClass}>{summary}</summary>
      {isOpen && children}
    </details>
  )
}
