import type { StartThread } from '../../session/engine.ts'

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ''

/** Starts the engine's thread from code in the page, because a page opened from disk can't load another file. */
export const startThread: StartThread = (hear, fail) => {
  const address = URL.createObjectURL(new Blob([textOf('wd-engine')], { type: 'text/javascript' }))
  const worker = new Worker(address)
  worker.addEventListener('message', ({ data }) => hear(data))
  worker.addEventListener('error', ({ message }) => fail(message || 'the engine could not be started'))
  worker.postMessage({ packed: textOf('wd-files') })
  return {
    ask: (question) => worker.postMessage(question),
    end: () => {
      worker.terminate()
      URL.revokeObjectURL(address)
    },
  }
}
