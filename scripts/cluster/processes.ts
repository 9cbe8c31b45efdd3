import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/** The processes that a test started, to be ended by it and by no one else. Each leads a group of its own, so that it's killed together with what it started. */
export class Processes {
  private readonly running: ChildProcess[] = []

  constructor() {
    // They aren't in the terminal's group, so that whatever ends the test has to end them, too.
    process.once('exit', this.stop)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
  }

  /** Starts a process whose output goes into a file. */
  start(command: string, args: readonly string[], log: string, env: NodeJS.ProcessEnv = process.env): ChildProcess {
    const file = openSync(log, 'a')
    const child = spawn(command, args, { stdio: ['ignore', file, file], env, detached: true })
    closeSync(file)
    this.running.push(child)
    return child
  }

  /** Kills a process and all that it started, as if its machine had failed. */
  kill(child: ChildProcess): void {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    process.kill(-child.pid, 'SIGKILL')
  }

  readonly stop = (): void => {
    process.off('exit', this.stop)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted)
    for (const child of this.running) this.kill(child)
  }
}

function interrupted(): never {
  process.exit(130)
}

/** Runs a command to its end. Throws with its words if it fails. */
export function runNow(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 2 ** 30 })
  if (error || status !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')}: ${error?.message ?? stderr}`)
  return stdout
}

/** Waits until something is true; throws with `what` if it takes longer than `seconds`. */
export async function until(what: string, isTrue: () => boolean, seconds = 120): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
