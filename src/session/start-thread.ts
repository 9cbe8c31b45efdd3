import type { StartThread } from './engine.ts'
import workerFile from './worker.ts?worker&url'

/**
 * Starts the engine's own thread. It begins with a Blob that loads its file: such a worker is under the page's policy, whereas one that starts
 * from the file itself has only the policy that the server sends with it, and some servers send none. The checker in one file has another way.
 */
export const startThread: StartThread = (hear, fail) => {
  const file = new URL(workerFile, location.href).href
  const address = URL.createObjectURL(new Blob([`import ${JSON.stringify(file)}`], { type: 'text/javascript' }))
  const worker = new Worker(address, { type: 'module' })
  worker.addEventListener('message', ({ data }) => hear(data))
  worker.addEventListener('error', ({ message }) => fail(message || 'the engine could not be started'))
  return {
    ask: (question) => worker.postMessage(question),
    end: () => {
      worker.terminate()
      URL.revokeObjectURL(address)
    },
  }
}
