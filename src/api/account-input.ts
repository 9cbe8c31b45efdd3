import type { ContextInput, DocumentInput, Facts, PolicyInput } from '../evaluate/index.ts'
import { contextValue, facts, policyInput, z } from './schemas.ts'

/** An account and everything around it. */
export interface AccountInput {
  /** The output of `aws iam get-account-authorization-details`, parsed: one page, or a list of pages. */
  readonly account: unknown
  /** SCPs, RCPs, and resource-based policies around it. */
  readonly policies?: readonly (PolicyInput | DocumentInput)[] | undefined
  readonly facts?: Facts | undefined
  readonly context?: Readonly<Record<string, ContextInput>> | undefined
  readonly contextIs?: 'partial' | 'complete' | undefined
}

/** An account's listing, with everything around it, as `who-can` and `what-can` take it. */
export const accountInput = {
  account: z.unknown(),
  policies: z.array(z.strictObject(policyInput.shape)).default([]),
  facts: facts.default({}),
  context: z.record(z.string(), contextValue).optional(),
  contextIs: z.enum(['partial', 'complete']).optional(),
}

/** Why an account can't be used: part of a sentence. */
export const noAccount =
  '"account" must be the output of aws iam get-account-authorization-details: one page, or a list of pages'
