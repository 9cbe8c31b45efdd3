import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { secretKinds } from '../../session/blank-secrets.ts'
import type { Store } from '../store.ts'
import { secretsBlanked } from '../words.ts'

/** Says what was blanked and why, and which kinds are recognized. The region is always present, so that screen readers announce the change. */
export function Secrets({ store }: { readonly store: Store }): JSX.Element {
  const found = store.blanked.value
  return (
    <div role="alert" class="wd-secrets">
      {found.length > 0 && (
        <div class="wd-note wd-note-warning">
          <Icon name="warning" />
          <div>
            <p>{secretsBlanked(found)}</p>
            <details>
              <summary>We remove the secrets that we recognize. Check the rest yourself.</summary>
              <ul>
                {secretKinds.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </details>
          </div>
          <button
            type="button"
            class="wd-button wd-small"
            onClick={() => store.send({ is: 'dismissed', what: 'secrets' })}
          >
            I understand
          </button>
        </div>
      )}
    </div>
  )
}
