import { spawn } from 'node:child_process'

/** What a command printed, and how it ended. */
export interface Run {
  readonly status: number
  readonly output: string
}

/** Runs a command of node_modules/.bin; `show` passes its output through as it comes. Never rejects. */
export function run(
  command: string,
  args: readonly string[],
  {
    show = false,
    env = {},
    cwd,
  }: { readonly show?: boolean; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      // Nobody's terminal: a colour for every dot would bury the report.
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', ...env },
      shell: process.platform === 'win32',
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const take = (part: Buffer): void => {
      output += part.toString()
      if (show) process.stdout.write(part)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => resolve({ status: 127, output: `${output}${error.message}\n` }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}
