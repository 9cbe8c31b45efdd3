// The command line: the same engine as the page. Its contract stands in the README ("The command line").
import { createReadStream, existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { diagnoseTrail } from './bulk.ts'
import { bulkFormats } from './bulk-report.ts'
import { commands, lintFiles, type Outcome, unusable } from './commands.ts'
import { groupAnswer, groupLine, readAllDenials } from './denials.ts'

const usage = `whydenied: why AWS said "not authorized", and what to change

  npm run -s whydenied -- explain  [FILE]   a pasted error → what was denied
  npm run -s whydenied -- denials  [FILE…]  logs and CloudTrail files of any size (gzip too) → the kinds of denials, counted
  npm run -s whydenied -- evaluate [FILE]   a request and policies → the decision with its reasons
  npm run -s whydenied -- lint  [FILE…]     policies, CloudFormation templates, Terraform plans → what is wrong with the policies;
                                            files may be patterns ("policies/**/*.json")
  npm run -s whydenied -- diagnose [FILE]   a pasted error and policies → cause, steps, proven fix
  npm run -s whydenied -- diagnose --format F FILE…  CloudTrail files (gzip too) → every kind of denial with its cause

Without FILE it reads standard input.
  --json     prints one JSON value
  --jsonl    one JSON input a line in, one JSON answer a line out
  --format F for lint: text, json, sarif (code scanning), junit (test reports)
             for diagnose over files: text, csv, json, jsonl, html (a report with charts)
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
  const [name, file, ...more] = positionals
  if (values.help || name === undefined) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  if (name === 'denials') return countDenials(file === undefined ? ['-'] : [file, ...more], values.json ?? false)
  if (name === 'diagnose' && isBulk(values, positionals.slice(1)))
    return diagnoseFiles(positionals.slice(1), values.format ?? (values.jsonl ? 'jsonl' : 'text'))
  const command = commands.get(name)
  if (!command) {
    console.error(`whydenied: there is no command ${name}; --help lists them`)
    return 2
  }
  if (values.jsonl) return stream(file, (line) => command.json(line))
  if (name === 'lint' && (values.format !== undefined || more.length > 0 || /[*?{[]/.test(file ?? '')))
    return lintAll(file === undefined ? [] : [file, ...more], values)
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
        format: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return `whydenied: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Says how far it is on standard error; prints what it found at the end. */
async function countDenials(patterns: readonly string[], asJson: boolean): Promise<number> {
  try {
    const files = patterns.flatMap((pattern) => (pattern === '-' ? ['-'] : filesOf(pattern)))
    const { groups, dropped } = await readAllDenials(files, (text) => console.error(text))
    const inOrder = groups.toSorted((a, b) => b.count - a.count)
    if (asJson) console.log(JSON.stringify({ groups: inOrder.map(groupAnswer), dropped }, null, 2))
    else console.log(inOrder.length > 0 ? inOrder.map(groupLine).join('\n') : 'no denial found')
    if (dropped > 0) console.error(`whydenied: ${dropped} denials of further kinds are not listed`)
    return inOrder.length > 0 ? 1 : 0
  } catch (error) {
    console.error(`whydenied: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

/** Files of a trail, not one case: a format was asked for, or there are several, or one that is zipped. */
function isBulk(values: { readonly format?: string | undefined }, files: readonly string[]): boolean {
  return files.length > 0 && (values.format !== undefined || files.length > 1 || /[*?{[]|\.gz$/.test(files[0] ?? ''))
}

async function diagnoseFiles(patterns: readonly string[], format: string): Promise<number> {
  try {
    const write = bulkFormats.get(format)
    if (!write) throw new Error(`there is no format ${format}; ${[...bulkFormats.keys()].join(', ')} are`)
    const summary = await diagnoseTrail(patterns.flatMap(filesOf), (text) => console.error(text))
    console.log(write(summary))
    return summary.rows.length > 0 ? 1 : 0
  } catch (error) {
    console.error(`whydenied: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

/** Many policies, and formats for other programs. Without a file it reads standard input. */
async function lintAll(
  patterns: readonly string[],
  { type, format = 'text' }: { readonly type?: string | undefined; readonly format?: string | undefined },
): Promise<number> {
  const files = patterns.length === 0 ? [undefined] : patterns.flatMap(filesOf)
  const texts: { readonly file: string; readonly text: string }[] = []
  for (const file of files) {
    const text = await readAll(file)
    if (text === undefined) return 2
    texts.push({ file: file ?? '-', text })
  }
  if (texts.length === 0) console.error(`whydenied: no file fits ${patterns.join(' ')}`)
  const outcome = texts.length === 0 ? undefined : await lintFiles(texts, { type, format })
  if (!outcome) return 2
  if (outcome.status === 2) console.error(outcome.lines.join('\n'))
  else console.log(outcome.lines.join('\n'))
  return outcome.status
}

/** A pattern's files, in a fixed order. A name that is there is taken as it is, whatever characters it holds. */
function filesOf(pattern: string): readonly string[] {
  return existsSync(pattern) || !/[*?{[]/.test(pattern) ? [pattern] : globSync(pattern).sort()
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
