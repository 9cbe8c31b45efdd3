import { z } from 'zod'
import { type Account, notSeen, type PrincipalAnswer, survey, whoCan } from '../../account/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { requiredServices } from '../../reference/index.ts'
import { chainLabels, notSeenSentence } from '../../words/index.ts'
import { accountIn, accountInput, noAccount } from '../account-input.ts'
import { type Command, type Outcome, unusable } from '../command.ts'
import { answerInput, withInput } from '../one-input.ts'

const whoCanInput = z.strictObject({
  ...accountInput,
  action: z.string(),
  resource: z.string().default('*'),
  resourceAccount: z.string().optional(),
})

/** Account details and an action → everyone who can do it, and through which groups and roles. */
export const whoCanCommand: Command = {
  name: 'who-can',
  takes: '[FILE]',
  help: ['account details and an action → who can do it, and through which groups and roles'],
  options: [],
  run: (args, io) =>
    answerInput(args, io, { json: withInput(whoCanInput, answer), text: withInput(whoCanInput, answer) }),
}

type Input = z.output<typeof whoCanInput>

async function answer(input: Input): Promise<Outcome> {
  const account = accountIn(input)
  return account ? answerFor(account, input) : unusable(noAccount)
}

async function answerFor(account: Account, { account: _, policies, facts, ...question }: Input): Promise<Outcome> {
  const reference = await loadReference(requiredServices([question.action, 'sts:AssumeRole']))
  const surveyed = survey(account, { policies, facts, reference })
  const { answers, complete } = whoCan(surveyed, question)
  const gaps = notSeen(surveyed, complete).map(notSeenSentence)
  const able = answers.filter(({ verdict, chain }) => isAble(verdict.decision) || chain)
  return {
    answer: { principals: answers.map(answerJson), notSeen: gaps },
    lines: [
      `${able.length} of ${answers.length} principals can, or might, call ${question.action} on ${question.resource}:`,
      ...able.map(answerLine),
      ...gaps.map((gap) => `not seen: ${gap}`),
    ],
    status: 0,
  }
}

const isAble = (decision: string): boolean => decision === 'allowed' || decision === 'undetermined'

const viaOf = ({ groups, chain }: PrincipalAnswer): readonly string[] =>
  chain ? chainLabels(chain) : groups.map((group) => `group ${group}`)

function answerJson(each: PrincipalAnswer): object {
  const { arn, kind } = each.principal
  const { decision, decidedBy, blockedBy, missingContext, rule } = each.verdict
  return {
    arn,
    kind,
    decision,
    decidedBy: decidedBy.map(({ policyType, policy, statement, sid }) => ({ policyType, policy, statement, sid })),
    ...(rule === undefined ? {} : { rule }),
    blockedBy,
    missingContext,
    via: viaOf(each),
  }
}

function answerLine(each: PrincipalAnswer): string {
  const { decision, missingContext } = each.verdict
  const via = viaOf(each)
  const how = decision === 'undetermined' ? `depends on ${missingContext.join(', ')}` : decision
  return `  ${each.principal.arn}  ${how}${via.length > 0 ? `  via ${via.join(' → ')}` : ''}`
}
