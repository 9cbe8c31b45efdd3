import {
  type AccountQuestion,
  notSeen,
  type PrincipalAnswer,
  readAccount,
  type Survey,
  survey,
  whoCan as whoCanIn,
} from '../account/index.ts'
import type { Decision, StatementRef } from '../evaluate/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import { requiredServices } from '../reference/index.ts'
import { chainLabels, notSeenSentence } from '../words/index.ts'
import { type AccountInput, accountInput, noAccount } from './account-input.ts'
import { z } from './schemas.ts'

/** An account and the action to ask about. */
export interface WhoCanInput extends AccountInput {
  readonly action: string
  /** An ARN, or "*". */
  readonly resource?: string | undefined
  readonly resourceAccount?: string | undefined
}

/** A statement that decided: the policy's name, the statement's index from 0, and its Sid. */
export type DecidedBy = Pick<StatementRef, 'policyType' | 'policy' | 'statement' | 'sid'>

/** One user or role, and whether it can. */
export interface WhoCanPrincipal {
  readonly arn: string
  readonly kind: 'user' | 'role'
  readonly decision: Decision
  readonly decidedBy: readonly DecidedBy[]
  /** The rule of AWS's own that decided, where no policy did. */
  readonly rule?: string
  readonly blockedBy: readonly string[]
  readonly missingContext: readonly string[]
  /** False where no policy allows it, whatever the keys are that an undetermined decision depends on. */
  readonly canBeAllowed: boolean
  /** The groups that give it the permission, or the roles that it has to assume. */
  readonly via: readonly string[]
}

export interface WhoCanAnswer {
  readonly principals: readonly WhoCanPrincipal[]
  /** Sentences about what the account details don't show. */
  readonly notSeen: readonly string[]
}

export const whoCanInput = z.strictObject({
  ...accountInput,
  action: z.string(),
  resource: z.string().default('*'),
  resourceAccount: z.string().optional(),
})

/**
 * Decides one action for every user and role of an account, through groups and through roles that they can assume.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 * @param input account details and the action
 * @returns every principal with its decision, or `error` where `account` isn't a listing
 * @example
 * const listing = { UserDetailList: [{ UserName: 'mary', Arn: 'arn:aws:iam::123456789012:user/mary' }] }
 * const answer = await account.whoCan({ account: listing, action: 's3:GetObject' })
 * answer.principals.map(({ arn, decision }) => `${arn}: ${decision}`) // ['arn:aws:iam::123456789012:user/mary: implicitDeny']
 */
export async function whoCan(input: WhoCanInput): Promise<WhoCanAnswer | { readonly error: string }> {
  const { account: listing, policies = [], facts = {}, resource = '*', ...question } = input
  const account = readAccount(listing)
  if (!account) return { error: noAccount }
  const reference = await loadReference(requiredServices([question.action, 'sts:AssumeRole']))
  const surveyed = survey(account, { policies, facts, reference })
  return answerWhoCan(surveyed, { ...question, resource })
}

/** The same for accounts that were read already. */
export function answerWhoCan(surveyed: Survey, question: AccountQuestion): WhoCanAnswer {
  const { answers, complete } = whoCanIn(surveyed, question)
  return {
    principals: answers.map(principalAnswer),
    notSeen: notSeen(surveyed, complete, question).map((each) => notSeenSentence(each)),
  }
}

const viaOf = ({ groups, chain }: PrincipalAnswer): readonly string[] =>
  chain ? chainLabels(chain) : groups.map((group) => `group ${group}`)

function principalAnswer(each: PrincipalAnswer): WhoCanPrincipal {
  const { arn, kind } = each.principal
  const { decision, decidedBy, blockedBy, missingContext, rule, canBeAllowed } = each.verdict
  return {
    arn,
    kind,
    decision,
    decidedBy: decidedBy.map(decidedByAnswer),
    ...(rule === undefined ? {} : { rule }),
    blockedBy,
    missingContext,
    canBeAllowed,
    via: viaOf(each),
  }
}

/** The reference to a statement, as JSON has it. */
export const decidedByAnswer = ({ policyType, policy, statement, sid }: StatementRef): DecidedBy => ({
  policyType,
  policy,
  statement,
  sid,
})
