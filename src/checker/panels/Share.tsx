import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { lazy } from '../../controls/lazy.tsx'
import type { Store } from '../store.ts'

const ShareForm = lazy(async () => (await import('./ShareForm.tsx')).ShareForm)

interface Props {
  readonly store: Store
  /** False where the company wants no links that hold a case. */
  readonly sharing: boolean
  /** The project's, for reports. */
  readonly version: string
}

/** The button that opens what can be shared, and that dialog. */
export function Share({ store, sharing, version }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const outcome = useSignal('')
  /** What the dialog was opened for; it's drawn only while it's open. */
  const openedFor = useSignal<'sharing' | 'report' | undefined>(undefined)
  const open = (purpose: 'sharing' | 'report'): void => {
    openedFor.value = purpose
    dialog.current?.showModal()
  }
  const answered = store.answered.value
  return (
    <>
      <span class="wd-outcome" role="status">
        {outcome.value}
      </span>
      <button
        type="button"
        class="wd-button"
        data-press="share"
        aria-haspopup="dialog"
        disabled={answered === undefined}
        onClick={() => open('sharing')}
      >
        Share
      </button>
      {/* Pressed by the key that copies the report. */}
      <button type="button" hidden data-press="report" disabled={answered === undefined} onClick={() => open('report')}>
        Copy the report
      </button>
      <dialog
        ref={dialog}
        class="wd-dialog wd-share"
        aria-labelledby="wd-share"
        onClose={() => (openedFor.value = undefined)}
      >
        {answered && openedFor.value && (
          <ShareForm
            store={store}
            answered={answered}
            isForReport={openedFor.value === 'report'}
            sharing={sharing}
            version={version}
            announce={(words) => (outcome.value = words)}
            close={() => dialog.current?.close()}
          />
        )}
      </dialog>
    </>
  )
}
