import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { download } from '../controls/download.ts'
import { HideNames } from '../controls/HideNames.tsx'
import { redactionNote } from '../session/redaction-note.ts'
import { comparisonIn, isEmptyPage } from './state.ts'
import type { Store } from './store.ts'

interface Props {
  readonly store: Store
  /** False where the company wants no links that hold policies. */
  readonly sharing: boolean
}

/** The button that opens what can be shared, and that dialog: a link or a file, without names unless they're wanted. */
export function Share({ store, sharing }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const hidden = useSignal(true)
  const buckets = useSignal(false)
  const outcome = useSignal('')
  const hiding = () => ({ hidden: hidden.value, buckets: buckets.value })
  const comparison = () => comparisonIn(store.page.value)
  const copyLink = async (): Promise<void> => {
    const link = await (await import('./take-along.ts')).comparisonLink(comparison(), hiding(), location.href)
    if (link === undefined) {
      outcome.value = 'This comparison is too long for a link. Save it as a file instead.'
      return
    }
    try {
      await navigator.clipboard.writeText(link)
      outcome.value = 'Link copied. It holds the policies themselves, so anyone with the link can read them.'
    } catch {
      outcome.value = 'The browser didn’t allow copying. Save a file instead.'
    }
  }
  const save = async (): Promise<void> => {
    const { comparisonFile } = await import('./take-along.ts')
    download('whydenied-comparison.json', comparisonFile(comparison(), hiding()))
  }
  return (
    <>
      <button
        type="button"
        class="wd-button"
        aria-haspopup="dialog"
        disabled={isEmptyPage(store.page.value)}
        onClick={() => dialog.current?.showModal()}
      >
        Share
      </button>
      <dialog
        ref={dialog}
        class="wd-dialog wd-share"
        aria-labelledby="wd-share-comparison"
        onClose={() => (outcome.value = '')}
      >
        <h2 class="wd-h" id="wd-share-comparison">
          Share the comparison
        </h2>
        <HideNames hidden={hidden} buckets={buckets} note={redactionNote({ buckets: buckets.value })} />
        <div class="wd-row">
          {sharing && (
            <button type="button" class="wd-button" onClick={copyLink}>
              Copy a link
            </button>
          )}
          <button type="button" class="wd-button" onClick={save}>
            Save the comparison
          </button>
        </div>
        <p role="status" class="wd-outcome">
          {outcome}
        </p>
        {sharing && (
          <p class="wd-hint">
            The link holds the policies in the part of the URL after #, which browsers never send to a server.
          </p>
        )}
        <button type="button" class="wd-button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}
