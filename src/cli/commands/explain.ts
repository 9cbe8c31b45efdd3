import { explanationOf } from '../../api/explain.ts'
import type { z } from '../../api/schemas.ts'
import { readDenialAndAll, toAnswer } from '../../denial/index.ts'
import { doubtLines } from '../../words/index.ts'
import type { Outcome, RunCommand } from '../command.ts'
import { groupLine } from '../group-lines.ts'
import { answerInput, withInput } from '../one-input.ts'

/** A pasted error → what was denied. */
export const runExplain: RunCommand = (args, io) =>
  answerInput(args, io, {
    json: withInput(explainInput, ({ text }) => explainText(text)),
    text: explainText,
  })

/** Checking shapes takes code that the answer about a text needn't wait for. */
async function explainInput(): Promise<z.ZodType<{ text: string }>> {
  const { z } = await import('../../api/schemas.ts')
  return z.object({ text: z.string() })
}

async function explainText(text: string): Promise<Outcome> {
  const { denial, denials: groups } = readDenialAndAll(text)
  const { actionCandidates } = denial
  const lines = Object.entries(toAnswer(denial)).flatMap(([field, value]) =>
    value === null ? [] : [`${field}: ${String(value)}`],
  )
  if (actionCandidates.length === 1)
    lines.push(`The message names no action. Judging by what the tool was doing: ${actionCandidates[0]}`)
  else if (actionCandidates.length > 0)
    lines.push(`Several services have this operation. The action is one of: ${actionCandidates.join(', ')}`)
  lines.push(...doubtLines(denial))
  if (denial.insteadOf) lines.push(denial.insteadOf)
  if (groups.length > 1) lines.push('', 'All denials in it:', ...groups.map(groupLine))
  return {
    answer: explanationOf({ denial, denials: groups }),
    lines,
    status: denial.kind === 'not-authorization' ? 0 : 1,
  }
}
