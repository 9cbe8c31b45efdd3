import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { PageThread } from './page-thread.ts'

/** How a page asks its thread, and what it shows meanwhile. */
export interface Asking<Question, Answer> {
  /** What is being worked on, in words; "" if nothing is. */
  readonly working: ReadonlySignal<string>
  /** Why the last question has no answer, as a sentence; "" if it has one. */
  readonly trouble: Signal<string>
  /** Asks, and says in these words that it's working. Undefined if it failed (`trouble` says why) or if the thread was stopped meanwhile. */
  ask(question: Question, words: string): Promise<Answer | undefined>
}

/** Questions to a thread. It's working until every question has its answer or will never get one. */
export function createAsking<Question, Answer>(thread: PageThread<Question, Answer>): Asking<Question, Answer> {
  const working = signal('')
  const trouble = signal('')
  let waiting = 0
  return {
    working,
    trouble,
    async ask(question, words) {
      waiting++
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
        if (--waiting === 0) working.value = ''
      }
    },
  }
}
