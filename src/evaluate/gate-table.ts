import { type PolicyRow, policyRows } from './policy-gates.ts'
import { accountSettings } from './rules/account-settings.ts'
import { acrossAccounts, callerDecides, shared } from './rules/across-accounts.ts'
import { cognitoGuest } from './rules/cognito-guest.ts'
import { wrongCredentials } from './rules/credentials.ts'
import { dataAccessPolicy } from './rules/data-access.ts'
import { bucketAcl, listedGrants } from './rules/documents.ts'
import { kmsGrant } from './rules/kms-grant.ts'
import { delegatedAdministrator, organizationCalls } from './rules/organization-calls.ts'
import { rootUser, withoutAllow, withoutPermission } from './rules/permissions.ts'
import { reservedByAws } from './rules/refusals.ts'
import type { RuleRow, StatementRow } from './rules/rule.ts'

export type GateRow = RuleRow | StatementRow | PolicyRow

/**
 * Everything that can answer a request, in the order in which people read it: first what AWS decides whatever the policies say, then the
 * policy types in AWS's order. The order doesn't change a decision.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export const gateTable: readonly GateRow[] = [
  ...withoutPermission,
  ...reservedByAws,
  ...wrongCredentials,
  ...organizationCalls,
  ...acrossAccounts,
  ...accountSettings,
  delegatedAdministrator,
  dataAccessPolicy,
  ...withoutAllow,
  kmsGrant,
  listedGrants,
  bucketAcl,
  shared,
  callerDecides,
  rootUser,
  ...policyRows,
  cognitoGuest,
]
