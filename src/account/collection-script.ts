import { collectionParts, type PartRead, type Step } from './collection-steps.ts'

/** The shells that the script is written for. */
export type Shell = 'bash' | 'powershell'

/** The file that the script writes. */
export const collectionFile = 'whydenied-account.json'

/**
 * A script of read-only commands that collects everything an account question can use into one file, and says what it can't see. Each output has
 * an envelope, `{"command", "for", "output"}`, because some outputs don't say what they're about.
 */
export const collectionScript = (shell: Shell, words: ScriptWords): string => [...writers[shell](words), ''].join('\n')

/** What the script says, in comments and while it runs: a line each. */
export interface ScriptWords {
  readonly head: readonly string[]
  readonly keep: string
  readonly list: string
  /** Before the command that AWS denied. */
  readonly denied: string
  readonly wrote: (file: string) => string
  readonly reads: Readonly<Record<PartRead, string>>
}

const writers: Readonly<Record<Shell, (words: ScriptWords) => readonly string[]>> = { bash, powershell }

const comment = (text: string): string => `# ${text.replaceAll(/\s+/g, ' ')}`

/** A text between double quotes, with nothing in it that the shell obeys. PowerShell takes curly quotes for quotes, too. */
const inBash = (text: string): string => text.replaceAll(/["$`\\]/g, (each) => `\\${each}`)
const inPowershell = (text: string): string => text.replaceAll(/["“”„$`]/g, (each) => `\`${each}`)

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)

/** "service command": what the envelope names. */
const nameOf = (words: string): string => words.split(' ').slice(0, 2).join(' ')

function bash({ head, keep, list, denied, wrote, reads: about }: ScriptWords): readonly string[] {
  const cantSee = `echo "${inBash(denied)} aws $*" >&2`
  return [
    '#!/usr/bin/env bash',
    ...head.map(comment),
    'export AWS_PAGER=',
    `file=${collectionFile}; : > "$file"; errors=$(mktemp)`,
    comment(`keep COMMAND ABOUT WORDS…: ${keep}`),
    'keep() {',
    '  local command=$1 about=$2 output; shift 2',
    '  if output=$(aws "$@" --output json 2> "$errors") && [ -n "$output" ]; then',
    `    printf '{"command":"%s","for":"%s","output":%s}\\n' "$command" "$about" "$output" >> "$file"`,
    '  elif grep -qiE "denied|not authorized|credentials" "$errors"; then',
    `    ${cantSee}`,
    `    printf '{"command":"%s","for":"%s","output":null}\\n' "$command" "$about" >> "$file"`,
    '  fi',
    '}',
    comment(`list QUERY WORDS…: ${list}`),
    'list() {',
    '  local query=$1; shift',
    `  aws "$@" --query "$query" --output text 2> "$errors" | tr '\\t' '\\n' | grep -v '^None$'`,
    `  if grep -qiE "denied|not authorized|credentials" "$errors"; then ${cantSee}; fi`,
    '}',
    ...collectionParts.flatMap(({ reads, steps }) => ['', comment(about[reads]), ...steps.flatMap(bashStep)]),
    '',
    'rm -f "$errors"',
    `echo "${inBash(wrote('FILE')).replace('FILE', '$$file')}" >&2`,
  ]
}

/** A variable or a plain word, so that nothing in a value is run or split. */
const bashWord = (word: string): string =>
  /^[\w./:=-]+$/.test(word) ? word : word.startsWith('$') ? `"${word}"` : `'${word}'`
const bashWords = (words: string): string => words.split(' ').map(bashWord).join(' ')
const bashAbout = (about: string): string => `"${about}"`

function bashStep(step: Step): readonly string[] {
  if (step.is === 'keep')
    return [`keep '${nameOf(step.words)}' ${bashAbout(step.about ?? '')} ${bashWords(step.words)}`]
  if (step.is === 'prepare') return [`aws ${bashWords(step.words)} > /dev/null 2>&1 && sleep 5`]
  if (step.is === 'walk')
    return [
      'walk() {',
      `  local ${step.variable}=$1 child`,
      ...indent(step.steps.flatMap(bashStep)),
      `  case $${step.variable} in r-*|ou-*) ;; *) return ;; esac`,
      ...(['list-organizational-units-for-parent', 'list-accounts-for-parent'] as const).flatMap((command, i) => [
        `  keep 'organizations ${command}' "$${step.variable}" organizations ${command} --parent-id "$${step.variable}"`,
        `  for child in $(list '${i === 0 ? 'OrganizationalUnits' : 'Accounts'}[].Id' organizations ${command} --parent-id "$${step.variable}"); do walk "$child"; done`,
      ]),
      '}',
      `walk "${step.root}"`,
    ]
  return [
    `for ${step.variable} in $(list '${step.query}' ${bashWords(step.words)}); do`,
    ...indent(step.steps.flatMap(bashStep)),
    'done',
  ]
}

function powershell({ head, denied, wrote, reads: about }: ScriptWords): readonly string[] {
  const warning = `Write-Warning "${inPowershell(denied)} aws $words"`
  return [
    ...head.map(comment),
    "$env:AWS_PAGER = ''",
    `$file = Join-Path (Get-Location) '${collectionFile}'; [IO.File]::WriteAllText($file, '')`,
    'function Keep([string]$command, [string]$about, [string[]]$words) {',
    '  $output = (& aws @words --output json 2>&1 | Out-String).Trim()',
    '  if ($LASTEXITCODE -eq 0 -and $output) { $text = $output }',
    `  elseif ($output -match "denied|not authorized|credentials") { ${warning}; $text = "null" }`,
    '  else { return }',
    `  [IO.File]::AppendAllText($file, '{"command":"' + $command + '","for":"' + $about + '","output":' + $text + "}\`n")`,
    '}',
    'function List([string]$query, [string[]]$words) {',
    '  $output = & aws @words --query $query --output text 2>&1 | Out-String',
    '  if ($LASTEXITCODE -eq 0) { $output -split "\\s+" | Where-Object { $_ -and $_ -ne "None" } }',
    `  elseif ($output -match "denied|not authorized|credentials") { ${warning} }`,
    '}',
    ...collectionParts.flatMap(({ reads, steps }) => ['', comment(about[reads]), ...steps.flatMap(powershellStep)]),
    '',
    `Write-Host "${inPowershell(wrote('FILE')).replace('FILE', '$$file')}"`,
  ]
}

const powershellWord = (word: string): string => (word.startsWith('$') ? word : `'${word}'`)
const powershellWords = (words: string): string => `@(${words.split(' ').map(powershellWord).join(', ')})`

function powershellStep(step: Step): readonly string[] {
  if (step.is === 'keep') return [`Keep '${nameOf(step.words)}' "${step.about ?? ''}" ${powershellWords(step.words)}`]
  if (step.is === 'prepare') return [`& aws ${step.words} 2>&1 | Out-Null; Start-Sleep 5`]
  if (step.is === 'walk')
    return [
      `function Walk([string]$${step.variable}) {`,
      ...indent(step.steps.flatMap(powershellStep)),
      `  if ($${step.variable} -notmatch '^(r|ou)-') { return }`,
      ...(['list-organizational-units-for-parent', 'list-accounts-for-parent'] as const).flatMap((command, i) => {
        const words = powershellWords(`organizations ${command} --parent-id $${step.variable}`)
        return [
          `  Keep 'organizations ${command}' $${step.variable} ${words}`,
          `  foreach ($child in List '${i === 0 ? 'OrganizationalUnits' : 'Accounts'}[].Id' ${words}) { Walk $child }`,
        ]
      }),
      '}',
      `Walk ${step.root}`,
    ]
  return [
    `foreach ($${step.variable} in List '${step.query}' ${powershellWords(step.words)}) {`,
    ...indent(step.steps.flatMap(powershellStep)),
    '}',
  ]
}
