import { z } from 'zod'
import { doubtLines, doubtsOf, readDenialAndAll, toAnswer } from '../../denial/index.ts'
import type { Command, Outcome } from '../command.ts'
import { groupAnswer, groupLine } from '../group-lines.ts'
import { answerInput, withInput } from '../one-input.ts'

/** A pasted error → what was denied. */
export const explainCommand: Command = {
  name: 'explain',
  takes: '[FILE]',
  help: ['a pasted error → what was denied'],
  options: [],
  run: (args, io) =>
    answerInput(args, io, {
      json: withInput(z.object({ text: z.string() }), ({ text }) => explain(text)),
      text: explain,
    }),
}

async function explain(text: string): Promise<Outcome> {
  const { denial, denials: groups } = readDenialAndAll(text)
  // The contract is one answer. If the text has more denials, they are listed next to it.
  const { actionCandidates } = denial
  const candidates = actionCandidates.length > 0 ? { actionCandidates } : {}
  const answer = {
    ...toAnswer(denial),
    ...candidates,
    ...doubtsOf(denial),
    ...(groups.length > 1 ? { denials: groups.map(groupAnswer) } : {}),
  }
  const lines = Object.entries(toAnswer(denial)).flatMap(([field, value]) =>
    value === null ? [] : [`${field}: ${String(value)}`],
  )
  if (actionCandidates.length > 0)
    lines.push(`Several services have this operation. The action is one of: ${actionCandidates.join(', ')}`)
  lines.push(...doubtLines(denial))
  if (denial.insteadOf) lines.push(denial.insteadOf)
  if (groups.length > 1) lines.push('', 'All denials in it:', ...groups.map(groupLine))
  return { answer, lines, status: denial.kind === 'not-authorization' ? 0 : 1 }
}
