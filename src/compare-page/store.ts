import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ComparisonAnswer, StatementPlace } from './messages.ts'
import { comparisonIn, emptyPage, isEmptyPage, type PageState } from './state.ts'
import type { ComparisonThread, startComparing, ThreadState } from './thread.ts'

/** An answer, and the page that it was computed for: the page may have changed since. */
export interface Answered {
  readonly page: PageState
  readonly answer: ComparisonAnswer
}

/** The page's state and everything that can happen to it. */
export interface Store {
  readonly page: ReadonlySignal<PageState>
  readonly thread: ReadonlySignal<ThreadState>
  readonly answered: ReadonlySignal<Answered | undefined>
  /** The statement to show in its editor. */
  readonly spot: ReadonlySignal<{ readonly id: number; readonly span: StatementPlace['span'] } | undefined>
  /** How many secrets were removed last, until that is dismissed. */
  readonly secrets: Signal<number>
  /** What the page held before something replaced it all. */
  readonly replaced: Signal<PageState | undefined>
  change(transition: (page: PageState) => PageState): void
  /** Did what's on the page come in a link? */
  readonly isFromLink: ReadonlySignal<boolean>
  /** Replaces everything, and keeps what the user had for `bringBack`. */
  open(page: PageState, isFromLink?: boolean): void
  bringBack(): void
  show(place: StatementPlace): void
  stop(): void
  /** Asks the same again, after a stop. */
  retry(): void
  /** Starts answering; gives the function that ends it. */
  connect(start: (listener: Parameters<typeof startComparing>[1]) => ComparisonThread): () => void
}

/** A store with an empty page. */
export function createStore(): Store {
  const page = signal<PageState>(emptyPage)
  const thread = signal<ThreadState>({ is: 'idle' })
  const answered = signal<Answered | undefined>(undefined)
  const spot = signal<{ readonly id: number; readonly span: StatementPlace['span'] } | undefined>(undefined)
  const secrets = signal(0)
  const replaced = signal<PageState | undefined>(undefined)
  const isFromLink = signal(false)
  let comparing: ComparisonThread | undefined
  let waiting = emptyPage

  function ask(): void {
    waiting = page.value
    if (isEmptyPage(waiting)) answered.value = undefined
    else comparing?.ask(comparisonIn(waiting))
  }

  return {
    page,
    thread,
    answered,
    spot,
    secrets,
    replaced,
    isFromLink,
    change: (transition) => {
      page.value = transition(page.value)
    },
    open(next, fromLink = false) {
      if (!isEmptyPage(page.value)) replaced.value = page.value
      page.value = next
      isFromLink.value = fromLink
      answered.value = undefined
    },
    bringBack() {
      if (replaced.value) page.value = replaced.value
      replaced.value = undefined
      isFromLink.value = false
    },
    show({ part, index, span }) {
      const text = answered.value?.page[part][index]
      if (text) spot.value = { id: text.id, span }
    },
    stop: () => comparing?.stop(),
    retry: ask,
    connect(start) {
      comparing = start({
        state: (state) => {
          thread.value = state
        },
        answer: (answer) => {
          answered.value = { page: waiting, answer }
        },
      })
      const end = effect(ask)
      return () => {
        end()
        comparing?.stop()
        comparing = undefined
      }
    },
  }
}
