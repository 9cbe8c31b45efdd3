import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from './Icon.tsx'

/** Copies a text and says so. If the browser doesn't allow it, the button says that, too. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const outcome = useSignal('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      outcome.value = 'Copied'
    } catch {
      outcome.value = 'The browser did not allow it: select the text and copy it'
    }
  }
  return (
    <span class="wd-copy">
      <button type="button" class="wd-button" onClick={copy} onBlur={() => (outcome.value = '')}>
        <Icon name="copy" />
        {label}
      </button>
      <span class="wd-outcome" role="status">
        {outcome}
      </span>
    </span>
  )
}
