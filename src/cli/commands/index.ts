import type { Command } from '../command.ts'
import { compareCommand } from './compare.ts'
import { denialsCommand } from './denials.ts'
import { diagnoseCommand } from './diagnose.ts'
import { evaluateCommand } from './evaluate.ts'
import { explainCommand } from './explain.ts'
import { lintCommand } from './lint.ts'
import { whatCanCommand } from './what-can.ts'
import { whoCanCommand } from './who-can.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  explainCommand,
  denialsCommand,
  evaluateCommand,
  lintCommand,
  compareCommand,
  diagnoseCommand,
  whoCanCommand,
  whatCanCommand,
]
