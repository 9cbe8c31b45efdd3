import { spawn } from 'node:child_process'

/** What a command printed, and how it ended. */
export interface Run {
  readonly status: number
  readonly output: string
}

const { FORCE_COLOR: _, ...inherited } = process.env
/** A pipe isn't a terminal. FORCE_COLOR=0 isn't enough: some tools treat any value as yes. */
const uncolored = { ...inherited, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' }

/** Rows of dots that test runners print as progress. They're useless in a file. */
const dots = /^[\s·.×x±FT°*,-]+$/

/** What a test runner said, without its progress. */
export const withoutProgress = (output: string): string =>
  output
    .split('\n')
    .filter((line) => line.trim() === '' || !dots.test(line))
    .join('\n')

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
      env: { ...uncolored, ...env },
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
