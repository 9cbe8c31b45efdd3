import type { StartThread } from './engine.ts'
import { startModuleWorker } from './module-worker.ts'
import workerFile from './worker.ts?worker&url'

/** Starts the engine's own thread. The checker in one file has another way. */
export const startThread: StartThread = (hear, fail) => {
  const { worker, end } = startModuleWorker(workerFile)
  worker.addEventListener('message', ({ data }) => hear(data))
  worker.addEventListener('error', ({ message }) => fail(message || 'the engine could not be started'))
  return { ask: (question) => worker.postMessage(question), end }
}
