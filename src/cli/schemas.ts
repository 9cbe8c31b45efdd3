// Shapes that several commands' inputs share.
import { z } from 'zod'
import { policyTypes } from '../iam/index.ts'

export const contextValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  // The request does not carry the key.
  z.null(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
])
export const policyType = z.enum(policyTypes)
export const facts = z.object({
  managementAccount: z.boolean().optional(),
  billingIamAccess: z.boolean().optional(),
  s3BlockPublicAccess: z.boolean().optional(),
  kmsGrant: z.boolean().optional(),
  sharedByRam: z.boolean().optional(),
  delegatedAdministrator: z.boolean().optional(),
  dataAccessPolicy: z.boolean().optional(),
  cognitoGuest: z.boolean().optional(),
  aclGrantee: z.boolean().optional(),
})
