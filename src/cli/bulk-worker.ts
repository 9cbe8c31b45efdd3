// One of the threads that read log files.
import { parentPort } from 'node:worker_threads'
import { LogCounter } from '../logs/index.ts'
import type { BulkMessage } from './bulk.ts'
import { countFile } from './count-file.ts'

const say = (message: BulkMessage): void => parentPort?.postMessage(message)

async function* noInput(): AsyncGenerator<Uint8Array> {}

parentPort?.on('message', async (file: string) => {
  const counter = new LogCounter()
  await countFile(file, { stdin: noInput, progress: (text) => say({ is: 'progress', text }) }, counter)
  say({ is: 'done', summary: counter.summary() })
})
