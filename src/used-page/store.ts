import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Asking, createAsking } from '../session/asking.ts'
import { type PageThread, startPageThread } from '../session/page-thread.ts'
import type { Answer, CallerDetails, NamedText, OpenedTrails, Question, Trimming } from './messages.ts'
import workerFile from './worker.ts?worker&url'

/** The page's state: what was opened, and what is being worked on. */
export interface Store extends Pick<Asking<Question, Answer>, 'working' | 'trouble'> {
  readonly opened: ReadonlySignal<OpenedTrails | undefined>
  readonly details: ReadonlySignal<CallerDetails | undefined>
  readonly trimming: ReadonlySignal<Trimming | undefined>
  /** The current policies as the user pasted them. */
  readonly pasted: Signal<string>
  open(question: Extract<Question, { ask: 'open' | 'open-texts' }>): Promise<void>
  choose(caller: string): Promise<void>
  trim(files: readonly File[]): Promise<void>
  clear(): void
  /** Ends the worker, and what it holds is gone. */
  stop(): void
}

/** `site` is the URL of the site's root. */
export function createStore(site: string): Store {
  const thread: PageThread<Question, Answer> = startPageThread(workerFile, site)
  const opened = signal<OpenedTrails | undefined>(undefined)
  const details = signal<CallerDetails | undefined>(undefined)
  const trimming = signal<Trimming | undefined>(undefined)
  const pasted = signal('')
  const { working, trouble, ask } = createAsking(thread)

  function forget(): void {
    opened.value = undefined
    details.value = undefined
    trimming.value = undefined
    pasted.value = ''
    trouble.value = ''
  }

  return {
    opened,
    details,
    trimming,
    pasted,
    working,
    trouble,
    async open(question) {
      forget()
      const reply = await ask(question, 'Reading …')
      if (reply?.ask === 'open') opened.value = reply.answer
    },
    async choose(caller) {
      trimming.value = undefined
      pasted.value = ''
      const reply = await ask({ ask: 'details', caller }, 'Writing the policy …')
      if (reply?.ask === 'details') details.value = reply.answer
    },
    async trim(files) {
      const caller = details.value?.caller
      if (caller === undefined) return
      trimming.value = undefined
      const texts: readonly NamedText[] =
        pasted.value.trim() === '' ? [] : [{ name: 'Current policy', text: pasted.value }]
      const reply = await ask({ ask: 'trim', caller, texts, files }, 'Proving …')
      if (reply?.ask === 'trim' && details.value?.caller === caller) trimming.value = reply.answer
    },
    clear() {
      thread.stop()
      forget()
    },
    stop: () => thread.stop(),
  }
}
