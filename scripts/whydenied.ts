// The command line: the same engine as the page. Its contract stands in the README ("The command line").
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { commands, type Outcome, unusable } from './commands.ts'

const usage = `whydenied: why AWS said "not authorized", and what to change

  npm run -s whydenied -- explain  [FILE]   a pasted error → what was denied
  npm run -s whydenied -- evaluate [FILE]   a request and policies → the decision with its reasons
  npm run -s whydenied -- lint     [FILE]   a policy → what is wrong with it
  npm run -s whydenied -- diagnose [FILE]   a pasted error and policies → cause, steps, proven fix

Without FILE it reads standard input.
  --json     prints one JSON value
  --jsonl    one JSON input a line in, one JSON answer a line out
  --type T   for lint: identity, resource, trust, permissions-boundary, session, scp, rcp, vpc-endpoint
  --help     prints this

Exit status: 0 nothing wrong found, 1 something found, 2 unusable input.`

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args)
  if (typeof parsed === 'string') {
    console.error(parsed)
    return 2
  }
  const { values, positionals } = parsed
  const [name, file] = positionals
  if (values.help || name === undefined) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  const command = commands.get(name)
  if (!command) {
    console.error(`whydenied: there is no command ${name}; --help lists them`)
    return 2
  }
  if (values.jsonl) return stream(file, (line) => command.json(line))
  const text = await readAll(file)
  if (text === undefined) return 2
  const outcome = await command.text(text, { type: values.type })
  if (values.json) console.log(JSON.stringify(outcome.answer, null, 2))
  else if (outcome.status === 2) console.error(outcome.lines.join('\n'))
  else console.log(outcome.lines.join('\n'))
  return outcome.status
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        type: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return `whydenied: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** One answer a line, in order; a line that cannot be read gives an error on its line and the run goes on. */
async function stream(file: string | undefined, answer: (line: string) => Promise<Outcome>): Promise<number> {
  let status = 0
  const input: Readable = file === undefined ? process.stdin : createReadStream(file)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const outcome = await answer(line).catch((error: unknown) => unusable(String(error)))
    status = Math.max(status, outcome.status)
    if (!process.stdout.write(`${JSON.stringify(outcome.answer)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve))
    }
  }
  return status
}

async function readAll(file: string | undefined): Promise<string | undefined> {
  try {
    if (file !== undefined) return await readFile(file, 'utf8')
    let text = ''
    process.stdin.setEncoding('utf8')
    for await (const part of process.stdin) text += part
    return text
  } catch (error) {
    console.error(`whydenied: cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
