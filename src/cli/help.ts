import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { optionNames, options } from './options.ts'

const answerOptions = [
  ['--json', 'prints one JSON value'],
  ['--jsonl', 'reads one JSON input per line and prints one JSON answer per line'],
] as const

/** The text of `whydenied --help`. */
export const usage = (): string => `whydenied: why AWS said "not authorized", and what to change

${commands.flatMap(commandLines).join('\n')}

Without FILE, or with "-", it reads standard input. A file can be UTF-8 or UTF-16, and packed with gzip or zip.
FILE… can be files, folders, and patterns ("logs/**/*.gz").
${optionLines([
  ...answerOptions,
  ['--help', 'prints this; after a command, its options'],
  ['--version', 'prints the version'],
])}

NO_COLOR=1 turns colors off. Colors are for terminals only.
Exit status: 0 nothing wrong found, 1 something found, 2 unusable input or output.`

/** The text of `whydenied COMMAND --help`. */
export function commandUsage(command: Command): string {
  const rows = optionNames.flatMap((name): readonly (readonly [string, string])[] => {
    const help = command.options[name]
    const option = options[name]
    return help === undefined ? [] : [[`--${name}${'value' in option ? ` ${option.value}` : ''}`, help]]
  })
  const common = command.answers === false ? [] : answerOptions
  return `${`whydenied ${command.name} ${command.takes}`.trimEnd()}

${command.help.map((line) => `  ${line}`).join('\n')}

${optionLines([...rows, ...common, ['--help', 'prints this']])}`
}

function commandLines({ name, takes, help }: Command): readonly string[] {
  const [first = '', ...more] = help
  const start = `  whydenied ${name.padEnd(10)} ${takes.padEnd(9)} `
  return [`${start}${first}`, ...more.map((line) => `${' '.repeat(start.length)}${line}`)]
}

function optionLines(rows: readonly (readonly [option: string, help: string])[]): string {
  const width = Math.max(...rows.map(([option]) => option.length))
  return rows.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`).join('\n')
}
