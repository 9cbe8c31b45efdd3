import type { z } from '../api/schemas.ts'
import type { Unread } from '../logs/index.ts'
import { inputProblem, jsonProblem } from '../session/input-place.ts'
import { type CommandArguments, type Outcome, type Status, unusable } from './command.ts'
import { isFile, readLines, readTexts, unreadSentence } from './files.ts'
import type { Io } from './io.ts'
import type { FileList } from './list-files.ts'

/** How a command answers one input: JSON as the contract has it, or text as a person has it. */
export interface Answering {
  json(text: string): Promise<Outcome>
  text(text: string): Promise<Outcome>
}

/** Runs a command that takes one input, or with --jsonl one per line. */
export async function answerInput(args: CommandArguments, io: Io, answering: Answering): Promise<Status> {
  const [file = '-', ...more] = args.files
  if (more.length > 0) return stop(io, 'this command reads one file at a time')
  if (args.jsonl) return answerLines(file, io, answering)
  const { files, unread } = await named(file)
  const [only] = files
  if (only === undefined || files.length > 1)
    return stop(
      io,
      ...unread.map(unreadSentence),
      ...(only ? [`whydenied: ${file} holds ${files.length} files; name one of them`] : []),
    )
  const read = await readTexts(only, io)
  const [first, ...others] = read.texts
  if (read.unread.length > 0 || first === undefined) return stop(io, ...read.unread.map(unreadSentence))
  if (others.length > 0)
    return stop(io, `whydenied: ${file} holds ${read.texts.length} files; unpack it and name one of them`)
  return printOutcome(inFile(file, await answering.text(first.text)), args, io)
}

/** An input that can't be used is named; the error gives the line and the column. */
function inFile(file: string, outcome: Outcome): Outcome {
  if (file === '-' || outcome.status !== 2 || outcome.error === undefined) return outcome
  return unusable(`${file}: ${outcome.error}`)
}

/** Prints an answer as JSON or for people. What is wrong with the input goes to standard error. */
async function printOutcome({ answer, lines, status }: Outcome, { json }: CommandArguments, io: Io): Promise<Status> {
  if (json) await io.print(JSON.stringify(answer, null, 2))
  else if (status === 2) for (const line of lines) io.tell(line)
  else await io.print(lines.join('\n'))
  return status
}

/** The files that a name means. Finding those of folders and patterns takes code that a short command needn't wait for. */
async function named(name: string): Promise<FileList> {
  if (name === '-' || isFile(name)) return { files: [name], unread: [] }
  return (await import('./list-files.ts')).listFiles([name])
}

function stop(io: Io, ...sentences: readonly string[]): Status {
  for (const sentence of sentences) io.tell(sentence)
  return 2
}

/** One answer per line, in order. A line that can't be read gives an error on its line, and the run goes on. */
async function answerLines(file: string, io: Io, answering: Answering): Promise<Status> {
  let status: Status = 0
  const fail = (unread: Unread): void => {
    status = stop(io, unreadSentence(unread))
  }
  for await (const line of readLines(file, io, fail)) {
    if (line.trim() === '') continue
    const outcome = await answering.json(line).catch((error: unknown) => unusable(String(error)))
    if (outcome.status > status) status = outcome.status
    await io.print(JSON.stringify(outcome.answer))
  }
  return status
}

/** Reads JSON, checks its shape, and says in one sentence what is wrong with it. `schema` is asked for once there is JSON. */
export function withInput<T>(
  schema: z.ZodType<T> | (() => Promise<z.ZodType<T>>),
  run: (input: T) => Promise<Outcome>,
): (text: string) => Promise<Outcome> {
  return async (text) => {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      return unusable(jsonProblem(text))
    }
    const read = (typeof schema === 'function' ? await schema() : schema).safeParse(json)
    if (read.success) return run(read.data)
    return unusable(inputProblem(text, read.error.issues[0]))
  }
}
