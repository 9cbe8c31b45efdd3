import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import type { Store } from '../store.ts'

/** Says that the engine is at work, lets the user stop it, and says when it broke. */
export function Progress({ store }: { readonly store: Store }): JSX.Element {
  const state = store.engine.value
  return (
    <div class="wd-progress" role="status" data-engine={state.is}>
      {state.is === 'working' && state.slow && (
        <div class="wd-note">
          <span class="wd-spinner" aria-hidden="true" />
          <p>Working on it …</p>
          <button type="button" class="wd-button wd-small" onClick={() => store.stop()}>
            Stop
          </button>
        </div>
      )}
      {state.is === 'stopped' && (
        <div class="wd-note">
          <p>Stopped. What you entered is still here.</p>
          <button type="button" class="wd-button wd-small" onClick={() => store.retry()}>
            Try again
          </button>
        </div>
      )}
      {state.is === 'broken' && (
        <div class="wd-note wd-note-warning">
          <Icon name="warning" />
          <p>The check failed: {state.why}. What you entered is still here.</p>
          <button type="button" class="wd-button wd-small" onClick={() => store.retry()}>
            Try again
          </button>
        </div>
      )}
    </div>
  )
}
