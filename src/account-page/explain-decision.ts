import {
  type AccountPrincipal,
  type AccountQuestion,
  type Chain,
  type DecidedBy,
  decidingPolicies,
  decisions,
  type OutsideAccess,
  requestOf,
  type Survey,
} from '../account/index.ts'
import { policyTypeNames } from '../iam/index.ts'
import { chainLabels, statementLabel } from '../words/index.ts'
import { checkerLink } from './links.ts'
import type { DecidedQuestion, WhyAnswer } from './messages.ts'

/** Why one principal can or can't do something, and the way to the checker with the policies that decide. */
export async function whyOf(
  survey: Survey,
  principal: AccountPrincipal,
  question: AccountQuestion,
  chain?: Chain,
): Promise<WhyAnswer> {
  const policies = decidingPolicies(survey, question, principal)
  return {
    ...inWords(decisions(survey, question)(principal)),
    chain: chain ? chainLabels(chain) : [],
    link: await checkerLink(requestOf(principal, question), policies),
  }
}

/** The same for each question behind an answer. */
export const whyEach = (
  survey: Survey,
  principal: AccountPrincipal,
  asked: readonly AccountQuestion[],
): Promise<readonly DecidedQuestion[]> =>
  Promise.all(
    asked.map(async (question) => ({
      action: question.action,
      resource: question.resource,
      why: await whyOf(survey, principal, question),
    })),
  )

/** Why someone outside can do something: the resource's policy decides. */
export async function whyOutside({ asked, policies, verdict }: OutsideAccess): Promise<readonly DecidedQuestion[]> {
  const why = { ...inWords(verdict), chain: [], link: await checkerLink(asked, policies) }
  return [{ action: asked.action, resource: asked.resource, why }]
}

function inWords({ decision, decidedBy, blockedBy, missingContext }: DecidedBy): Omit<WhyAnswer, 'chain' | 'link'> {
  return {
    decision,
    decidedBy: decidedBy.map((ref) => statementLabel(ref)),
    blockedBy: blockedBy.map((type) => policyTypeNames[type]),
    dependsOn: missingContext,
  }
}
