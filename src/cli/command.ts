import type { Io } from './io.ts'
import type { OptionName, OptionValues } from './options.ts'

/** 0 nothing wrong found, 1 something found, 2 unusable input or output. */
export type Status = 0 | 1 | 2

/** The positional arguments and options of a command. */
export interface CommandArguments extends OptionValues {
  /** Files, folders, and patterns; "-" is standard input. */
  readonly files: readonly string[]
  readonly json: boolean
  readonly jsonl: boolean
}

/** Runs a command. Writes to `io`. Rejects only where the output can't be written. */
export type RunCommand = (args: CommandArguments, io: Io) => Promise<Status>

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** What it takes behind its name, for the help. */
  readonly takes: string
  /** Lines of help: what goes in and what comes out. */
  readonly help: readonly string[]
  /** False where it prints something else than answers: --json and --jsonl mean nothing there. */
  readonly answers?: false
  /** The options that it has besides --json and --jsonl, each with its help. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>
  /** Loads the code that runs it: a command pays only for its own code. */
  load(): Promise<RunCommand>
}

/** What a command makes of one input: an answer as JSON, lines for people, an exit status. */
export interface Outcome {
  readonly answer: unknown
  readonly lines: readonly string[]
  readonly status: Status
  /** What is wrong with the input, where it can't be used: a sentence without a period. */
  readonly error?: string
}

/** The outcome for an input that can't be used; `error` is a sentence without a period. */
export const unusable = (error: string): Outcome => ({
  answer: { error },
  lines: [`whydenied: ${error}`],
  status: 2,
  error,
})
