import type { Opens } from '../advise/index.ts'
import type { EngineAnswer, Home, Message, Question } from './messages.ts'

/** The page's question. */
export type Asked = Pick<Question, 'given' | 'sort' | 'saved' | 'whole' | 'ownTexts'>

/** The engine's thread. Tests replace it. */
export interface Thread {
  ask(question: Question): void
  end(): void
}

/** Starts a thread that sends its messages, and the reason if it breaks. */
export type StartThread = (hear: (message: Message) => void, fail: (why: string) => void) => Thread

/** What the engine is doing, for the page to show. */
export type EngineState =
  | { readonly is: 'idle' }
  /** `slow` after a moment in which most answers come. */
  | { readonly is: 'working'; readonly slow: boolean }
  | { readonly is: 'stopped' }
  | { readonly is: 'broken'; readonly why: string }

export interface Listener {
  state(state: EngineState): void
  answer(answer: EngineAnswer): void
  /** What each fix of the last answer opens. */
  opens(opens: readonly (Opens | undefined)[]): void
}

export interface Engine {
  /** Asks for an answer; earlier questions that wait for theirs are forgotten. */
  ask(asked: Asked): void
  /** Cancels the current computation. The next question starts a new one. */
  stop(): void
  /** Ends the thread, and with it everything that it held. The next question starts afresh. */
  forget(): void
  /** Ends the thread for good. */
  close(): void
}

/** Answers that take longer than this are announced. */
const slowAfter = 150
/** Milliseconds after which a computation that no one waits for is ended. */
const patience = 400
/** A thread that has spoken before and doesn't compute answers "heard" within this; one that doesn't has been ended from outside. */
const heardWithin = 3000
/** Maximum restarts per question; more wouldn't help. */
const mostRestarts = 2

export function startEngine(start: StartThread, home: Home, listener: Listener): Engine {
  let thread: Thread | undefined
  let asked: (Asked & { readonly id: number }) | undefined
  let computing: number | undefined
  let lastId = 0
  let lastAnswered: number | undefined
  let slowTimer: ReturnType<typeof setTimeout> | undefined
  let patienceTimer: ReturnType<typeof setTimeout> | undefined
  let heardTimer: ReturnType<typeof setTimeout> | undefined
  /** The thread has spoken: its code is loaded, and it runs. */
  let hasSpoken = false
  let restarts = 0

  function settle(state: EngineState): void {
    asked = undefined
    clearTimeout(slowTimer)
    clearTimeout(patienceTimer)
    clearTimeout(heardTimer)
    patienceTimer = undefined
    restarts = 0
    listener.state(state)
  }

  function endThread(): void {
    thread?.end()
    thread = undefined
    computing = undefined
    hasSpoken = false
  }

  function hear(message: Message): void {
    hasSpoken = true
    clearTimeout(heardTimer)
    if (message.is === 'heard') return
    if (message.is === 'opens') {
      if (message.id === lastAnswered) listener.opens(message.opens)
      return
    }
    if (message.is === 'computing') {
      computing = message.id
      return
    }
    computing = undefined
    if (message.id !== asked?.id) return
    settle(message.is === 'broken' ? { is: 'broken', why: message.why } : { is: 'idle' })
    if (message.is !== 'answer') return
    lastAnswered = message.id
    listener.answer(message.answer)
  }

  function begin(): Thread {
    return start(hear, (why) => {
      endThread()
      settle({ is: 'broken', why })
    })
  }

  /** Something older still computes: it gets a moment to finish, then its thread is ended. */
  function hurry(): void {
    patienceTimer = undefined
    if (computing === undefined || computing === asked?.id || !asked) return
    restart(asked)
  }

  function restart(question: Asked & { readonly id: number }): void {
    endThread()
    thread = begin()
    thread.ask({ ...question, home })
  }

  /** The browser or an extension ended the thread. The page isn't notified of that. */
  function wakeUp(): void {
    if (!asked || computing !== undefined) return
    if (++restarts > mostRestarts) {
      endThread()
      settle({ is: 'broken', why: 'the engine does not answer' })
    } else restart(asked)
  }

  return {
    ask(wanted) {
      if (!asked) {
        listener.state({ is: 'working', slow: false })
        clearTimeout(slowTimer)
        slowTimer = setTimeout(() => listener.state({ is: 'working', slow: true }), slowAfter)
      }
      asked = { ...wanted, id: ++lastId }
      thread ??= begin()
      thread.ask({ ...asked, home })
      clearTimeout(heardTimer)
      if (hasSpoken && computing === undefined) heardTimer = setTimeout(wakeUp, heardWithin)
      if (computing !== undefined) patienceTimer ??= setTimeout(hurry, patience)
    },
    stop() {
      endThread()
      settle({ is: 'stopped' })
    },
    forget() {
      if (!thread) return
      endThread()
      settle({ is: 'idle' })
    },
    close() {
      endThread()
      settle({ is: 'idle' })
    },
  }
}
