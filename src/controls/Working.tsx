import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'

interface Props {
  /** What is being worked on, in words; "" if nothing is. */
  readonly working: ReadonlySignal<string>
  /** What went wrong, as a sentence; "" if nothing did. */
  readonly trouble: ReadonlySignal<string>
}

/** What went wrong, and what a page is working on. Both places are always there, so that screen readers hear of a change. */
export const Working = ({ working, trouble }: Props): JSX.Element => (
  <>
    <p role="alert" class="wd-trouble">
      {trouble}
    </p>
    <div class="wd-account-working" role="status" data-working={working.value !== '' || undefined}>
      {working.value !== '' && (
        <>
          <span class="wd-spinner" aria-hidden="true" />
          {working}
        </>
      )}
    </div>
  </>
)
