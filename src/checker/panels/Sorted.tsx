import type { JSX } from 'preact'
import { CopyableText } from '../../controls/CopyableText.tsx'
import { Icon } from '../../controls/Icon.tsx'
import type { Store } from '../store.ts'

/** Says what was taken out of the paste and what is still missing. The place is always there, so that screen readers hear of the change. */
export function Sorted({ store }: { readonly store: Store }): JSX.Element {
  const sorted = store.sorted.value
  const commands = sorted?.commands.join('\n') ?? ''
  return (
    <div role="status">
      {sorted && sorted.notices.length > 0 && (
        <div class="wd-note wd-sorted">
          <Icon name="yes" />
          <div>
            {sorted.notices.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
            {commands !== '' && (
              <div class="wd-command">
                <CopyableText text={commands} label="Copy the commands" />
              </div>
            )}
          </div>
          <div class="wd-row">
            <button
              type="button"
              class="wd-button wd-small"
              onClick={() => store.send({ is: 'dismissed', what: 'sorted' })}
            >
              I understand
            </button>
            <button type="button" class="wd-button wd-small" onClick={() => store.send({ is: 'unsorted' })}>
              <Icon name="undo" />
              Put it back
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
