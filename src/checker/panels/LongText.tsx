import type { JSX } from 'preact'
import { CopyButton } from '../../controls/CopyButton.tsx'
import { blankSecrets } from '../../session/blank-secrets.ts'
import { longestTyped } from '../../session/limits.ts'
import { sizeInWords } from '../words.ts'

interface Props {
  readonly id: string
  readonly text: string
  readonly label?: string
  readonly onClear: () => void
}

/** A text that is too long to lay out: kept whole, shown in part. */
export function LongText({ id, text, label, onClear }: Props): JSX.Element {
  return (
    <div class="wd-long" data-length={text.length}>
      <p class="wd-note" role="status">
        You pasted {sizeInWords(text.length)}. All of it is kept and read; this is its beginning.
      </p>
      <textarea
        id={id}
        class="wd-field wd-paste"
        rows={5}
        readOnly
        value={beginningOf(text)}
        {...(label === undefined ? {} : { 'aria-label': label })}
      />
      <div class="wd-row">
        <button type="button" class="wd-button" onClick={onClear}>
          Empty the box
        </button>
        <CopyButton text={text} label="Copy all of it" />
      </div>
    </div>
  )
}

const shown = 4000

/** A long text's beginning, without secrets; a short one as it is. */
export const beginningOf = (text: string): string =>
  text.length > longestTyped ? blankSecrets(text.slice(0, shown)).text : text
