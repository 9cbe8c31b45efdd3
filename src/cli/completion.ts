import type { Command } from './command.ts'
import { optionNames, options } from './options.ts'

export const shells = ['bash', 'zsh', 'fish'] as const

/** A script that completes the names of commands and options, and files behind them, in one shell. */
export function completionScript(shell: (typeof shells)[number], commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name)
  const rows = commands.map((command) => ({ name: command.name, flags: flagsOf(command) }))
  switch (shell) {
    case 'bash':
      return bash(names, rows)
    case 'zsh':
      // zsh runs bash's completions. https://zsh.sourceforge.io/Doc/Release/Completion-System.html
      return `autoload -Uz compinit bashcompinit && compinit && bashcompinit\n${bash(names, rows)}`
    case 'fish':
      return fish(commands)
  }
}

interface Row {
  readonly name: string
  readonly flags: readonly string[]
}

const flagsOf = (command: Command): readonly string[] => [
  ...optionNames.filter((name) => command.options[name] !== undefined).map((name) => `--${name}`),
  ...(command.answers === false ? [] : ['--json', '--jsonl']),
  '--help',
]

const bash = (names: readonly string[], rows: readonly Row[]): string => `_whydenied() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names.join(' ')} --help --version"
  else
    case "$word" in
      -*)
        case "\${COMP_WORDS[1]}" in
${rows.map(({ name, flags }) => `          ${name}) words="${flags.join(' ')}" ;;`).join('\n')}
        esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _whydenied whydenied`

const fish = (commands: readonly Command[]): string =>
  [
    ...commands.map(
      ({ name, help: [first = ''] }) => `complete -c whydenied -n __fish_use_subcommand -a ${name} -d ${quoted(first)}`,
    ),
    ...commands.flatMap((command) =>
      optionNames.flatMap((name) => {
        const help = command.options[name]
        const needsValue = 'value' in options[name] ? ' -r' : ''
        return help === undefined
          ? []
          : [
              `complete -c whydenied -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${needsValue} -d ${quoted(help)}`,
            ]
      }),
    ),
    'complete -c whydenied -l json',
    'complete -c whydenied -l jsonl',
    'complete -c whydenied -l help',
  ].join('\n')

/** A text in single quotes, as fish reads it. https://fishshell.com/docs/current/language.html#quotes */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
