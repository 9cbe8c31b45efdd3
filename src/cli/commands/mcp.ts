import project from '../../../package.json' with { type: 'json' }
import { serve } from '../../mcp/index.ts'
import type { RunCommand } from '../command.ts'
import { OutputError, whyUnwritable } from '../io.ts'

/** Answers agents over standard input and output until the input ends. */
export const runMcp: RunCommand = async ({ files }, io) => {
  if (files.length > 0) {
    io.tell('whydenied: mcp takes no files: an agent starts it and speaks to it over standard input')
    return 2
  }
  try {
    await serve(project.version)
  } catch (error) {
    throw new OutputError(`can’t write to standard output: ${whyUnwritable(error)}`)
  }
  return 0
}
