import type { Io } from './io.ts'

/** 0 nothing wrong found, 1 something found, 2 unusable input or output. */
export type Status = 0 | 1 | 2

/** The positional arguments and options of a command. Undefined: not given. */
export interface CommandArguments {
  /** Files, folders, and patterns; "-" is standard input. */
  readonly files: readonly string[]
  readonly json: boolean
  readonly jsonl: boolean
  readonly type: string | undefined
  readonly format: string | undefined
  /** Files with policies that stand around both sides of a comparison. */
  readonly with: readonly string[] | undefined
  /** The commit that the old side is read from. */
  readonly base: string | undefined
  readonly 'not-granted': readonly string[] | undefined
  /** A resource type, such as AWS::S3::Bucket. */
  readonly 'not-public': string | undefined
  /** From which severity on the exit status is 1. */
  readonly 'fail-on': string | undefined
  /** A file of findings that are known already. */
  readonly baseline: string | undefined
  /** A check's code, to be explained. */
  readonly explain: string | undefined
  /** Groups of checks that are off otherwise. */
  readonly group: readonly string[] | undefined
  /** Files without a policy are fine, even if no file has one. */
  readonly 'pass-with-no-policies': boolean | undefined
}

/** Options that only some commands have. */
export type CommandOption =
  | 'type'
  | 'format'
  | 'with'
  | 'base'
  | 'not-granted'
  | 'not-public'
  | 'fail-on'
  | 'baseline'
  | 'explain'
  | 'group'
  | 'pass-with-no-policies'

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** What it takes behind its name, for the help. */
  readonly takes: string
  /** Lines of help: what goes in and what comes out. */
  readonly help: readonly string[]
  readonly options: readonly CommandOption[]
  /** Writes to `io`. Rejects only where the output can't be written. */
  run(args: CommandArguments, io: Io): Promise<Status>
}

/** What a command makes of one input: an answer as JSON, lines for people, an exit status. */
export interface Outcome {
  readonly answer: unknown
  readonly lines: readonly string[]
  readonly status: Status
}

/** The outcome for an input that can't be used; `error` is a sentence without a period. */
export const unusable = (error: string): Outcome => ({ answer: { error }, lines: [`whydenied: ${error}`], status: 2 })
