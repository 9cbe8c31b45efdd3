import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Processes, until } from './processes.ts'

const program = fileURLToPath(new URL('count-with-dask.py', import.meta.url))

export interface ClusterRun {
  readonly files: readonly string[]
  /** The command that counts one part. */
  readonly script: string
  /** Where the results go, one file per part. */
  readonly results: string
  /** For logs and state. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

/** Counts every part with Dask's scheduler and two workers. One is killed when the first part is done, in the middle of another one; a third takes its place. Gives what happened, in words. */
export async function countWithDask({ files, script, results, folder, env }: ClusterRun): Promise<string> {
  const processes = new Processes()
  const log = join(folder, 'dask.log')
  const port = 20_000 + (process.pid % 20_000)
  const address = `tcp://127.0.0.1:${port}`
  try {
    processes.start('dask-scheduler', ['--host', '127.0.0.1', '--port', String(port), '--no-dashboard'], log, env)
    const isUp = (): boolean => existsSync(log) && /Scheduler at/.test(readFileSync(log, 'utf8'))
    await until('Dask’s scheduler starts', isUp)
    const startWorker = (name: string): ChildProcess =>
      processes.start(
        'dask-worker',
        [address, '--nthreads', '1', '--no-nanny', '--no-dashboard', '--name', name, '--local-directory', folder],
        log,
        env,
      )
    const victim = startWorker('one')
    startWorker('two')
    await until('both workers register', () => (readFileSync(log, 'utf8').match(/Registered to/g) ?? []).length >= 2)
    let killedAfter = 0
    const status = await new Promise<number | null>((resolve, reject) => {
      const client = spawn('/usr/bin/python3', [program, address, script, results, ...files], { env })
      client.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (killedAfter > 0 || !/done \d/.test(text)) return
        killedAfter = Number(/done (\d+)/.exec(text)?.[1])
        processes.kill(victim)
        startWorker('three')
      })
      client.stderr.pipe(process.stderr)
      client.on('error', reject)
      client.on('close', resolve)
    })
    if (status !== 0) throw new Error(`Dask’s client ended with ${status}; see ${log}`)
    return `one of two workers killed after ${killedAfter} of ${files.length} parts`
  } finally {
    processes.stop()
  }
}
