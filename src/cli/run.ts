import { parseArgs } from 'node:util'
import project from '../../package.json' with { type: 'json' }
import type { Command, Status } from './command.ts'
import { commands } from './commands/index.ts'
import { commandUsage, usage } from './help.ts'
import { type Io, OutputError } from './io.ts'
import { type OptionName, optionNames, options } from './options.ts'
import { printable } from './printable.ts'

/** Runs the command that the arguments name; gives the exit status. Nothing reaches `io` that isn't printable. Rejects only for bugs. */
export async function run(args: readonly string[], raw: Io): Promise<Status> {
  const io: Io = {
    stdin: raw.stdin,
    print: (text) => raw.print(printable(text)),
    tell: (text) => raw.tell(printable(text)),
    progress: (text) => raw.progress(printable(text)),
  }
  try {
    return await dispatch(args, io)
  } catch (error) {
    if (!(error instanceof OutputError)) throw error
    io.tell(`whydenied: ${error.message}`)
    return 2
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<Status> {
  const parsed = readArguments(args)
  if (typeof parsed === 'string') return unusable(io, parsed)
  const { help = false, version = false, json = false, jsonl = false, ...given } = parsed.values
  const [name, ...files] = parsed.positionals
  if (version) return print(io, project.version)
  if (name === undefined) return print(io, usage(), help ? 0 : 2)
  const command = commands.find((each) => each.name === name)
  if (!command) return unusable(io, `unknown command ${name}; --help lists them`)
  if (help) return print(io, commandUsage(command))
  const unknown = optionNames.find((option) => given[option] !== undefined && !has(command, option))
  if (unknown !== undefined) return unusable(io, `${name} has no option --${unknown}; --help lists them`)
  const runCommand = await command.load()
  return runCommand({ ...given, files, json, jsonl }, io)
}

const has = (command: Command, option: OptionName): boolean => command.options[option] !== undefined

async function print(io: Io, text: string, status: Status = 0): Promise<Status> {
  await io.print(text)
  return status
}

function unusable(io: Io, why: string): Status {
  io.tell(`whydenied: ${why}`)
  return 2
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...options,
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    })
  } catch (error) {
    return sentenceOf(error instanceof Error ? error.message : String(error))
  }
}

/** What Node says about arguments, in one sentence: behind the first, it gives advice about files whose names begin with a hyphen. */
function sentenceOf(message: string): string {
  const unknown = /^Unknown option '([^']{1,100})/.exec(message)?.[1]
  if (unknown !== undefined) return `unknown option ${unknown}; --help lists them`
  const [first = message] = message.split('\n')
  return `${first.charAt(0).toLowerCase()}${first.slice(1)}`
}
