import { type GrantedService, type WhatCanInput, whatCan, whatCanInput } from '../../api/what-can.ts'
import { type Outcome, type RunCommand, unusable } from '../command.ts'
import { answerInput, withInput } from '../one-input.ts'

/** Account details and a principal → what it can do, by service and access level. */
export const runWhatCan: RunCommand = (args, io) =>
  answerInput(args, io, { json: withInput(whatCanInput, outcomeOf), text: withInput(whatCanInput, outcomeOf) })

async function outcomeOf(input: WhatCanInput): Promise<Outcome> {
  const answer = await whatCan(input)
  if ('error' in answer) return unusable(answer.error)
  const { principal, services, notSeen } = answer
  return {
    answer,
    lines: [
      `${principal.arn} can use ${services.length} services:`,
      ...services.map(serviceLine),
      ...notSeen.map((gap) => `not seen: ${gap}`),
    ],
    status: 0,
  }
}

/** "  s3 (Amazon S3): 12 Read, 3 Write, 2 depend on the request". */
function serviceLine({ prefix, name, permissions }: GrantedService): string {
  const levels = new Map<string, Set<string>>()
  for (const { accessLevel, action } of permissions)
    levels.set(accessLevel, (levels.get(accessLevel) ?? new Set()).add(action))
  const counts = [...levels].map(([level, actions]) => `${actions.size} ${level}`)
  const conditional = permissions.filter(({ decision }) => decision === 'undetermined').length
  return `  ${prefix} (${name}): ${counts.join(', ')}${conditional > 0 ? `; ${conditional} depend on the request` : ''}`
}
