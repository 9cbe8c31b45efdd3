import project from '../../../package.json' with { type: 'json' }
import { serve } from '../../mcp/index.ts'
import type { RunCommand } from '../command.ts'

/** Answers agents over standard input and output until the input ends. */
export const runMcp: RunCommand = async ({ files }, io) => {
  if (files.length > 0) {
    io.tell('whydenied: mcp takes no files: an agent starts it and speaks to it over standard input')
    return 2
  }
  await serve(project.version)
  return 0
}
