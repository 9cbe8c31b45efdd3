import type { ComparisonCase } from '../session/comparison.ts'
import { type ModuleWorker, startModuleWorker } from '../session/module-worker.ts'
import type { ComparisonAnswer, ComparisonMessage } from './messages.ts'
import workerFile from './worker.ts?worker&url'

/** What the thread is doing, for the page to show. */
export type ThreadState =
  | { readonly is: 'idle' }
  /** `slow` after half a second. */
  | { readonly is: 'working'; readonly slow: boolean }
  | { readonly is: 'stopped' }
  | { readonly is: 'broken'; readonly why: string }

/** Compares in a thread of its own. */
export interface ComparisonThread {
  /** Asks for an answer; earlier questions that wait for theirs are dropped. */
  ask(comparison: ComparisonCase): void
  /** Ends what is being computed. */
  stop(): void
}

interface Listener {
  state(state: ThreadState): void
  answer(answer: ComparisonAnswer): void
}

/** Milliseconds after which the page says that it's working. */
const slowAfter = 500
/** Milliseconds that a question no one waits for anymore can compute before its thread is ended. */
const patience = 400

/** `site` is the URL of the site's root, below which the data of services is. */
export function startComparing(site: string, listener: Listener): ComparisonThread {
  let started: ModuleWorker | undefined
  let asked: { readonly id: number; readonly comparison: ComparisonCase } | undefined
  let lastId = 0
  let slowTimer: ReturnType<typeof setTimeout> | undefined
  let patienceTimer: ReturnType<typeof setTimeout> | undefined

  function settle(state: ThreadState): void {
    asked = undefined
    clearTimeout(slowTimer)
    clearTimeout(patienceTimer)
    patienceTimer = undefined
    listener.state(state)
  }

  function end(): void {
    started?.end()
    started = undefined
  }

  function hear({ data }: MessageEvent<ComparisonMessage>): void {
    if (data.id !== asked?.id) return
    settle(data.is === 'broken' ? data : { is: 'idle' })
    if (data.is === 'answer') listener.answer(data.answer)
  }

  function begin(): ModuleWorker {
    const begun = startModuleWorker(workerFile)
    begun.worker.addEventListener('message', hear)
    begun.worker.addEventListener('error', ({ message }) => {
      end()
      settle({ is: 'broken', why: message || 'the comparison could not be started' })
    })
    return begun
  }

  function send(question: NonNullable<typeof asked>): void {
    started ??= begin()
    started.worker.postMessage({ ...question, site })
  }

  return {
    ask(comparison) {
      const isBusy = asked !== undefined
      asked = { id: ++lastId, comparison }
      const question = asked
      if (!isBusy) {
        listener.state({ is: 'working', slow: false })
        slowTimer = setTimeout(() => listener.state({ is: 'working', slow: true }), slowAfter)
      } else
        patienceTimer ??= setTimeout(() => {
          patienceTimer = undefined
          if (!asked) return
          end()
          send(asked)
        }, patience)
      send(question)
    },
    stop() {
      end()
      settle({ is: 'stopped' })
    },
  }
}
