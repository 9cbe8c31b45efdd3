// A worker that belongs to one page and answers its questions one after the other. The page can end it, and what it holds is gone.
import { type ModuleWorker, startModuleWorker } from './module-worker.ts'

/** What the page sends to its worker. */
export interface ToWorker<Question> {
  readonly id: number
  /** The URL of the site's root, below which the data of services is. */
  readonly site: string
  readonly question: Question
}

/** What the worker sends back: how far it is, in words, and at last an answer or why there is none. */
export type FromWorker<Answer> =
  | { readonly is: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly is: 'broken'; readonly id: number; readonly why: string }
  | { readonly is: 'progress'; readonly id: number; readonly words: string }

export interface PageThread<Question, Answer> {
  /** Rejects with a sentence for people. Undefined if the page ends the worker meanwhile. `progress` hears how far it is. */
  ask(question: Question, progress?: (words: string) => void): Promise<Answer | undefined>
  /** Ends the worker, and what it holds is gone. The next question starts another one. */
  stop(): void
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer | undefined) => void
  readonly reject: (error: Error) => void
  readonly progress: (words: string) => void
}

/** `workerFile` is the URL of the worker's code, relative to the page. The worker starts with the first question. */
export function startPageThread<Question, Answer>(workerFile: string, site: string): PageThread<Question, Answer> {
  const waiting = new Map<number, Waiting<Answer>>()
  let lastId = 0
  let started: ModuleWorker | undefined

  function hear({ data }: MessageEvent<FromWorker<Answer>>): void {
    const asker = waiting.get(data.id)
    if (!asker) return
    if (data.is === 'progress') {
      asker.progress(data.words)
      return
    }
    waiting.delete(data.id)
    if (data.is === 'answer') asker.resolve(data.answer)
    else asker.reject(new Error(data.why))
  }

  /** Ends the worker. Callers that wait for an answer learn that none will come. */
  function end(tell: (asker: Waiting<Answer>) => void): void {
    started?.end()
    started = undefined
    const askers = [...waiting.values()]
    waiting.clear()
    for (const asker of askers) tell(asker)
  }

  function begin(): ModuleWorker {
    const begun = startModuleWorker(workerFile)
    begun.worker.addEventListener('message', hear)
    begun.worker.addEventListener('error', ({ message }) =>
      end(({ reject }) => reject(new Error(message || 'the worker could not be started'))),
    )
    return begun
  }

  return {
    ask(question, progress = () => {}) {
      started ??= begin()
      const id = ++lastId
      const { worker } = started
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, progress })
        const sent: ToWorker<Question> = { id, site, question }
        worker.postMessage(sent)
      })
    },
    stop: () => end(({ resolve }) => resolve(undefined)),
  }
}

/** In the worker: answers each question with `answer`, one after the other. */
export function answerPage<Question, Answer>(
  answer: (question: Question, site: string, progress: (words: string) => void) => Promise<Answer>,
): void {
  let work: Promise<void> = Promise.resolve()
  const say = (message: FromWorker<Answer>): void => self.postMessage(message)
  self.addEventListener('message', ({ data: { id, site, question } }: MessageEvent<ToWorker<Question>>) => {
    work = work.then(async () => {
      try {
        say({ is: 'answer', id, answer: await answer(question, site, (words) => say({ is: 'progress', id, words })) })
      } catch (error) {
        say({ is: 'broken', id, why: error instanceof Error ? error.message : String(error) })
      }
    })
  })
}

/** The text of one of the site's own files; undefined without a network, or if there is none: answers go on without it. */
export async function fetchText(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
