import { policyTypes } from '../iam/index.ts'
import { factsSchema } from './facts-schema.ts'
import { z } from './schema.ts'

const policyType = z.enum(policyTypes)
const decision = z.enum(['allowed', 'explicitDeny', 'implicitDeny', 'undetermined'])
const kind = z.enum([
  'access-denied',
  'encoded-authorization-failure',
  'decoded-authorization-message',
  'credential-problem',
  'not-authorization',
])

/** A file of `content/examples/`: what a user pastes, and the answer that is expected. Articles, the examples menu and the tests read it. */
export const exampleSchema = /* @__PURE__ */ z.strictObject({
  title: z.string(),
  summary: z.string(),
  paste: z.string(),
  policies: z
    .array(
      z.strictObject({
        name: z.string(),
        type: policyType.optional(),
        target: z.string().optional(),
        text: z.string(),
      }),
    )
    .default([]),
  principal: z.string().optional(),
  action: z.string().optional(),
  resource: z.string().optional(),
  resourceAccount: z.string().optional(),
  context: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  facts: factsSchema.optional(),
  expect: z.strictObject({
    kind,
    action: z.string().optional(),
    decision: decision.optional(),
    blockedBy: z.array(policyType).optional(),
    /** The cause's id. */
    cause: z.string(),
    /** The decision with all fixes in place; left out where there is nothing to fix. */
    fixed: decision.optional(),
    /**
     * The decision once the fixes are applied and everything is read again, where it isn't `fixed`: a proof tries the change with a token's
     * subject that the mistake gave away, and the corrected policy no longer gives it away.
     */
    applied: decision.optional(),
    /** The policy types that the fixes change, in order. */
    fixes: z.array(policyType).optional(),
    /** Codes of the mistakes that its policies show on purpose. */
    errors: z.array(z.string()).optional(),
    /** A part of one of the notices. */
    notice: z.string().optional(),
  }),
})

export type Example = z.infer<typeof exampleSchema>
