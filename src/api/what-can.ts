import {
  type AccountPrincipal,
  notSeen,
  principalsNamed,
  readAccount,
  type Survey,
  survey,
  whatCan as whatCanIn,
} from '../account/index.ts'
import type { Decision } from '../evaluate/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import { notSeenSentence } from '../words/index.ts'
import { type AccountInput, accountInput, noAccount } from './account-input.ts'
import { z } from './schemas.ts'
import { type DecidedBy, decidedByAnswer } from './who-can.ts'

/** An account and the user or role to ask about. */
export interface WhatCanInput extends AccountInput {
  /** An ARN, or the name of a user or role. */
  readonly principal: string
}

/** One permission of a principal. */
export interface GrantedPermission {
  readonly action: string
  readonly accessLevel: string
  readonly resource: string
  /** Resources that are left out. */
  readonly except: readonly string[]
  readonly decision: Decision
  readonly decidedBy: readonly DecidedBy[]
  readonly missingContext: readonly string[]
}

/** What a principal can do in one service. */
export interface GrantedService {
  readonly prefix: string
  readonly name: string
  readonly permissions: readonly GrantedPermission[]
}

export interface WhatCanAnswer {
  readonly principal: { readonly arn: string; readonly kind: 'user' | 'role' }
  readonly services: readonly GrantedService[]
  /** Sentences about what the account details don't show. */
  readonly notSeen: readonly string[]
}

export const whatCanInput = z.strictObject({ ...accountInput, principal: z.string() })

/**
 * Lists the actions of a user or role of an account, by service.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 * @param input account details and the principal
 * @returns its permissions, or `error` where `account` isn't a listing or doesn't have the principal
 * @example
 * const listing = { UserDetailList: [{ UserName: 'mary', Arn: 'arn:aws:iam::123456789012:user/mary' }] }
 * const answer = await account.whatCan({ account: listing, principal: 'mary' })
 * answer.services // []
 */
export async function whatCan(input: WhatCanInput): Promise<WhatCanAnswer | { readonly error: string }> {
  const account = readAccount(input.account)
  if (!account) return { error: noAccount }
  const [principal, ...others] = principalsNamed(account, input.principal)
  if (!principal) return { error: `the listing has no user or role ${input.principal}` }
  if (others.length > 0) return { error: sameName(input.principal, [principal, ...others]) }
  const { policies = [], facts = {} } = input
  return answerWhatCan(survey(account, { policies, facts, reference: await loadReference() }), principal)
}

/** Why a name isn't enough: part of a sentence. */
export const sameName = (name: string, principals: readonly AccountPrincipal[]): string =>
  `${principals.length} users and roles are named ${name}; name one by its ARN: ${principals.map(({ arn }) => arn).join(', ')}`

/** The same for accounts that were read already. */
export const answerWhatCan = (surveyed: Survey, principal: AccountPrincipal): WhatCanAnswer => ({
  principal: { arn: principal.arn, kind: principal.kind },
  services: whatCanIn(surveyed, principal).map(({ prefix, name, permissions }) => ({
    prefix,
    name,
    permissions: permissions.map(({ action, accessLevel, resource, except, verdict }) => ({
      action,
      accessLevel,
      resource,
      except,
      decision: verdict.decision,
      decidedBy: verdict.decidedBy.map(decidedByAnswer),
      missingContext: verdict.missingContext,
    })),
  })),
  notSeen: notSeen(surveyed, true).map((each) => notSeenSentence(each)),
})
