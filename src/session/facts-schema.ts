import { z } from './schema.ts'

const answer = /* @__PURE__ */ z.boolean().optional()

/** Facts that policies don’t contain, as files, links, and the command line write them: `Facts` of `evaluate`. */
export const factsSchema = /* @__PURE__ */ z.strictObject({
  managementAccount: answer,
  billingIamAccess: answer,
  s3BlockPublicAccess: answer,
  kmsGrant: answer,
  sharedByRam: answer,
  delegatedAdministrator: answer,
  dataAccessPolicy: answer,
  cognitoGuest: answer,
  aclGrantee: answer,
})
