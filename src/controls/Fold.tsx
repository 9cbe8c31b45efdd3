import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'

interface Props {
  readonly class?: string
  readonly summary: ComponentChildren
  readonly summaryClass?: string
  /** Is it open for who has not touched it? */
  readonly opened?: boolean
  readonly children: ComponentChildren
}

/** Something to open. What is in it is drawn only while it is open: hidden text too costs time at every key. */
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
