// The Model Context Protocol server over standard input and output. It reads no files but its own, and opens no connection.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createServer } from './server.ts'

/** Serves until standard input ends. Rejects with Node's error where standard output can't be written. */
export async function serve(version: string): Promise<void> {
  let failed: Error | undefined
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
    process.stdout.on('error', (error) => {
      failed ??= error
      resolve()
    })
  })
  await createServer(version).connect(new StdioServerTransport())
  // Requests that came before the end still get their answers: the process ends when nothing is left to do.
  await ended
  if (failed) throw failed
}
