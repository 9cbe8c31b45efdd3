import { survey } from '../../account/index.ts'
import {
  answerWhoCan,
  type WhoCanAnswer,
  type WhoCanInput,
  type WhoCanPrincipal,
  whoCan,
  whoCanInput,
} from '../../api/who-can.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { requiredServices } from '../../reference/index.ts'
import { readAccountFiles, surroundingsOf, whyUnanswerable } from '../account-files.ts'
import { type CommandArguments, type Outcome, type RunCommand, type Status, unusable } from '../command.ts'
import type { Io } from '../io.ts'
import { answerInput, withInput } from '../one-input.ts'

/** Account details and an action → everyone who can do it, and through which groups and roles. */
export const runWhoCan: RunCommand = (args, io) =>
  args.action === undefined
    ? answerInput(args, io, { json: withInput(whoCanInput, outcomeOf), text: withInput(whoCanInput, outcomeOf) })
    : answerFiles(args.action, args, io)

/** The same question to files; with --jsonl, one line per user and role. */
async function answerFiles(action: string, args: CommandArguments, io: Io): Promise<Status> {
  const { collection, problems } = await readAccountFiles(args.files, io)
  for (const problem of problems) io.tell(problem)
  const why = whyUnanswerable(collection)
  if (why !== undefined) {
    io.tell(`whydenied: ${why}`)
    return 2
  }
  const reference = await loadReference(requiredServices([action, 'sts:AssumeRole']))
  const question = { action, resource: args.resource ?? '*' }
  const answer = answerWhoCan(survey(collection.account, surroundingsOf(collection, reference)), question)
  if (args.jsonl) for (const each of answer.principals) await io.print(JSON.stringify(each))
  else if (args.json) await io.print(JSON.stringify(answer, null, 2))
  else await io.print(outcomeFor(answer, question).lines.join('\n'))
  return problems.length > 0 ? 2 : 0
}

async function outcomeOf(input: WhoCanInput): Promise<Outcome> {
  const answer = await whoCan(input)
  return 'error' in answer ? unusable(answer.error) : outcomeFor(answer, input)
}

function outcomeFor(answer: WhoCanAnswer, input: Pick<WhoCanInput, 'action' | 'resource'>): Outcome {
  const { principals, notSeen } = answer
  const able = principals.filter((each) => isAble(each) || each.via.some((step) => !step.startsWith('group ')))
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

const isAble = ({ decision, canBeAllowed }: WhoCanPrincipal): boolean =>
  decision === 'allowed' || (decision === 'undetermined' && canBeAllowed)

function answerLine({ arn, decision, missingContext, via }: WhoCanPrincipal): string {
  const how = decision === 'undetermined' ? `depends on ${missingContext.join(', ')}` : decision
  return `  ${arn}  ${how}${via.length > 0 ? `  via ${via.join(' → ')}` : ''}`
}
