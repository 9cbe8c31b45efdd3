import { parseArgs } from 'node:util'
import type { Command, CommandArguments, CommandOption, Status } from './command.ts'
import { commands } from './commands/index.ts'
import { type Io, OutputError } from './io.ts'
import { printable } from './printable.ts'

/** Runs the command that the arguments name; gives the exit status. Nothing reaches `io` that isn't printable. Rejects only for bugs. */
export async function run(args: readonly string[], raw: Io): Promise<Status> {
  const io: Io = {
    stdin: raw.stdin,
    print: (text) => raw.print(printable(text)),
    tell: (text) => raw.tell(printable(text)),
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
  const { values, positionals } = parsed
  const [name, ...files] = positionals
  if (values.help || name === undefined) {
    await io.print(usage())
    return values.help ? 0 : 2
  }
  const command = commands.find((each) => each.name === name)
  if (!command) return unusable(io, `unknown command ${name}; --help lists them`)
  const { json = false, jsonl = false } = values
  const special = {
    type: values.type,
    format: values.format,
    with: values.with,
    base: values.base,
    'not-granted': values['not-granted'],
    'not-public': values['not-public'],
    'fail-on': values['fail-on'],
    baseline: values.baseline,
    explain: values.explain,
    group: values.group,
    'pass-with-no-policies': values['pass-with-no-policies'],
  }
  const unknown = unknownOption(command, special)
  if (unknown !== undefined) return unusable(io, `${name} has no option --${unknown}; --help lists them`)
  return command.run({ files, json, jsonl, ...special }, io)
}

function unusable(io: Io, why: string): Status {
  io.tell(`whydenied: ${why}`)
  return 2
}

const specialOptions: readonly CommandOption[] = [
  'type',
  'format',
  'with',
  'base',
  'not-granted',
  'not-public',
  'fail-on',
  'baseline',
  'explain',
  'group',
  'pass-with-no-policies',
]

const unknownOption = ({ options }: Command, given: Pick<CommandArguments, CommandOption>): CommandOption | undefined =>
  specialOptions.find((option) => given[option] !== undefined && !options.includes(option))

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        type: { type: 'string' },
        format: { type: 'string' },
        with: { type: 'string', multiple: true },
        base: { type: 'string' },
        'not-granted': { type: 'string', multiple: true },
        'not-public': { type: 'string' },
        'fail-on': { type: 'string' },
        baseline: { type: 'string' },
        explain: { type: 'string' },
        group: { type: 'string', multiple: true },
        'pass-with-no-policies': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const usage = (): string => `whydenied: why AWS said "not authorized", and what to change

${commands.flatMap(commandHelp).join('\n')}

Without FILE, or with "-", it reads standard input. A file can be UTF-8 or UTF-16, and packed with gzip or zip.
FILE… can be files, folders, and patterns ("logs/**/*.gz").
  --json     prints one JSON value
  --jsonl    reads one JSON input per line and prints one JSON answer per line
  --format F for lint: text, json, sarif (code scanning), junit (test reports)
             for diagnose over logs: text, csv, json, jsonl, html (a report with charts)
             for compare: text, json, sarif (code scanning), markdown (a comment on a pull request)
  --fail-on S         for lint: error, warning, or suggestion; otherwise errors and security warnings give status 1
  --baseline FILE     for lint: leaves out the findings in this file, an earlier output of --format json
  --explain CODE      for lint: what a check looks for, with an example
  --group G           for lint: also makes the checks of a group that is off otherwise: least-privilege
  --pass-with-no-policies  for lint: the exit status is 0, not 2, if no file has a policy
  --base REF          for compare: reads the old version of the files from this commit
  --not-granted A     for compare: proves that the policies don't allow this action (repeatable; "s3:Delete*,iam:*")
  --not-public T      for compare: proves that a resource of this type (AWS::S3::Bucket) isn't public
  --with FILE         for compare: SCPs, RCPs, a boundary that stand around both versions (repeatable)
  --type T   for lint and compare: identity, resource, trust, permissions-boundary, session, scp, rcp, vpc-endpoint
  --help     prints this

Exit status: 0 nothing wrong found, 1 something found, 2 unusable input or output.`

function commandHelp({ name, takes, help }: Command): readonly string[] {
  const [first = '', ...more] = help
  const start = `  npm run -s whydenied -- ${name.padEnd(8)} ${takes.padEnd(8)} `
  return [`${start}${first}`, ...more.map((line) => `${' '.repeat(start.length)}${line}`)]
}
