import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'
import { FileButton } from '../controls/FileButton.tsx'
import { Icon } from '../controls/Icon.tsx'
import { comparisonExamples } from './examples.ts'
import { askChecker } from './from-checker.ts'
import { Share } from './Share.tsx'
import { emptyPage, isEmptyPage, pageOf, swapped } from './state.ts'
import type { Store } from './store.ts'

interface Props {
  readonly store: Store
  readonly trouble: Signal<string>
  /** False where the company wants no links that hold policies. */
  readonly sharing: boolean
  readonly onExample: (id: string) => void
}

/** What can be done with the whole page: open, swap, start over, share. */
export function Bar({ store, trouble, sharing, onExample }: Props): JSX.Element {
  const isEmpty = isEmptyPage(store.page.value)
  const takeFromChecker = async (): Promise<void> => {
    const comparison = await askChecker()
    if (!comparison) {
      trouble.value =
        'No open checker with policies answered. Open the checker in another tab of this browser, or choose “Compare before and after” below a fix there.'
      return
    }
    trouble.value = ''
    store.open(pageOf(comparison, store.page.value.nextId))
  }
  return (
    <div class="wd-menu">
      <div class="wd-row wd-compare-bar">
        <label for="wd-compare-examples" class="sr-only">
          Open an example
        </label>
        <select
          id="wd-compare-examples"
          class="wd-field"
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget
            event.currentTarget.value = ''
            if (value !== '') onExample(value)
          }}
        >
          <option value="">Examples</option>
          {comparisonExamples.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <OpenSaved store={store} trouble={trouble} />
        <button type="button" class="wd-button" onClick={takeFromChecker}>
          From the checker
        </button>
        <button type="button" class="wd-button" disabled={isEmpty} onClick={() => store.change(swapped)}>
          Swap sides
        </button>
        <button
          type="button"
          class="wd-button"
          disabled={isEmpty}
          onClick={() => {
            store.open(emptyPage)
            history.replaceState(null, '', location.pathname)
          }}
        >
          Start over
        </button>
        {store.replaced.value && (
          <button type="button" class="wd-button" onClick={() => store.bringBack()}>
            <Icon name="undo" />
            Bring back what you had
          </button>
        )}
        <span class="wd-compare-gap" />
        <Share store={store} sharing={sharing} />
      </div>
      <p role="alert" class="wd-trouble">
        {trouble}
      </p>
      {store.secrets.value > 0 && (
        <div class="wd-note wd-note-warning" role="status">
          <Icon name="warning" />
          <p>Your text contained secrets. We removed them: the comparison doesn’t need any.</p>
          <button type="button" class="wd-button wd-small" onClick={() => (store.secrets.value = 0)}>
            OK
          </button>
        </div>
      )}
    </div>
  )
}

/** Opens a saved comparison, or a saved case of the checker. */
function OpenSaved({ store, trouble }: Pick<Props, 'store' | 'trouble'>): JSX.Element {
  const open = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return
    const read = (await import('../session/comparison-file.ts')).readComparison(await file.text())
    trouble.value = read.ok ? '' : read.problem
    if (read.ok) store.open(pageOf(read.comparison, store.page.value.nextId))
  }
  return (
    <FileButton label="A saved comparison" accept=".json,application/json" onFiles={(files) => void open(files)}>
      Open a saved comparison
    </FileButton>
  )
}
