import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Answer, OpenedFiles, Question } from './messages.ts'
import type { AccountThread } from './thread.ts'

export const accountTabs = ['who-can', 'what-can', 'billing', 'risks', 'map'] as const
export type AccountTab = (typeof accountTabs)[number]

/** The page's state: what was opened, and what is being worked on. */
export interface Store {
  readonly opened: ReadonlySignal<OpenedFiles | undefined>
  readonly tab: Signal<AccountTab>
  /** What is being worked on, in words; "" if nothing is. */
  readonly working: ReadonlySignal<string>
  readonly trouble: Signal<string>
  open(question: Extract<Question, { ask: 'open' | 'open-texts' }>): Promise<void>
  /** Asks, and says meanwhile that it's working. Undefined where it failed: the trouble then says why. */
  ask(question: Question, words: string): Promise<Answer | undefined>
  clear(): void
}

export function createStore(thread: AccountThread): Store {
  const opened = signal<OpenedFiles | undefined>(undefined)
  const working = signal('')
  const trouble = signal('')
  let busy = 0
  const store: Store = {
    opened,
    tab: signal<AccountTab>('who-can'),
    working,
    trouble,
    async open(question) {
      opened.value = undefined
      const reply = await store.ask(question, 'Reading …')
      if (reply?.ask === 'open') opened.value = reply.answer
    },
    async ask(question, words) {
      busy++
      working.value = words
      trouble.value = ''
      try {
        return await thread.ask(question, (progress) => {
          working.value = progress
        })
      } catch (error) {
        trouble.value = `That didn’t work: ${error instanceof Error ? error.message : String(error)}.`
        return undefined
      } finally {
        if (--busy === 0) working.value = ''
      }
    },
    clear() {
      thread.stop()
      opened.value = undefined
      trouble.value = ''
    },
  }
  return store
}
