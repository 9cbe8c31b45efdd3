import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { Prose } from '../../controls/Prose.tsx'
import { canUndo } from '../apply-fixes.ts'
import type { Store } from '../store.ts'

/** Says which fix was put in, and takes it back. */
export function Applied({ store }: { readonly store: Store }): JSX.Element {
  const bench = store.bench.value
  const last = bench.applied.at(-1)
  return (
    <div role="status">
      {last && (
        <div class="wd-note wd-note-good">
          <Icon name="yes" />
          <p>
            Applied here: <Prose text={last.title} />. Nothing has changed in AWS.
            {!canUndo(bench) && ' You have edited it since.'}
          </p>
          {canUndo(bench) && (
            <button type="button" class="wd-button wd-small" onClick={() => store.send({ is: 'undone' })}>
              <Icon name="undo" />
              Undo
            </button>
          )}
        </div>
      )}
    </div>
  )
}
