import { z } from 'zod'
import { type Account, readAccount } from '../account/index.ts'
import { contextValue, facts, policyInput } from './schemas.ts'

/** An account's listing, with everything around it, as `who-can` and `what-can` take it. */
export const accountInput = {
  account: z.unknown(),
  policies: z.array(z.strictObject(policyInput.shape)).default([]),
  facts: facts.default({}),
  context: z.record(z.string(), contextValue).optional(),
  contextIs: z.enum(['partial', 'complete']).optional(),
}

/** The account in the input; undefined if it isn't the output of `get-account-authorization-details`. */
export const accountIn = ({ account }: { readonly account?: unknown }): Account | undefined => readAccount(account)

/** Why an account can't be used: part of a sentence. */
export const noAccount =
  '"account" must be the output of aws iam get-account-authorization-details: one page, or a list of pages'
