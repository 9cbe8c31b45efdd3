import type { Command, RunCommand } from '../command.ts'
import { completionScript, shells } from '../completion.ts'

/** A shell's name → the script that completes these commands and their options in it. */
export const completionOf =
  (commands: readonly Command[]): RunCommand =>
  async ({ files: [name, ...more] }, io) => {
    const shell = shells.find((each) => each === name)
    if (shell === undefined || more.length > 0) {
      io.tell(`whydenied: completion takes one of ${shells.join(', ')}`)
      return 2
    }
    await io.print(completionScript(shell, commands))
    return 0
  }
