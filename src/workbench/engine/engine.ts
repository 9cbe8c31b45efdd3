import type { Case } from '../../advise/index.ts'
import type { EngineAnswer, Message, Question } from './messages.ts'

/** The part of a Worker that is used, so that tests can stand in for it. */
export interface Thread {
  postMessage(question: Question): void
  terminate(): void
  onmessage: ((event: { readonly data: Message }) => void) | null
  onerror: ((event: { readonly message?: string }) => void) | null
}

/** What the engine is doing, for the page to show. */
export type EngineState =
  | { readonly is: 'idle' }
  /** `slow` after a moment in which most answers come. */
  | { readonly is: 'working'; readonly slow: boolean }
  | { readonly is: 'stopped' }
  | { readonly is: 'broken'; readonly why: string }

export interface Listener {
  state(state: EngineState): void
  answer(given: Case, answer: EngineAnswer): void
}

export interface Engine {
  /** Asks for an answer; earlier questions that wait for theirs are forgotten. */
  ask(given: Case): void
  /** Ends what is being computed. The next question starts afresh. */
  stop(): void
  /** Ends the thread for good. */
  close(): void
}

/** Answers that take longer than this are announced. */
const slowAfter = 150
/** A computation that nobody waits for any more is ended after this. */
const patience = 400

/** `start` makes the thread; `site` is the URL of the site's root. */
export function startEngine(start: () => Thread, site: string, listener: Listener): Engine {
  let thread: Thread | undefined
  let asked: { readonly id: number; readonly given: Case } | undefined
  let computing: number | undefined
  let lastId = 0
  let slowTimer: ReturnType<typeof setTimeout> | undefined
  let patienceTimer: ReturnType<typeof setTimeout> | undefined

  function settle(state: EngineState): void {
    asked = undefined
    clearTimeout(slowTimer)
    clearTimeout(patienceTimer)
    patienceTimer = undefined
    listener.state(state)
  }

  function endThread(): void {
    thread?.terminate()
    thread = undefined
    computing = undefined
  }

  function hear({ data }: { readonly data: Message }): void {
    if (data.is === 'computing') {
      computing = data.id
      return
    }
    computing = undefined
    if (data.id !== asked?.id) return
    const { given } = asked
    settle(data.is === 'broken' ? { is: 'broken', why: data.why } : { is: 'idle' })
    if (data.is === 'answer') listener.answer(given, data.answer)
  }

  function begin(): Thread {
    const begun = start()
    begun.onmessage = hear
    begun.onerror = ({ message }) => {
      endThread()
      settle({ is: 'broken', why: message ?? 'the engine could not be started' })
    }
    return begun
  }

  /** Something older still computes: it gets a moment to finish, then its thread is ended. */
  function hurry(): void {
    patienceTimer = undefined
    if (computing === undefined || computing === asked?.id || !asked) return
    endThread()
    thread = begin()
    thread.postMessage({ ...asked, site })
  }

  return {
    ask(given) {
      if (!asked) {
        listener.state({ is: 'working', slow: false })
        clearTimeout(slowTimer)
        slowTimer = setTimeout(() => listener.state({ is: 'working', slow: true }), slowAfter)
      }
      asked = { id: ++lastId, given }
      thread ??= begin()
      thread.postMessage({ ...asked, site })
      if (computing !== undefined) patienceTimer ??= setTimeout(hurry, patience)
    },
    stop() {
      endThread()
      settle({ is: 'stopped' })
    },
    close() {
      endThread()
      settle({ is: 'idle' })
    },
  }
}
