import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { copyText } from './copy-text.ts'
import { Icon } from './Icon.tsx'

/** Copies a text and says so. If the browser doesn't allow it, the button says that, too. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const outcome = useSignal('')
  return (
    <span class="wd-copy">
      <button
        type="button"
        class="wd-button"
        onClick={async () => {
          outcome.value = await copyText(text)
        }}
        onBlur={() => (outcome.value = '')}
      >
        <Icon name="copy" />
        {label}
      </button>
      <span class="wd-outcome" role="status">
        {outcome}
      </span>
    </span>
  )
}
