import { run } from '../../src/cli/run.ts'

/** Runs a command in this process, with `input` as its standard input. */
export async function runWith(args: readonly string[], input: string | Uint8Array | Iterable<Uint8Array> = '') {
  const out: string[] = []
  const told: string[] = []
  const pieces =
    typeof input === 'string' ? [new TextEncoder().encode(input)] : input instanceof Uint8Array ? [input] : input
  const status = await run(args, {
    stdin: async function* () {
      yield* pieces
    },
    print: async (text) => {
      out.push(`${text}\n`)
    },
    tell: (text) => {
      told.push(`${text}\n`)
    },
    progress: () => undefined,
  })
  return { status, stdout: out.join(''), stderr: told.join('') }
}
