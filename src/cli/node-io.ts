import { colored, wantsColor } from './color.ts'
import { type Io, OutputError, whyUnwritable } from './io.ts'

/** The process's own streams. */
export function nodeIo(): Io {
  // Errors arrive at the callback of each write; without listeners Node would end the process with a stack trace.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  const dress = wantsColor(process.stdout, process.env) ? colored : (text: string): string => text
  return {
    stdin: () => process.stdin,
    print: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(`${dress(text)}\n`, (error) => {
          if (error) reject(new OutputError(`can’t write to standard output: ${whyUnwritable(error)}`))
          else resolve()
        })
      }),
    tell: (text) => {
      process.stderr.write(`${text}\n`)
    },
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`${text}\n`)
    },
  }
}
