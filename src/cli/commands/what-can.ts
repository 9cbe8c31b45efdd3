import { z } from 'zod'
import {
  type AccountPrincipal,
  notSeen,
  type ServicePermissions,
  type Survey,
  survey,
  whatCan,
} from '../../account/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { notSeenSentence } from '../../words/index.ts'
import { accountIn, accountInput, noAccount } from '../account-input.ts'
import { type Command, type Outcome, unusable } from '../command.ts'
import { answerInput, withInput } from '../one-input.ts'

const whatCanInput = z.strictObject({ ...accountInput, principal: z.string() })

/** Account details and a principal → what it can do, by service and access level. */
export const whatCanCommand: Command = {
  name: 'what-can',
  takes: '[FILE]',
  help: ['account details and a principal → what it can do, by service and access level'],
  options: [],
  run: (args, io) =>
    answerInput(args, io, { json: withInput(whatCanInput, answer), text: withInput(whatCanInput, answer) }),
}

async function answer(input: z.output<typeof whatCanInput>): Promise<Outcome> {
  const account = accountIn(input)
  if (!account) return unusable(noAccount)
  const principal = account.principals.find(({ arn, name }) => arn === input.principal || name === input.principal)
  if (!principal) return unusable(`the listing has no user or role ${input.principal}`)
  const { policies, facts } = input
  return answerFor(survey(account, { policies, facts, reference: await loadReference() }), principal)
}

function answerFor(surveyed: Survey, principal: AccountPrincipal): Outcome {
  const services = whatCan(surveyed, principal)
  const gaps = notSeen(surveyed, true).map(notSeenSentence)
  return {
    answer: {
      principal: { arn: principal.arn, kind: principal.kind },
      services: services.map(({ prefix, name, permissions }) => ({
        prefix,
        name,
        permissions: permissions.map(({ action, accessLevel, resource, except, verdict }) => ({
          action,
          accessLevel,
          resource,
          except,
          decision: verdict.decision,
          decidedBy: verdict.decidedBy.map(({ policyType, policy, statement, sid }) => ({
            policyType,
            policy,
            statement,
            sid,
          })),
          missingContext: verdict.missingContext,
        })),
      })),
      notSeen: gaps,
    },
    lines: [
      `${principal.arn} can use ${services.length} services:`,
      ...services.map(serviceLine),
      ...gaps.map((gap) => `not seen: ${gap}`),
    ],
    status: 0,
  }
}

/** "  s3 (Amazon S3): 12 Read, 3 Write, 2 depend on the request". */
function serviceLine({ prefix, name, permissions }: ServicePermissions): string {
  const levels = new Map<string, Set<string>>()
  for (const { accessLevel, action } of permissions)
    levels.set(accessLevel, (levels.get(accessLevel) ?? new Set()).add(action))
  const counts = [...levels].map(([level, actions]) => `${actions.size} ${level}`)
  const conditional = permissions.filter(({ verdict }) => verdict.decision === 'undetermined').length
  return `  ${prefix} (${name}): ${counts.join(', ')}${conditional > 0 ? `; ${conditional} depend on the request` : ''}`
}
