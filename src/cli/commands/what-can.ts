import { principalsNamed, survey } from '../../account/index.ts'
import {
  answerWhatCan,
  type GrantedService,
  sameName,
  type WhatCanAnswer,
  type WhatCanInput,
  whatCan,
  whatCanInput,
} from '../../api/what-can.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { readAccountFiles, surroundingsOf, whyUnanswerable } from '../account-files.ts'
import { type CommandArguments, type Outcome, type RunCommand, type Status, unusable } from '../command.ts'
import type { Io } from '../io.ts'
import { answerInput, withInput } from '../one-input.ts'

/** Account details and a principal → what it can do, by service and access level. */
export const runWhatCan: RunCommand = (args, io) =>
  args.principal === undefined
    ? answerInput(args, io, { json: withInput(whatCanInput, outcomeOf), text: withInput(whatCanInput, outcomeOf) })
    : answerFiles(args.principal, args, io)

/** The same question to files. */
async function answerFiles(wanted: string, args: CommandArguments, io: Io): Promise<Status> {
  const { collection, problems } = await readAccountFiles(args.files, io)
  for (const problem of problems) io.tell(problem)
  const found = principalsNamed(collection.account, wanted)
  const [principal, ...others] = found
  if (!principal || others.length > 0) {
    const why = principal ? sameName(wanted, found) : `the files have no user or role ${wanted}`
    io.tell(`whydenied: ${whyUnanswerable(collection) ?? why}`)
    return 2
  }
  const surveyed = survey(collection.account, surroundingsOf(collection, await loadReference()))
  const answer = answerWhatCan(surveyed, principal)
  if (args.json || args.jsonl) await io.print(JSON.stringify(answer, null, args.jsonl ? 0 : 2))
  else await io.print(outcomeFor(answer).lines.join('\n'))
  return problems.length > 0 ? 2 : 0
}

async function outcomeOf(input: WhatCanInput): Promise<Outcome> {
  const answer = await whatCan(input)
  return 'error' in answer ? unusable(answer.error) : outcomeFor(answer)
}

function outcomeFor(answer: WhatCanAnswer): Outcome {
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
