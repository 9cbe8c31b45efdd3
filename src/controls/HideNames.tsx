import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'

interface Props {
  /** Replace what identifies people and accounts? */
  readonly hidden: Signal<boolean>
  /** Bucket names, too? Only counts where `hidden` is true. */
  readonly buckets: Signal<boolean>
  /** What is replaced and what stays readable, one sentence each. */
  readonly note: readonly string[]
}

/** The choice of what an export replaces with placeholders: the same for everything that leaves a page. */
export function HideNames({ hidden, buckets, note }: Props): JSX.Element {
  return (
    <>
      <label class="wd-check">
        <input
          type="checkbox"
          checked={hidden.value}
          onChange={(event) => (hidden.value = event.currentTarget.checked)}
        />
        <span>
          Replace account numbers, IP addresses and names with placeholders. The same name always gets the same
          placeholder.
        </span>
      </label>
      <label class="wd-check">
        <input
          type="checkbox"
          checked={buckets.value}
          disabled={!hidden.value}
          onChange={(event) => (buckets.value = event.currentTarget.checked)}
        />
        <span>Replace bucket names, too.</span>
      </label>
      {hidden.value && (
        <details class="wd-hint">
          <summary>See what is replaced and what stays readable</summary>
          {note.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      )}
    </>
  )
}
