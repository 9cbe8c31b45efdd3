import { listTestFiles, testFilesAbout } from '../access-files.ts'
import { changedFiles } from '../base-files.ts'
import type { CommandArguments, RunCommand, Status } from '../command.ts'
import type { Io } from '../io.ts'
import { runCompare } from './compare.ts'
import { runLint } from './lint.ts'
import { runTest } from './test.ts'

/** What continuous integration needs in one run: lint, policy tests, and what a change allows. */
export const runCi: RunCommand = async (args, io) => {
  const { base, format = 'text' } = args
  if (format !== 'text' && format !== 'markdown') return stop(io, '--format is one of text, markdown')
  const files = args.files.length > 0 ? args.files : base === undefined ? ['.'] : changedFiles(base)
  if (typeof files === 'string') return stop(io, files)
  const shared = { files, format, json: false, jsonl: false }
  const steps: Step[] = []
  if (files.length > 0) {
    const { baseline, group, 'fail-on': failOn } = args
    const options = { ...shared, baseline, group, 'fail-on': failOn, 'pass-with-no-policies': true }
    steps.push(await captured(runLint, options, io))
  }
  // What changed can break any test; what someone names, the tests named and those of the policies named.
  const tests = args.files.length > 0 ? testFilesAbout(args.files) : listTestFiles(['.']).files
  if (tests.length > 0) steps.push(await captured(runTest, { ...shared, files: tests }, io))
  if (files.length > 0 && base !== undefined) {
    const compared = await captured(runCompare, { ...shared, base, with: args.with }, io)
    // New access is for people to judge, unless the job must fail on it.
    steps.push(args['fail-on-new-access'] ? compared : { ...compared, status: 0 })
  }
  const texts = steps.map(({ text }) => text).filter((text) => text !== '')
  await io.print(texts.length > 0 ? texts.join('\n\n') : 'No policy files changed.')
  const worst: readonly Status[] = [2, 1]
  return worst.find((status) => steps.some((step) => step.status === status)) ?? 0
}

/** What a command printed, and how it ended. */
interface Step {
  readonly text: string
  readonly status: Status
}

async function captured(run: RunCommand, args: CommandArguments, io: Io): Promise<Step> {
  const printed: string[] = []
  const print = async (text: string): Promise<void> => {
    printed.push(text)
  }
  const status = await run(args, { ...io, print })
  return { text: printed.join('\n'), status }
}

function stop(io: Io, why: string): Status {
  io.tell(`whydenied: ${why}`)
  return 2
}
