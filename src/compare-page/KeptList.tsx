import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { forgetList, keepList, keptList } from './kept-list.ts'
import { comparisonIn, isComplete, withKeptQuestions } from './state.ts'
import type { Store } from './store.ts'

/** Keeps the "never allow" list for the next visit: only on request, only in this browser, until the reader removes it. */
export function KeptList({ store }: { readonly store: Store }): JSX.Element {
  const kept = useSignal(keptList())
  const said = useSignal('')
  const page = store.page.value

  function keep(): void {
    said.value = keepList(comparisonIn(page).never)
      ? 'This browser keeps the list until you remove it.'
      : 'This browser doesn’t let the page keep anything. Save a file instead.'
    kept.value = keptList()
  }

  async function use(): Promise<void> {
    const { readComparison } = await import('../session/comparison-file.ts')
    const read = readComparison(kept.value ?? '')
    said.value = read.ok ? '' : 'The kept list can’t be read. Remove it, and keep a new one.'
    if (read.ok) store.change((now) => withKeptQuestions(now, read.comparison.never))
  }

  function forget(): void {
    forgetList()
    kept.value = keptList()
    said.value = 'The list is removed from this browser.'
  }

  return (
    <div class="wd-row">
      {page.never.some(isComplete) && (
        <button type="button" class="wd-button" onClick={keep}>
          Keep this list in this browser
        </button>
      )}
      {kept.value !== undefined && (
        <>
          <button type="button" class="wd-button" onClick={use}>
            Use the list kept in this browser
          </button>
          <button type="button" class="wd-button" onClick={forget}>
            Remove the kept list
          </button>
        </>
      )}
      <span class="wd-hint" role="status">
        {said.value}
      </span>
    </div>
  )
}
