import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Asking, createAsking } from '../session/asking.ts'
import type { Answer, OpenedFiles, Question } from './messages.ts'
import type { AccountThread } from './thread.ts'

export const accountTabs = ['who-can', 'what-can', 'billing', 'risks', 'map'] as const
export type AccountTab = (typeof accountTabs)[number]

/** The page's state: what was opened, and what is being worked on. */
export interface Store extends Asking<Question, Answer> {
  readonly opened: ReadonlySignal<OpenedFiles | undefined>
  readonly tab: Signal<AccountTab>
  open(question: Extract<Question, { ask: 'open' | 'open-texts' }>): Promise<void>
  clear(): void
}

export function createStore(thread: AccountThread): Store {
  const opened = signal<OpenedFiles | undefined>(undefined)
  const asking = createAsking(thread)
  return {
    ...asking,
    opened,
    tab: signal<AccountTab>('who-can'),
    async open(question) {
      opened.value = undefined
      const reply = await asking.ask(question, 'Reading …')
      if (reply?.ask === 'open') opened.value = reply.answer
    },
    clear() {
      thread.stop()
      opened.value = undefined
      asking.trouble.value = ''
    },
  }
}
