import type { JSX } from 'preact'
import type { Store } from '../store.ts'
import { secretsBlanked } from '../words.ts'
import { Icon } from './Icon.tsx'

/** Says what was blanked out and why. The place is always there, so that screen readers hear of the change. */
export function Secrets({ store }: { readonly store: Store }): JSX.Element {
  const found = store.blanked.value
  return (
    <div role="alert" class="wd-secrets">
      {found.length > 0 && (
        <div class="wd-note wd-note-warning">
          <Icon name="warning" />
          <p>{secretsBlanked(found)}</p>
          <button type="button" class="wd-button wd-small" onClick={() => (store.blanked.value = [])}>
            I understand
          </button>
        </div>
      )}
    </div>
  )
}
