// One of the threads that read the files of a trail.
import { parentPort } from 'node:worker_threads'
import type { BulkMessage } from './bulk.ts'
import { readAllDenials } from './denials.ts'

const say = (message: BulkMessage): void => parentPort?.postMessage(message)

parentPort?.on('message', (file: string) => {
  readAllDenials([file], (text) => say({ is: 'progress', text })).then(
    (found) => say({ is: 'done', ...found }),
    (error: unknown) => say({ is: 'failed', why: error instanceof Error ? error.message : String(error) }),
  )
})
