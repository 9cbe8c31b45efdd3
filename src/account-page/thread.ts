import type { Answer, Question, Told } from './messages.ts'
import workerFile from './worker.ts?worker&url'

/** The worker that holds the opened account. */
export interface AccountThread {
  /** Rejects with a sentence for people. `progress` hears how far it is. */
  ask(question: Question, progress?: (words: string) => void): Promise<Answer>
  /** Ends it, and what it holds is gone. */
  stop(): void
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
  readonly progress: (words: string) => void
}

/** `site` is the URL of the site's root, below which the data of services is. */
export function startAccount(site: string): AccountThread {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let worker: Worker | undefined

  function hear({ data }: MessageEvent<Told>): void {
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

  function begin(): Worker {
    // From a Blob the worker is under this page's Content-Security-Policy, whatever headers the server sends.
    const file = new URL(workerFile, location.href).href
    const address = URL.createObjectURL(new Blob([`import ${JSON.stringify(file)}`], { type: 'text/javascript' }))
    const started = new Worker(address, { type: 'module' })
    started.addEventListener('message', hear)
    started.addEventListener('error', ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message || 'the worker could not be started'))
      waiting.clear()
    })
    return started
  }

  return {
    ask(question, progress = () => {}) {
      worker ??= begin()
      const id = ++lastId
      const started = worker
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, progress })
        started.postMessage({ id, site, question })
      })
    },
    stop() {
      worker?.terminate()
      worker = undefined
      waiting.clear()
    },
  }
}
