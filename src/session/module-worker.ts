/** A worker that a page started, and a way to end it. */
export interface ModuleWorker {
  readonly worker: Worker
  end(): void
}

/**
 * Starts a worker from its file, a URL relative to the page. It begins with a Blob that loads the file: such a worker is under the page's
 * Content-Security-Policy, whereas one that starts from the file itself has only the policy that the server sends with it, and some servers send none.
 */
export function startModuleWorker(workerFile: string): ModuleWorker {
  const file = new URL(workerFile, location.href).href
  const address = URL.createObjectURL(new Blob([`import ${JSON.stringify(file)}`], { type: 'text/javascript' }))
  const worker = new Worker(address, { type: 'module' })
  return {
    worker,
    end: () => {
      worker.terminate()
      URL.revokeObjectURL(address)
    },
  }
}
