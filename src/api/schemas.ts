// Shapes that several inputs share.
import { documentTypes, policyTypes } from '../iam/index.ts'
import { factsSchema } from '../session/facts-schema.ts'
import { z } from '../session/schema.ts'

export { z }

export const contextValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  // The request does not carry the key.
  z.null(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
])
export const policyType = z.enum(policyTypes)
export const facts = z.object(factsSchema.shape)

/** A policy, or an output of the AWS CLI that counts as one, as the contract writes it. */
export const policyInput = z.object({
  type: z.enum([...policyTypes, ...documentTypes]),
  name: z.string().optional(),
  target: z.string().optional(),
  text: z.string().optional(),
  document: z.unknown().optional(),
})

/** A request, as the contract writes it. */
export const requestInput = z.object({
  principal: z.string(),
  action: z.string(),
  resource: z.string().default('*'),
  resourceAccount: z.string().optional(),
  context: z.record(z.string(), contextValue).optional(),
  contextIs: z.enum(['partial', 'complete']).optional(),
  also: z
    .array(z.object({ action: z.string().optional(), resource: z.string(), resourceAccount: z.string().optional() }))
    .optional(),
})
