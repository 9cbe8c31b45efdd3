import type { StartThread } from './engine.ts'

/** Starts the engine's own thread, from its file. The checker in one file has another way. */
export const startThread: StartThread = (hear, fail) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }) => hear(data))
  worker.addEventListener('error', ({ message }) => fail(message || 'the engine could not be started'))
  return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() }
}
