import { type WhoCanInput, type WhoCanPrincipal, whoCan, whoCanInput } from '../../api/who-can.ts'
import { type Outcome, type RunCommand, unusable } from '../command.ts'
import { answerInput, withInput } from '../one-input.ts'

/** Account details and an action → everyone who can do it, and through which groups and roles. */
export const runWhoCan: RunCommand = (args, io) =>
  answerInput(args, io, { json: withInput(whoCanInput, outcomeOf), text: withInput(whoCanInput, outcomeOf) })

async function outcomeOf(input: WhoCanInput): Promise<Outcome> {
  const answer = await whoCan(input)
  if ('error' in answer) return unusable(answer.error)
  const { principals, notSeen } = answer
  const able = principals.filter(
    ({ decision, via }) => isAble(decision) || via.some((step) => !step.startsWith('group ')),
  )
  return {
    answer,
    lines: [
      `${able.length} of ${principals.length} principals can, or might, call ${input.action} on ${input.resource ?? '*'}:`,
      ...able.map(answerLine),
      ...notSeen.map((gap) => `not seen: ${gap}`),
    ],
    status: 0,
  }
}

const isAble = (decision: string): boolean => decision === 'allowed' || decision === 'undetermined'

function answerLine({ arn, decision, missingContext, via }: WhoCanPrincipal): string {
  const how = decision === 'undetermined' ? `depends on ${missingContext.join(', ')}` : decision
  return `  ${arn}  ${how}${via.length > 0 ? `  via ${via.join(' → ')}` : ''}`
}
